/** Node2Vec with the settings of PyTorch Geometric's example: walks of all nodes, and whole epochs. */
import { compileKernels } from '../../../src/compute/embed/kernelModule';
import { createNode2Vec } from '../../../src/compute/embed/node2vec';
import { pairsPerWalk } from '../../../src/compute/embed/skipGram';
import { walkGraph } from '../../../src/compute/embed/walkGraph';
import { sampleWalks } from '../../../src/compute/embed/walks';
import { randomKey } from '../../../src/data/base/random';
import { withDefaults } from '../../../src/data/run/layers/defaults';
import { NODE2VEC } from '../../../src/data/run/methods/node2vec';
import { MODELS } from '../../../src/data/run/models';
import { benchGraph, benchRun } from '../graph';
import { median } from '../measure';

export interface Node2VecMeasured {
  readonly graph: string;
  /** One round of walks from all nodes: first-order (p = q = 1), and second-order (p = .25, q = 4). */
  readonly walksMs: number;
  readonly secondOrderWalksMs: number;
  readonly epochMs: number;
  /** Pairs of real walks in an epoch, negative ones not counted. */
  readonly pairs: number;
}

const SAMPLES = 5;

export async function measureNode2Vec(base: string): Promise<Node2VecMeasured> {
  const graph = await benchGraph(base);
  const kernels = await compileKernels();
  if (!kernels) throw new Error('bench: expected kernels.wasm, got none.');
  const settings = {
    ...withDefaults(NODE2VEC),
    dimension: 128,
    walksPerNode: 10,
    walkLength: 20,
    context: 10,
  };
  const medianOf = (work: (sample: number) => unknown) => {
    work(-1);
    const times = Array.from({ length: SAMPLES }, (_, sample) => {
      const began = performance.now();
      work(sample);
      return performance.now() - began;
    });
    return median(times);
  };
  const walker = walkGraph(graph);
  const nodes = Int32Array.from({ length: graph.numNodes }, (_, node) => node);
  const walksMs = (p: number, q: number) =>
    medianOf((sample) => sampleWalks(walker, { ...settings, p, q }, randomKey(0, 98, sample + 1), nodes));
  const trainer = createNode2Vec(benchRun(MODELS[0]), { ...settings, negatives: 1 }, graph, kernels);
  return {
    graph: graph.name,
    walksMs: walksMs(1, 1),
    secondOrderWalksMs: walksMs(0.25, 4),
    epochMs: medianOf(trainer.step),
    pairs: graph.numNodes * settings.walksPerNode * pairsPerWalk(settings),
  };
}
