import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Compared } from '../../../src/data/run/pictures';
import type { ComparedSide } from '../../../src/ui/state/comparison';
import { stage, type Stage } from './stage';

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  shown = stage();
  shown.change({ view: { ...shown.store.getState().view, opened: ['charts'] } });
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeVisible();
});
afterEach(() => shown.leave());

const chart = (side: 'Left' | 'Right') => page.getByRole('combobox', { name: `${side} chart` });
const figure = (name: string) => page.getByRole('figure', { name, exact: true });
const asked = (name: string) => shown.asked.filter(([what]) => what === name);

describe('the charts', () => {
  it('show what each of them is asked for, and the view remembers', async () => {
    await expect.element(figure('Loss')).toBeVisible();
    await userEvent.selectOptions(chart('Left'), 'Accuracy');
    await userEvent.selectOptions(chart('Right'), 'Classes');
    await expect.element(figure('Accuracy')).toBeVisible();
    await expect.element(figure('Classes')).toBeVisible();
    await expect.element(figure('Loss')).not.toBeInTheDocument();
    expect(shown.store.getState().view.charts).toEqual(['accuracy', 'classes']);
  });

  it('say how alike each layer makes the nodes, at the epoch that is shown', async () => {
    const { training } = shown.store.getState();
    const at = (epoch: number, energy: number, cosine: number) => ({
      epoch,
      layers: [
        { id: 'h1', energy, cosine },
        { id: 'z', energy: energy / 2, cosine: 1 },
      ],
    });
    shown.change({ training: { ...training, smoothing: [at(0, 0.5, 0.1), at(12, 0.25, 0.9)] } });
    await userEvent.selectOptions(chart('Left'), 'Dirichlet energy');
    await expect.element(figure('Dirichlet energy')).toHaveTextContent(/H¹ 0.25, Z 0.13/);
    await expect
      .element(figure('Dirichlet energy'))
      .toHaveTextContent(/Residuals raise accuracy, not the energy/);
    await userEvent.selectOptions(chart('Left'), 'Mean cosine');
    await expect.element(figure('Mean cosine')).toHaveTextContent(/H¹ 0.90, Z 1.00/);
  });

  it('reach as far as the run was trained, beyond its planned end', async () => {
    const { run, training } = shown.store.getState();
    const last = training.records.length - 1;
    for (const [epochs, end] of [
      [3, last],
      [last + 7, last + 7],
    ] as const) {
      shown.change({ run: { ...run, training: { ...run.training, epochs } } });
      for (const name of ['Loss', 'Accuracy'])
        await expect.element(figure(name)).toHaveTextContent(`${name} at epoch ${training.epoch} of ${end}:`);
    }
  });

  it('leave the slider of epochs its track while a hand moves the thumb', async () => {
    const slider = page.getByRole('slider', { name: 'Epoch shown' });
    await expect.element(slider).toBeEnabled();
    const { width } = slider.element().getBoundingClientRect();
    const { training } = shown.store.getState();
    for (const epoch of [Math.floor(training.epoch / 2), 1]) {
      shown.change({ travelling: true, training: { ...training, epoch } });
      await expect.element(slider).toHaveValue(String(epoch));
      expect(slider.element().getBoundingClientRect().width).toBe(width);
    }
  });

  it('draw seeds of the same settings as a band, and name it; others not', async () => {
    const { run, training } = shown.store.getState();
    const done = [1, 2, 3].map((seed) => ({ seed, records: training.records, diverged: false }));
    const seeds = { kind: 'done' as const, run, seeds: [1, 2, 3], done, share: 1, message: null };
    shown.change({ seeds });
    await expect.element(figure('Loss')).toHaveTextContent(/3 seeds, mean ± deviation/);
    const other = { ...run, training: { ...run.training, dropout: 0.9 } };
    shown.change({ seeds: { ...seeds, run: other } });
    await expect.element(figure('Loss')).not.toHaveTextContent(/3 seeds/);
  });

  it('light and select the nodes of a cell of the classes', async () => {
    await userEvent.selectOptions(chart('Right'), 'Classes');
    const cell = figure('Classes').getByRole('button', { name: '17 nodes of Mr. Hi, predicted Mr. Hi' });
    await cell.hover();
    const { y } = shown.store.getState().graph!.data.labelling;
    const nodes = [...y.keys()].filter((node) => y[node] === 0);
    expect(asked('light').at(-1)).toEqual(['light', { edges: [], nodes }]);
    await cell.click();
    expect(asked('select')).toEqual([['select', nodes]]);
    await userEvent.selectOptions(chart('Right'), 'Loss');
    await expect.poll(() => asked('light').at(-1)).toEqual(['light', null]);
  });

  it('measure influence at rest in a small graph: the selected node, then a sample', async () => {
    const { view } = shown.store.getState();
    shown.change({ view: { ...view, selection: [33] } });
    await userEvent.selectOptions(chart('Right'), 'Influence');
    await expect.element(figure('Influence')).toHaveTextContent(/node 33 R 0.67.*20 nodes R 0.67/);
    await expect.element(figure('Influence')).toHaveTextContent(/hop 0 50 percent, hop 1 33 percent/);
    expect(asked('influence')[0]).toEqual(['influence', [33], 20]);
    expect(asked('influence').length).toBeLessThanOrEqual(21);
  });
});

