/** Graphs, runs and weights that the specs of explanations share. */
import { createExplainer, type Explainer } from '../../../src/compute/trace/explainer';
import { preparedFeatures } from '../../../src/compute/nn/features';
import { bindLayer } from '../../../src/compute/nn/layers';
import { parameterCount, parametersOf } from '../../../src/compute/nn/parameters';
import { createTrainer } from '../../../src/compute/train/trainer';
import { karate } from '../../../src/data/generators/karate';
import { buildEdgeIndex } from '../../../src/data/graph/edgeIndex';
import {
  numEdgeChannels,
  numFeatures,
  type Features,
  type GraphData,
} from '../../../src/data/graph/graphData';
import { asLastLayer } from '../../../src/data/run/layers/lastLayer';
import type { LayerSpec } from '../../../src/data/run/layers/layers';
import type { Keyframe } from '../../../src/data/run/records';
import { runOf } from '../specs/runs';
import { noise, randomSparse } from '../specs/support';

const NUM_NODES = 12;
/** Node 10 has no edges at all, node 11 none that come in. */
const SOURCES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 11, 0, 0, 3, 5, 9, 2, 7, 1];
const TARGETS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 5, 2, 5, 1, 0, 4, 0, 2, 0];

export const SPARSE: Features = { kind: 'sparse', matrix: randomSparse(NUM_NODES, 7, 0.4, 3, [4]) };
export const FULL: Features = { kind: 'sparse', matrix: randomSparse(NUM_NODES, 7, 2, 4) };
export const IDENTITY: Features = { kind: 'identity', numCols: NUM_NODES };

/** Directed, with weights. */
export function crooked(features: Features = SPARSE): GraphData {
  const edgeIndex = buildEdgeIndex(NUM_NODES, SOURCES, TARGETS, { undirected: false });
  const given = karate('modularity');
  return {
    ...given,
    numNodes: NUM_NODES,
    edgeIndex,
    edgeWeight: noise(edgeIndex.source.length, 9).map((w) => 1.1 + w),
    features,
    labelling: {
      ...given.labelling,
      y: Int32Array.from({ length: NUM_NODES }, (_, i) => i % 4),
      split: { train: Int32Array.of(0, 1, 2, 3, 10), val: null, test: null },
    },
  };
}

/** The same with self-loops at some nodes: one of them has no other edge, one none that comes in. */
export function looped(): GraphData {
  const loops = [0, 3, 10, 11];
  const edgeIndex = buildEdgeIndex(NUM_NODES, [...SOURCES, ...loops], [...TARGETS, ...loops], {
    undirected: false,
    keepsLoops: true,
  });
  return { ...crooked(), edgeIndex, edgeWeight: noise(edgeIndex.source.length, 9).map((w) => 1.1 + w) };
}

export interface Both {
  readonly explainer: Explainer;
  /** Each layer's output, from the trainer. */
  readonly outputs: readonly Float32Array[];
  readonly layers: readonly LayerSpec[];
}

/**
 * The explainer and the trainer on the same weights: those of the run after `steps`, or, without any, drawn ones, so that
 * no bias is zero.
 */
export async function bothOf(
  specs: readonly LayerSpec[],
  graph: GraphData,
  steps = 0,
  normaliseFeatures = false,
): Promise<Both> {
  const layers = specs.map((spec, i) =>
    i === specs.length - 1 ? asLastLayer(spec, graph.labelling.classNames.length) : spec,
  );
  const features = preparedFeatures(graph.features, normaliseFeatures);
  const size = parameterCount(
    parametersOf(layers.map(bindLayer), numFeatures(features), numEdgeChannels(graph)),
  );
  const nothing = new Float32Array(size);
  const drawn: Keyframe = { epoch: 0, weights: noise(size, 5), firstMoment: nothing, secondMoment: nothing };
  const trainer = createTrainer(runOf({ normaliseFeatures }, specs), graph, steps > 0 ? null : drawn);
  for (let step = 0; step < steps; step++) trainer.step();
  const { weights } = await trainer.keyframe();
  const outputs = [];
  for (const { id, kind } of trainer.layers) {
    if (kind === 'input') continue;
    const shown = await trainer.activations(id);
    if (shown.kind !== 'dense') throw new Error(`expected dense activations of ${id}, got ${shown.kind}`);
    outputs.push(shown.matrix.values);
  }
  trainer.dispose();
  return { explainer: createExplainer({ layers, graph, features, weights }), outputs, layers };
}
