import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stage, type Stage } from './stage';
import { defaultRun } from '../../../src/data/run/defaults';
import { defaultLayer, defaultMethod, methodDescriptor } from '../../../src/data/run/layers/defaults';
import { LAYERS, type LayerSpec } from '../../../src/data/run/layers/layers';
import { METHODS, type MethodKind } from '../../../src/data/run/methods/methods';
import { FAMILIES, MODELS } from '../../../src/data/run/models';
import type { TrainSpec } from '../../../src/data/run/training';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  shown = stage();
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeVisible();
});
afterEach(() => shown.leave());

const OUTPUT = defaultLayer('gcn', { activation: 'none' });
const setLayers = (layers: readonly LayerSpec[]) => {
  const { run } = shown.store.getState();
  shown.change({ run: { ...run, model: { ...run.model, layers } } });
};

const setMethod = (kind: MethodKind) => {
  const { run } = shown.store.getState();
  const model = MODELS.find(({ method }) => method?.kind === kind);
  shown.change({ run: defaultRun(run.data, run.seed, model) });
};
const setTraining = (change: Partial<TrainSpec>) => {
  const { run } = shown.store.getState();
  shown.change({ run: { ...run, training: { ...run.training, ...change } } });
};
/** Opens every "more". */
const openFolds = () => {
  for (const summary of document.querySelectorAll<HTMLElement>('details:not([open]) > summary'))
    if (summary.textContent.startsWith('more')) summary.click();
};

const named = (name: string) => page.getByLabelText(name, { exact: true });
const choice = (name: string) => page.getByRole('combobox', { name, exact: true });
const button = (name: string) => page.getByRole('button', { name, exact: true });

