import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { stage, type Stage } from './stage';
import { defaultRun } from '../../../src/data/run/defaults';
import { MODELS } from '../../../src/data/run/models';
import type { Account } from '../../../src/data/run/account';

const NODE = 8;

let shown: Stage;
beforeEach(async () => {
  await page.viewport(1440, 900);
  shown = stage();
  await expect.element(page.getByRole('heading', { name: 'GNN Playground' })).toBeVisible();
});
afterEach(() => shown.leave());

const look = (id: string, account: Account | null, selection: readonly number[] = [NODE]) => {
  const { run: before, view } = shown.store.getState();
  const run = defaultRun(
    before.data,
    0,
    MODELS.find((model) => model.id === id),
  );
  shown.change({ run, view: { ...view, selection }, accounted: { account, message: null } });
};

const visits = new Float32Array(34);
visits.set([0.25, 0.125], 32);
const WALKS: Account = {
  kind: 'walks',
  node: NODE,
  numWalks: 200,
  numSteps: 3800,
  visits,
  shares: { back: 0.125, near: 0.25, outward: 0.625 },
  unbiased: { back: 0.125, near: 0.25, outward: 0.625 },
  meanReach: 2.25,
  mostReach: 3,
};
const part = (name: string) => page.getByRole('region', { name, exact: true });

describe('the inspector of a model without layers', () => {
  it('shows what the steps of walks do, and colours the graph by them', async () => {
    look('node2vec', WALKS);
    const kinds = part('Walks').getByRole('list', { name: 'Kinds of steps' });
    await expect.element(kinds).toHaveTextContent(/back1\/p = 112\.5 %beside125\.0 %outward1\/q = 162\.5 %/);
    await page.getByRole('button', { name: 'Colour the graph by these walks' }).click();
    await part('Walks').getByRole('button', { name: /^32/ }).click();
    expect(shown.asked).toEqual([
      ['setView', { colourBy: 'walks' }],
      ['select', [32]],
    ]);
  });

  it('offers walks as colours with Node2Vec only', async () => {
    const option = page.getByRole('option', { name: 'walks', exact: true });
    await expect.element(option).not.toBeInTheDocument();
    look('node2vec', WALKS);
    await expect.element(option).toBeInTheDocument();
    const { view } = shown.store.getState();
    shown.change({ view: { ...view, colourBy: 'walks' } });
    const legend = page.getByRole('list', { name: 'Legend' });
    await expect.element(legend).toHaveTextContent(/walks from node 8.*1 %10 %32 not reached/);
  });

  it('leaves deleted nodes out of those that are not known', async () => {
    look('node2vec', WALKS);
    const { view, graph } = shown.store.getState();
    const data = { ...graph!.data, tombstones: [0, 1] };
    shown.change({ view: { ...view, colourBy: 'walks' }, graph: { ...graph!, data } });
    await expect.element(page.getByRole('list', { name: 'Legend' })).toHaveTextContent('30 not reached');
  });

  it('lists the largest dot products of a factorisation', async () => {
    const nodes = Int32Array.of(30, 2);
    look('factorisation', {
      kind: 'products',
      node: NODE,
      epoch: 12,
      nodes,
      products: Float32Array.of(4, 3.5),
      own: 5,
    });
    const list = part('Dot products').getByRole('list', { name: 'Largest dot products' });
    await expect.element(list).toHaveTextContent('30423.500');
    await expect.element(part('Dot products')).toHaveTextContent('Of these 2, 2 are neighbours.');
  });

  it('says what the neighbours of a node hold in label propagation', async () => {
    look('labelPropagation', null);
    await expect.element(part('Where its labels come from')).toHaveTextContent(/Now: \d of 5 lean to/);
  });

  it('keeps the focus in the inspector when a walk takes the pressed row away', async () => {
    look('node2vec', WALKS);
    const row = part('Walks').getByRole('button', { name: /^32/ });
    await expect.element(row).toBeVisible();
    const pressed = row.element();
    if (pressed instanceof HTMLElement) pressed.focus();
    await userEvent.keyboard('{Enter}');
    expect(shown.asked.at(-1)).toEqual(['select', [32]]);
    look('node2vec', null, [32]);
    await expect.poll(() => document.activeElement?.textContent).toBe('Node 32');
    expect(document.activeElement?.tagName).toBe('H2');
  });

  it('leaves the focus where it is when the selection changes from elsewhere', async () => {
    look('node2vec', WALKS);
    const field = page.getByRole('combobox', { name: 'colour', exact: true }).element();
    if (field instanceof HTMLElement) field.focus();
    look('node2vec', null, [3]);
    await expect.element(page.getByRole('heading', { name: 'Node 3' })).toBeVisible();
    expect(document.activeElement).toBe(field);
  });
});

describe('a graph without classes', () => {
  const unlabelled = () => {
    const { graph, training } = shown.store.getState();
    const labelling = {
      ...graph!.data.labelling,
      classNames: [],
      y: new Int32Array(34).fill(-1),
      split: { train: new Int32Array(0), val: null, test: null },
    };
    const frame = training.frame && {
      ...training.frame,
      output: { ...training.frame.output, values: new Float32Array(0) },
    };
    shown.change({
      graph: { ...graph!, data: { ...graph!.data, labelling } },
      training: { ...training, frame, predictions: null },
    });
  };

  it('has no word of classes in the inspector and in the filter', async () => {
    look('node2vec', WALKS);
    unlabelled();
    await expect.element(part('Node')).toHaveTextContent(/^\d+ edges$/);
    const panel = page.getByRole('region', { name: 'Inspect', exact: true });
    const words = /true class|predicted|class probabilities|training label|not trained on|accuracy/i;
    await expect.element(panel).not.toHaveTextContent(words);
    look('node2vec', WALKS, [0, 1]);
    await expect.element(panel).toHaveTextContent('2 nodes');
    await expect.element(panel).not.toHaveTextContent(words);
    await page.getByRole('button', { name: 'Filter' }).click();
    await expect.element(page.getByRole('dialog', { name: 'Filter' })).not.toHaveTextContent(words);
  });
});
