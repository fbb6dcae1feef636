/** How the time of an epoch grows with the edges: whole-graph steps, 10 edges to a node. */
import { startBackend } from '../../../src/compute/backend';
import { createTrainer } from '../../../src/compute/train/trainer';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { MODELS } from '../../../src/data/run/models';
import { benchRun } from '../graph';
import { kernelsOf } from '../launches';
import { median, timeSteps } from '../measure';
import { syntheticGraph } from './synthetic';

export type GrowthModel = 'gcn' | 'sage';

export interface GrowthPoint {
  readonly model: GrowthModel;
  /** Directed, as messages go. */
  readonly edges: number;
  readonly nodes: number;
  /** Median of the samples. */
  readonly epochMs: number;
  /** The fastest sample: what else the machine does only ever adds to a time. */
  readonly fastestMs: number;
  readonly launches: number;
}

/** Edges of one direction to a node. */
const DEGREE = 10;

/** @param edges directed */
export async function measureGrowth(model: GrowthModel, edges: number): Promise<GrowthPoint> {
  await startBackend('wasm', { secure: isSecureContext });
  const nodes = edges / DEGREE;
  const graph = syntheticGraph({
    nodes,
    edges: edges / 2,
    features: 32,
    classes: 8,
    training: nodes / 2,
  });
  const run = benchRun(MODELS[0]);
  const layers = [defaultLayer(model, { width: 16 }), defaultLayer(model, { activation: 'none' })];
  const trainer = createTrainer({ ...run, model: { ...run.model, layers } }, graph);
  // About as many edges to each size: small ones take many steps.
  const stepsPerSample = Math.max(1, Math.round(400_000 / edges));
  const plan = { warmUp: 2 + stepsPerSample, samples: 9, stepsPerSample };
  const samples = await timeSteps(trainer.step, () => Promise.resolve(), plan);
  const launches = await kernelsOf(trainer.step);
  trainer.dispose();
  const { length } = graph.edgeIndex.source;
  return { model, edges: length, nodes, epochMs: median(samples), fastestMs: Math.min(...samples), launches };
}