describe('each control asks for what it says', () => {
  it('plays, steps and resets', async () => {
    await button('Play').click();
    await button('One epoch').click();
    await button('Reset').click();
    expect(shown.asked).toEqual([['toggle'], ['step'], ['reset']]);
  });

  it('undoes and redoes', async () => {
    await button('Undo').click();
    await button('Redo').click();
    expect(shown.asked).toEqual([['undo'], ['redo']]);
  });

  it('opens another set, and another labelling of the same', async () => {
    await userEvent.selectOptions(choice('Data'), 'Cora');
    await userEvent.selectOptions(choice('Data'), 'Karate Club · four communities');
    expect(shown.asked).toEqual([
      ['loadData', 'cora', null],
      ['loadData', 'karate', 'modularity'],
    ]);
  });

  it('chooses a model, and gives an edited one its own layers back', async () => {
    await userEvent.selectOptions(choice('Model'), 'MLP');
    setLayers([defaultLayer('gcn', { width: 8 }), OUTPUT]);
    await expect.element(choice('Model')).toHaveDisplayValue('GCN · edited');
    await userEvent.selectOptions(choice('Model'), 'GCN');
    expect(shown.asked).toEqual([
      ['setModel', 'mlp'],
      ['setModel', 'gcn'],
    ]);
  });

  it('adds, moves and removes layers', async () => {
    expect(document.querySelectorAll('[aria-label^="Move layer"]')).toHaveLength(0);
    setLayers([defaultLayer('gcn', { width: 8 }), defaultLayer('linear'), OUTPUT]);
    await button('layer').click();
    await button('Move layer 1 down').click();
    await button('Move layer 2 up').click();
    await button('Remove layer 2').click();
    await expect.element(button('Move layer 1 up')).toBeDisabled();
    await expect.element(button('Move layer 2 down')).toBeDisabled();
    await expect.element(button('Remove layer 3')).not.toBeInTheDocument();
    expect(shown.asked).toEqual([['addLayer'], ['moveLayer', 0, 1], ['moveLayer', 1, 0], ['removeLayer', 1]]);
  });

  it('sets the parameters of a layer, the rarer ones behind a disclosure', async () => {
    await userEvent.fill(named('width'), '32');
    await userEvent.keyboard('{Enter}');
    await userEvent.selectOptions(choice('activation'), 'tanh');
    await expect.element(named('bias').first()).not.toBeVisible();
    await page.getByText('more', { exact: true }).first().click();
    await named('bias').first().click();
    await named('residual').first().click();
    await userEvent.selectOptions(choice('norm').first(), 'batch');
    expect(shown.asked).toEqual([
      ['setLayer', 0, defaultLayer('gcn', { width: 32 })],
      ['setLayer', 0, defaultLayer('gcn', { activation: 'tanh' })],
      ['setLayer', 0, defaultLayer('gcn', { bias: true })],
      ['setLayer', 0, defaultLayer('gcn', { residual: true })],
      ['setLayer', 0, defaultLayer('gcn', { norm: 'batch' })],
    ]);
  });

  it('changes the kind of a layer and keeps what both kinds have, of the output too', async () => {
    setLayers([defaultLayer('gcn', { width: 8, norm: 'layer' }), OUTPUT]);
    await userEvent.selectOptions(choice('kind of layer 1'), 'Linear');
    await userEvent.selectOptions(choice('kind of layer 2'), 'Linear');
    expect(shown.asked).toEqual([
      ['setLayer', 0, defaultLayer('linear', { width: 8, bias: false, norm: 'layer' })],
      ['setLayer', 1, defaultLayer('linear', { bias: false, activation: 'none' })],
    ]);
  });

  it('refuses a width that the heads do not divide, says why, and shows the old one', async () => {
    setLayers([defaultLayer('gat', { width: 64, heads: 8 }), OUTPUT]);
    await userEvent.fill(named('width'), '20');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent(/a number that divides the width 20/);
    await expect.element(named('width')).toHaveValue(64);
    await userEvent.fill(named('width'), '24');
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
    expect(shown.asked).toEqual([['setLayer', 0, defaultLayer('gat', { width: 24, heads: 8 })]]);
  });

  it('sets a formula, a sentence and the paper for each kind in use', async () => {
    setLayers([defaultLayer('linear'), OUTPUT]);
    for (const { name, sentence, paper } of LAYERS) {
      const isUsed = name === 'GCN' || name === 'Linear';
      const note = page.getByRole('article', { name: `${name} layer` });
      if (!isUsed) {
        await expect.element(note).not.toBeInTheDocument();
        continue;
      }
      await expect.element(note.getByText(sentence)).toBeInTheDocument();
      await expect.element(note.getByText(paper)).toBeInTheDocument();
      await expect.poll(() => note.element().querySelector('math')).not.toBeNull();
    }
  });

  it('sets what training goes by, once per move of a slider', async () => {
    named('learning rate').element().scrollIntoView();
    await named('learning rate').click();
    shown.asked.length = 0;
    await userEvent.keyboard('{Home}');
    await userEvent.fill(named('epochs'), '50');
    await userEvent.tab();
    expect(shown.asked).toEqual([
      ['setTraining', 'learningRate', 0.0001],
      ['setTraining', 'epochs', 50],
    ]);
  });

  it('lists the models under their families', async () => {
    await expect.element(choice('Model')).toBeVisible();
    const groups = [...choice('Model').element().querySelectorAll('optgroup')];
    expect(new Set(groups.map(({ label }) => label))).toEqual(new Set(FAMILIES));
    expect(groups.flatMap((group) => [...group.children].map((each) => each.textContent)).sort()).toEqual(
      MODELS.map(({ name }) => name).sort(),
    );
  });

  it('sets what a layer has for itself, once it is asked for', async () => {
    openFolds();
    await expect.element(named('own dropout').first()).toBeVisible();
    const own = named('own learning rate').first().element();
    expect(own.getAttribute('aria-valuetext')).toBe('as the run');
    if (own instanceof HTMLElement) own.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(shown.asked).toEqual([['setLayer', 0, defaultLayer('gcn', { learningRate: 0 })]]);
    setLayers([defaultLayer('gcn', { learningRate: 0 }), OUTPUT]);
    await expect.element(named('own weight decay').first()).toBeVisible();
    expect(document.querySelectorAll('[aria-label="Layer 1"] input[type="range"]')).toHaveLength(2);
  });

  it('says of a folded card what is not as usual', async () => {
    setLayers([defaultLayer('gcn', { learningRate: 0, norm: 'layer' }), OUTPUT]);
    await expect.element(page.getByText('norm layer, frozen', { exact: true })).toBeVisible();
  });

  it.each(METHODS.map(({ id }) => id))('sets %s by its own card, in place of layers', async (kind) => {
    setMethod(kind);
    const { name, sentence, params } = methodDescriptor(kind);
    await expect.element(page.getByRole('article', { name, exact: true })).toBeInTheDocument();
    await expect.element(page.getByText(sentence)).toBeInTheDocument();
    await expect.element(button('layer')).not.toBeInTheDocument();
    expect(document.querySelectorAll('[aria-label^="Layer "]')).toHaveLength(0);
    const [first] = params;
    if (first?.kind === 'integer') {
      await userEvent.fill(named(first.label), '7');
      await userEvent.keyboard('{Enter}');
    } else if (first?.kind === 'choice') await userEvent.selectOptions(choice(first.label), 'spreading');
    const value = first?.kind === 'integer' ? 7 : 'spreading';
    expect(shown.asked).toEqual([['setMethod', defaultMethod(kind, { [first!.key]: value })]]);
  });

  it('refuses a window longer than the walk, says why, and shows the old one', async () => {
    setMethod('node2vec');
    await userEvent.fill(named('context'), '30');
    await userEvent.keyboard('{Enter}');
    await expect
      .element(page.getByRole('alert'))
      .toHaveTextContent('expected at most the walk length 20, got 30');
    await expect.element(named('context')).toHaveValue(10);
    expect(shown.asked).toEqual([]);
  });

  it('sets what is set once in a while behind a fold that says what is not as usual', async () => {
    setTraining({ optimiser: 'sgd' });
    await expect.element(page.getByText('optimiser sgd', { exact: true })).toBeVisible();
    openFolds();
    await userEvent.selectOptions(choice('optimiser'), 'adamw');
    await userEvent.selectOptions(choice('batch size'), '1');
    const momentum = named('momentum').element();
    if (momentum instanceof HTMLElement) momentum.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(shown.asked).toEqual([
      ['setTraining', 'optimiser', 'adamw'],
      ['setTraining', 'batchSize', 1],
      ['setTraining', 'momentum', 0.8],
    ]);
    setTraining({ optimiser: 'adam' });
    await expect.element(named('momentum')).not.toBeInTheDocument();
  });

  it('stops early where there are validation nodes, and looks back once there is a rule', async () => {
    openFolds();
    await expect.element(choice('stop early')).not.toBeInTheDocument();
    const { graph } = shown.store.getState();
    const { labelling } = graph!.data;
    const split = { ...labelling.split, val: Int32Array.of(3) };
    shown.change({ graph: { ...graph!, data: { ...graph!.data, labelling: { ...labelling, split } } } });
    await userEvent.selectOptions(choice('stop early'), 'no better');
    await expect.element(named('patience')).not.toBeInTheDocument();
    setTraining({ earlyStopping: 'no better' });
    await userEvent.fill(named('patience'), '100');
    await userEvent.keyboard('{Enter}');
    expect(shown.asked).toEqual([
      ['setTraining', 'earlyStopping', 'no better'],
      ['setTraining', 'patience', 100],
    ]);
  });

  it('sets a fan-out where training goes by batches', async () => {
    setLayers([defaultLayer('sage'), OUTPUT]);
    await expect.element(choice('aggregator')).toBeVisible();
    await expect.element(named('fan-out')).not.toBeInTheDocument();
    setTraining({ batchSize: 1 });
    await userEvent.fill(named('fan-out'), '5');
    await userEvent.keyboard('{Enter}');
    expect(shown.asked).toEqual([['setLayer', 0, defaultLayer('sage', { fanOut: 5 })]]);
  });

  it('selects the nodes of a legend entry, and lets them go when it is pressed once more', async () => {
    const entry = page.getByRole('button', { name: /^labelled \d/ });
    await entry.click();
    expect(shown.asked).toEqual([['select', [0, 33]]]);
    shown.change({ view: { ...shown.store.getState().view, selection: [0, 33] } });
    await expect.element(entry).toHaveAttribute('aria-pressed', 'true');
    await entry.click();
    expect(shown.asked.at(-1)).toEqual(['select', []]);
  });

  it('normalises features where there are any', async () => {
    openFolds();
    const { graph } = shown.store.getState();
    const matrix = {
      numRows: 34,
      numCols: 3,
      rowPtr: new Int32Array(35),
      colIndex: new Int32Array(),
      values: new Float32Array(),
    };
    expect(document.body.textContent).not.toContain('normalise features');
    shown.change({ graph: { ...graph!, data: { ...graph!.data, features: { kind: 'sparse', matrix } } } });
    await named('normalise features').click();
    expect(shown.asked).toEqual([['setTraining', 'normaliseFeatures', false]]);
  });

  it('takes no number that is none, and the nearer end for one out of range', async () => {
    await userEvent.fill(named('width'), '');
    await userEvent.keyboard('{Enter}');
    await expect.element(named('width')).toHaveValue(16);
    await userEvent.fill(named('width'), '5000');
    await userEvent.keyboard('{Enter}');
    expect(shown.asked).toEqual([['setLayer', 0, defaultLayer('gcn', { width: 256 })]]);
  });

  it('sets the seed', async () => {
    await userEvent.fill(page.getByRole('spinbutton', { name: 'seed', exact: true }), '42');
    await userEvent.keyboard('{Enter}');
    expect(shown.asked).toEqual([['setSeed', 42]]);
  });

  it('chooses a backend and says why this one is in use', async () => {
    await button('Backend: WASM').click();
    await expect.element(page.getByText('There is no adapter.')).toBeVisible();
    await page.getByRole('radio', { name: /JavaScript/ }).click();
    expect(shown.asked).toEqual([['setBackend', 'cpu']]);
  });

  it('changes what is looked at', async () => {
    await userEvent.selectOptions(choice('Pace'), 'as fast as possible');
    await userEvent.selectOptions(choice('colour'), 'correctness');
    await userEvent.selectOptions(choice('method'), 'PCA');
    await page.getByRole('radio', { name: /^Z/ }).click({ force: true });
    await page.getByRole('radio', { name: /lasso/ }).click({ force: true });
    await button('Show the charts').click();
    await button('Hide the charts').click();
    expect(shown.asked).toEqual(
      [
        { pace: null },
        { colourBy: 'correctness' },
        { method: 'pca' },
        { layer: 'z' },
        { tool: 'lasso' },
        { folded: [], opened: ['charts'] },
        { folded: ['charts'], opened: [] },
      ].map((change) => ['setView', change]),
    );
  });

  it('changes the theme of the page', async () => {
    await page.getByRole('button', { name: /^Change to the/ }).click();
    const { theme } = document.documentElement.dataset;
    await page.getByRole('button', { name: /^Change to the/ }).click();
    expect([theme, document.documentElement.dataset.theme].sort()).toEqual(['dark', 'light']);
  });

  it('says which run is shown and which one a link holds beside it, and opens that', async () => {
    const { run } = shown.store.getState();
    const model = MODELS.find(({ id }) => id === 'node2vec');
    shown.change({ pending: defaultRun(run.data, run.seed, model) });
    const words = page.getByText('Shown is GCN · Karate Club · seed 7. The link also holds Node2Vec');
    await expect.element(words).toBeVisible();
    await button('Open it at epoch 0').click();
    expect(shown.asked).toEqual([['openPending']]);
  });

  it('dismisses a notice', async () => {
    shown.change({ notices: [{ id: 5, tone: 'warning', text: 'The device was lost.', about: 'page' }] });
    await button('Dismiss').click();
    expect(shown.asked).toEqual([['dismiss', 5]]);
  });
});