describe('training that halts, and the projector', () => {
  it('takes the epoch that is typed, and none', async () => {
    await page.getByRole('button', { name: 'More on the time' }).click();
    await userEvent.fill(page.getByLabelText('pause at epoch'), '40');
    await userEvent.keyboard('{Enter}');
    expect(shown.store.getState().view.stopAt).toBe(40);
    await userEvent.fill(page.getByLabelText('pause at epoch'), '');
    await userEvent.keyboard('{Enter}');
    expect(shown.store.getState().view.stopAt).toBeNull();
  });

  it('makes type and marks larger, and usual again', async () => {
    const size = () => Number.parseFloat(getComputedStyle(document.body).fontSize);
    const before = size();
    await page.getByRole('button', { name: 'Pictures alone, for a projector' }).click();
    expect(size()).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Leave the projector view' }).click();
    expect(size()).toBe(before);
  });
});

describe('two runs', () => {
  const past = (number: number) => {
    const { run, training } = shown.store.getState();
    return { number, name: null, run: { ...run, seed: number }, records: training.records, smoothing: [] };
  };

  it('are ticked in the table, two at most, and asked for', async () => {
    shown.change({ runs: [past(1), past(2)] });
    await page.getByRole('radio', { name: 'runs (3)' }).click({ force: true });
    const boxes = page.getByRole('checkbox', { name: /^Compare/ });
    await boxes.nth(0).click();
    await expect.element(page.getByText('tick two to compare')).toBeVisible();
    await boxes.nth(1).click();
    await boxes.nth(2).click();
    await page.getByRole('button', { name: 'compare the two' }).click();
    expect(asked('compareRuns')).toEqual([['compareRuns', 2, 1]]);
  });

  it('are told apart by what differs, and at 1440 by 900 four stand in sight', async () => {
    await page.viewport(1440, 900);
    shown.change({ runs: [past(1), past(2), past(3)] });
    await page.getByRole('radio', { name: 'runs (4)' }).click({ force: true });
    const rows = page.getByRole('region', { name: 'Runs' }).getByRole('row');
    await expect.element(rows.nth(3).getByRole('button', { name: 'seed 2', exact: true })).toBeVisible();
    const box = page.getByRole('region', { name: 'Runs' }).element().getBoundingClientRect();
    expect(rows.nth(4).element().getBoundingClientRect().bottom).toBeLessThanOrEqual(box.bottom);
  });

  it('on another graph than the one that is shown cannot be ticked, with the reason in words', async () => {
    const other = past(1);
    const run = { ...other.run, data: { id: 'karate', labelling: 'modularity' } };
    shown.change({ runs: [{ ...other, run }, past(2)] });
    await page.getByRole('radio', { name: 'runs (3)' }).click({ force: true });
    const boxes = page.getByRole('checkbox', { name: /^Compare/ });
    await expect.element(boxes.nth(2)).toBeDisabled();
    await expect.element(boxes.nth(1)).toBeEnabled();
    await expect.element(page.getByText(/^This needs runs on the graph that is shown/)).toBeVisible();
  });

  it('lie side by side with what differs and who moved; Escape leaves', async () => {
    const { run, training, graph } = shown.store.getState();
    const side = (seed: number): ComparedSide => ({
      number: seed,
      name: null,
      run: { ...run, seed },
      records: training.records,
      epoch: 12,
    });
    const { positions } = graph!;
    const moved = new Float32Array(34);
    moved[8] = 0.6;
    const frame = training.frame!;
    const compared: Compared = {
      layer: 'h1',
      method: 'umap',
      first: { frame, positions },
      second: { frame, positions },
      moved,
      k: 15,
    };
    shown.change({
      comparison: {
        base: graph!.base,
        sides: [side(1), side(2)],
        layers: training.layers.slice(1),
        layer: 'h1',
        method: 'umap',
        kind: 'ready',
        compared,
        message: null,
      },
    });
    const sheet = page.getByRole('dialog', { name: 'Two runs side by side' });
    await expect.element(sheet.getByRole('row', { name: 'seed 1 2' })).toBeVisible();
    const row = sheet.getByRole('button', { name: /node 8/ });
    await row.hover();
    expect(shown.store.getState().hovered).toBe(8);
    await row.click();
    expect(asked('select')).toEqual([['select', [8], 'replace']]);
    await userEvent.selectOptions(sheet.getByRole('combobox', { name: 'layer' }), 'Z');
    expect(asked('lookAt')).toEqual([['lookAt', { layer: 'z' }]]);
    await userEvent.keyboard(' ');
    expect(asked('toggle')).toEqual([]);
    await userEvent.keyboard('{Escape}');
    expect(asked('closeComparison')).toEqual([['closeComparison']]);
  });
});
