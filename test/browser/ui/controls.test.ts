import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stage, type Stage } from './stage';
import { defaultLayer } from '../../../src/data/spec/layers/defaults';
import { LAYERS, type LayerSpec } from '../../../src/data/spec/layers/layers';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  shown = stage();
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeVisible();
});
afterEach(() => shown.leave());

const OUTPUT = defaultLayer('gcn', { activation: 'none' });
const setLayers = (layers: readonly LayerSpec[]) => {
  const { draft } = shown.store.getState();
  shown.change({ draft: { ...draft, model: { ...draft.model, layers } } });
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

  it('normalises features where there are any', async () => {
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
    await button('Hide the charts').click();
    await button('Show the charts').click();
    expect(shown.asked).toEqual(
      [
        { pace: null },
        { colourBy: 'correctness' },
        { method: 'pca' },
        { layer: 'z' },
        { tool: 'lasso' },
        { folded: ['charts'] },
        { folded: [] },
      ].map((change) => ['setView', change]),
    );
  });

  it('changes the theme of the page', async () => {
    await page.getByRole('button', { name: /^Change to the/ }).click();
    const { theme } = document.documentElement.dataset;
    await page.getByRole('button', { name: /^Change to the/ }).click();
    expect([theme, document.documentElement.dataset.theme].sort()).toEqual(['dark', 'light']);
  });

  it('offers a reset where a change waits for one', async () => {
    const { draft } = shown.store.getState();
    const [first, ...others] = draft.model.layers;
    shown.change({
      draft: { ...draft, model: { ...draft.model, layers: [{ ...first!, width: 8 }, ...others] } },
    });
    await expect.element(page.getByText('Applies at the next reset: architecture.')).toBeVisible();
    await button('Reset now').click();
    expect(shown.asked).toEqual([['reset']]);
  });

  it('dismisses a notice', async () => {
    shown.change({ notices: [{ id: 5, tone: 'warning', text: 'The device was lost.' }] });
    await button('Dismiss').click();
    expect(shown.asked).toEqual([['dismiss', 5]]);
  });
});

describe('the inspector', () => {
  it('shows a node, lights a neighbour under the pointer and selects it', async () => {
    shown.change({ view: { ...shown.store.getState().view, selection: [8] } });
    await expect.element(page.getByRole('heading', { name: 'Node 8' })).toBeVisible();
    const list = page.getByRole('list', { name: 'Neighbours' });
    const neighbour = list.getByRole('button').nth(1);
    await neighbour.hover();
    expect(shown.store.getState().hovered).toBe(2);
    await neighbour.click();
    expect(shown.asked.at(-1)).toEqual(['select', [2]]);
  });

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
    const { DATASETS } = await import('../../../src/data/spec/catalogue');
    const descriptor = DATASETS.find(({ id }) => id === 'cora')!;
    shown.change({ data: { kind: 'failed', descriptor, message: 'No source answered.' } });
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
    expect(shown.asked).toEqual([['dropFiles', [expect.objectContaining({ name: 'ind.cora.x' })]]]);
  });
});
