/**
 * A graph of the size of ogbn-arxiv: 170,000 nodes, 1.2 million undirected edges (2.4 million messages; ogbn-arxiv's own
 * 1,166,243 are citations, which models take in both directions), 128 dense features, 40 classes, 90,000 training nodes.
 * GraphSAGE-mean, hidden 64, fan-out 10 from the batch and 5 from there, 1024 nodes to a step.
 */
import { startBackend } from '../../../src/compute/backend';
import { createTrainer } from '../../../src/compute/train/trainer';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { MODELS } from '../../../src/data/run/models';
import { benchRun } from '../graph';
import { kernelsOf } from '../launches';
import { median } from '../measure';
import { heldNow, type Held } from './memory';
import { syntheticGraph } from './synthetic';
import { scoreOf } from '../../../src/data/run/records';

export interface LargeMeasured {
  readonly graph: string;
  /** Directed, as messages go. */
  readonly edges: number;
  readonly stepsPerEpoch: number;
  readonly epochMs: number;
  /** Median of all steps. */
  readonly stepMs: number;
  readonly evaluationMs: number;
  readonly launchesPerEpoch: number;
  readonly losses: readonly number[];
  readonly testAccuracy: number;
  /** After the first epoch and its evaluation, and at the end. */
  readonly heldAfterOne: Held;
  readonly held: Held;
  readonly heldBytes: number;
}

const EPOCHS = 3;
const SIZE = { nodes: 170_000, edges: 1_200_000, features: 128, classes: 40, training: 90_000 };

export async function measureLarge(): Promise<LargeMeasured> {
  await startBackend('wasm', { secure: isSecureContext });
  const graph = syntheticGraph(SIZE);
  const run = benchRun(MODELS[0]);
  const layers = [
    defaultLayer('sage', { width: 64, fanOut: 5 }),
    defaultLayer('sage', { fanOut: 10, activation: 'none' }),
  ];
  const training = { ...run.training, batchSize: 1024, normaliseFeatures: false, inputDropout: 0 };
  const trainer = createTrainer({ ...run, training, model: { ...run.model, layers } }, graph);
  const steps: number[] = [];
  const epochs: number[] = [];
  const evaluations: number[] = [];
  const losses: number[] = [];
  let testAccuracy = 0;
  let heldAfterOne: Held | null = null;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const began = performance.now();
    for (let isDone = false; !isDone;) {
      const stepBegan = performance.now();
      isDone = trainer.slice();
      steps.push(performance.now() - stepBegan);
    }
    epochs.push(performance.now() - began);
    const asked = performance.now();
    const { record } = await trainer.evaluate();
    evaluations.push(performance.now() - asked);
    losses.push(record.loss);
    testAccuracy = scoreOf(record, 'test', 'accuracy') ?? 0;
    heldAfterOne ??= heldNow(graph);
  }
  const held = heldNow(graph);
  const launchesPerStep = await kernelsOf(() => trainer.slice());
  const stepsPerEpoch = steps.length / EPOCHS;
  trainer.dispose();
  return {
    graph: graph.name,
    edges: graph.edgeIndex.source.length,
    stepsPerEpoch,
    epochMs: median(epochs),
    stepMs: median(steps),
    evaluationMs: median(evaluations),
    launchesPerEpoch: launchesPerStep * stepsPerEpoch,
    losses,
    testAccuracy,
    heldAfterOne: heldAfterOne ?? held,
    held,
    heldBytes: held.wasmHeap + held.graph + (held.jsHeap ?? 0),
  };
}