describe('the inspector', () => {
  it('sums up several nodes', async () => {
    shown.change({ view: { ...shown.store.getState().view, selection: [0, 1, 33] } });
    await expect.element(page.getByRole('heading', { name: '3 nodes' })).toBeVisible();
    await expect.element(page.getByText('1.000').first()).toBeVisible();
  });
});

describe('the keyboard', () => {
  it('plays, steps, resets, clears and goes back from anywhere but a field', async () => {
    await userEvent.keyboard(' .r{Escape}{Control>}z{/Control}');
    expect(shown.asked).toEqual([['toggle'], ['step'], ['reset'], ['select', []], ['undo']]);
    shown.asked.length = 0;
    await named('width').click();
    await userEvent.keyboard('.r');
    expect(shown.asked).toEqual([]);
  });

  it('plays after a panel was folded by a pointer', async () => {
    await button('Show the charts').click();
    await userEvent.keyboard(' ');
    expect(shown.asked).toEqual([['setView', { folded: [], opened: ['charts'] }], ['toggle']]);
  });

  it('presses the button that has the focus', async () => {
    shown.change({ training: { ...shown.store.getState().training, phase: 'paused' } });
    const step = button('One epoch').element();
    if (step instanceof HTMLElement) step.focus();
    await userEvent.keyboard(' ');
    expect(shown.asked).toEqual([['step']]);
  });

  it('opens the list of keys, and Escape closes it first', async () => {
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).not.toBeInTheDocument();
    expect(shown.asked).toEqual([]);
  });
});

describe('a set that could not be had', () => {
  beforeEach(async () => {
    const { DATASETS } = await import('../../../src/data/run/catalogue');
    const descriptor = DATASETS.find(({ id }) => id === 'cora')!;
    shown.change({
      data: { kind: 'failed', descriptor, message: 'No source answered.', labelling: null, wasAsked: true },
    });
  });

  it('keeps the graph before it, names the files and tries again', async () => {
    await expect
      .element(page.getByText('Cora could not be loaded: this is still Karate Club.'))
      .toBeVisible();
    await expect.element(page.getByText(/Or drop these 8 files/)).toBeVisible();
    await button('Try again').click();
    expect(shown.asked).toEqual([['loadData', 'cora', null]]);
  });

  it('takes files dropped on the page', async () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['0'], 'ind.cora.x'));
    const over = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
    document.body.dispatchEvent(over);
    await expect.element(page.getByText(/They stay in this tab/)).toBeVisible();
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    expect(over.defaultPrevented).toBe(true);
    expect(shown.asked).toEqual([['openFiles', [expect.objectContaining({ name: 'ind.cora.x' })]]]);
  });
});
