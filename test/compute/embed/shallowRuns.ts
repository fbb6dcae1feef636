/** Runs, graphs and trainers that the tests of this room share. */
import { readFileSync } from 'node:fs';
import { createFactorisation } from '../../../src/compute/embed/factorisation';
import { createLabelPropagation } from '../../../src/compute/embed/labelPropagation';
import { createNode2Vec } from '../../../src/compute/embed/node2vec';
import type { Trainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import type { GraphData } from '../../../src/data/graph/graphData';
import { defaultRun } from '../../../src/data/run/defaults';
import { withDefaults } from '../../../src/data/run/layers/defaults';
import { NODE2VEC } from '../../../src/data/run/methods/node2vec';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { TrainSpec } from '../../../src/data/run/training';
import type { Keyframe } from '../../../src/data/run/records';

export const kernels = new WebAssembly.Module(readFileSync('src/compute/wasm/build/kernels.wasm'));

export function runOf(seed = 1, training: Partial<TrainSpec> = {}): RunSpec {
  const run = defaultRun({ id: 'karate', labelling: null }, seed);
  return { ...run, training: { ...run.training, ...training } };
}

export const SMALL = withDefaults(NODE2VEC, { dimension: 8, batchSize: 8, q: 0.5 });

type Create = (run: RunSpec, graph: GraphData, from?: Keyframe | null) => Trainer;

export const METHODS: Readonly<Record<string, Create>> = {
  'Node2Vec, wasm': (run, graph, from) => createNode2Vec(run, SMALL, graph, kernels, from),
  'Node2Vec, plain': (run, graph, from) => createNode2Vec(run, SMALL, graph, null, from),
  factorisation: (run, graph, from) =>
    createFactorisation(run, { kind: 'factorisation', dimension: 6 }, graph, from),
  'label propagation': (run, graph, from) =>
    createLabelPropagation(run, { kind: 'labelPropagation', form: 'clamped', alpha: 0.9 }, graph, from),
};

export const club = karate('modularity');

/** Karate Club with a node 34 that nobody knows. */
export const withStranger: GraphData = {
  ...club,
  numNodes: 35,
  features: { kind: 'identity', numCols: 35 },
  labelling: { ...club.labelling, y: Int32Array.of(...club.labelling.y, -1) },
};

export async function train(trainer: Trainer, epochs: number) {
  for (let epoch = 0; epoch < epochs; epoch++) trainer.step();
  const { record, frame } = await trainer.evaluate();
  return { record: { ...record, ms: 0 }, frame };
}

export async function valuesOf(trainer: Trainer, layer: string): Promise<Float32Array> {
  const found = await trainer.activations(layer);
  if (found.kind !== 'dense') throw new Error(`expected ${layer} to be dense`);
  return found.matrix.values;
}
