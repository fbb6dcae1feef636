import { expect, it } from 'vitest';
import { descriptorOf } from '../../../src/data/run/catalogue';
import { defaultRun } from '../../../src/data/run/defaults';
import { NO_EDITS, withEdge } from '../../../src/data/run/edits';
import { MODELS } from '../../../src/data/run/models';
import type { Scene } from '../../../src/ui/state/scene';
import { sceneText } from '../../../src/ui/state/sceneText';
import { DEFAULT_VIEW } from '../../../src/ui/state/viewSpec';

const scene = (id: string, model: string, change: Partial<Scene> = {}, labelling: string | null = null) => ({
  run: defaultRun(
    { id, labelling },
    3,
    MODELS.find((each) => each.id === model),
  ),
  pending: null,
  epoch: 0,
  view: DEFAULT_VIEW,
  graph: null,
  results: null,
  ...change,
});
const textOf = (of: Scene) => sceneText(of, descriptorOf(of.run.data.id));

it('says what a simple link holds', () => {
  expect(textOf(scene('cora', 'gcn', { epoch: 140 }))).toBe(
    'Cora with a two-layer GCN, seed 3, shown at epoch 140.',
  );
  expect(textOf(scene('karate', 'ggnn'))).toBe(
    'Karate Club with a two-layer gated network, seed 3, untrained.',
  );
  expect(textOf(scene('karate', 'sgc', {}, 'modularity'))).toContain('Karate Club (four ');
  expect(textOf(scene('karate', 'node2vec'))).toContain('Karate Club with Node2Vec, seed 3');
  expect(textOf(scene('karate', 'labelPropagation'))).toContain('with label propagation,');
});

it('names what happened on the way, as far as the epoch shown', () => {
  const { run } = scene('cora', 'gcn');
  const timeline = [
    { epoch: 20, change: {}, edits: withEdge(NO_EDITS, 1, 2) },
    { epoch: 40, change: { learningRate: 0.1, dropout: 0 } },
    { epoch: 90, change: { learningRate: 0.01 } },
  ];
  const moved = { ...run, timeline };
  expect(textOf(scene('cora', 'gcn', { run: moved, epoch: 60 }))).toBe(
    'Cora with a two-layer GCN, seed 3, shown at epoch 60; graph edited at epoch 20; learning rate and hidden dropout moved at epoch 40.',
  );
  const often = { ...run, timeline: [1, 2, 3, 4].map((epoch) => ({ epoch, change: { dropout: 0 } })) };
  expect(textOf(scene('cora', 'gcn', { run: often, epoch: 60 }))).toContain('; changed 4 times on the way.');
});

it('names edits, the selection and the controls that are locked or hidden', () => {
  const { run } = scene('cora', 'gcn');
  const view = { ...DEFAULT_VIEW, selection: [1, 5] };
  expect(
    textOf({
      ...scene('cora', 'gcn', { epoch: 1 }),
      run: { ...run, edits: withEdge(NO_EDITS, 1, 2) },
      view: { ...view, locked: ['model', 'seed'], hidden: ['training'] },
    }),
  ).toBe(
    'Cora with a two-layer GCN, seed 3, shown at epoch 1; 1 edge added; 2 nodes selected; model and seed are locked; training settings are hidden.',
  );
  expect(textOf({ ...scene('cora', 'gcn'), view: { ...view, selection: [4], locked: ['seed'] } })).toMatch(
    /; 1 node selected; seed is locked\.$/,
  );
});

it('tells of another model that it holds', () => {
  const pending = scene('cora', 'gat').run;
  expect(textOf(scene('cora', 'gcn', { epoch: 9, pending }))).toContain(
    '; another model is offered beside it.',
  );
});
