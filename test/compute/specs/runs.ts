/** Runs and graphs that the trainer's specs share. */
import { createTrainer, type Trainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import { toDense } from '../../../src/data/graph/dense';
import type { Features, GraphData } from '../../../src/data/graph/graphData';
import { NO_EDITS } from '../../../src/data/run/edits';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { Activation } from '../../../src/data/run/params';
import type { RunSpec } from '../../../src/data/run/runSpec';
import type { TrainSpec } from '../../../src/data/run/training';
import { randomSparse } from './support';
import { DEFAULT_TASK } from '../../../src/data/run/tasks/tasks';

export const layer = (width: number, activation: Activation = 'relu', bias = false): LayerSpec =>
  defaultLayer('gcn', { width, activation, bias });

export const plainTraining: TrainSpec = {
  epochs: 200,
  optimiser: 'adam',
  momentum: 0.9,
  earlyStopping: 'off',
  patience: 10,
  batchSize: 0,
  learningRate: 0.01,
  weightDecay: 0,
  decayOn: 'first layer',
  inputDropout: 0,
  dropout: 0,
  normaliseFeatures: false,
};

export const kipfTraining: TrainSpec = {
  ...plainTraining,
  weightDecay: 5e-4,
  inputDropout: 0.5,
  dropout: 0.5,
  normaliseFeatures: true,
};

export const runOf = (
  training: Partial<TrainSpec> = {},
  layers: readonly LayerSpec[] = [layer(16), layer(2, 'none')],
  seed = 1,
): RunSpec => ({
  version: 1,
  data: { id: 'karate', labelling: null },
  task: DEFAULT_TASK,
  model: { id: 'gcn', layers, method: null },
  training: { ...plainTraining, ...training },
  seed,
  edits: NO_EDITS,
  timeline: [],
});

/** Karate Club with sparse features: 40 columns, node 5 has none. */
export function wordyKarate(): GraphData {
  const features: Features = { kind: 'sparse', matrix: randomSparse(34, 40, 0.2, 6, [5]) };
  return { ...karate('modularity'), features };
}

/** The same with its features dense. */
export function denselyWordyKarate(): GraphData {
  const graph = wordyKarate();
  return { ...graph, features: { kind: 'dense', matrix: toDense(graph.features, graph.numNodes) } };
}

/** Losses of the next `epochs` steps. */
export async function lossesOf(trainer: Trainer, epochs: number): Promise<number[]> {
  const losses: number[] = [];
  for (let i = 0; i < epochs; i++) {
    trainer.step();
    losses.push((await trainer.evaluate()).record.loss);
  }
  return losses;
}

export async function lossesOfRun(run: RunSpec, graph: GraphData, epochs: number): Promise<number[]> {
  const trainer = createTrainer(run, graph);
  const losses = await lossesOf(trainer, epochs);
  trainer.dispose();
  return losses;
}
