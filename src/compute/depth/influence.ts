/**
 * How far a node hears: the influence of node j's features on node i's output, I(i, j) = sum over channels c and
 * features f of |dZ_ic / dX_jf|, added up by how many edges j lies away (Liang et al., Towards Quantifying Long-Range
 * Interactions in Graph Machine Learning, 2025). Far hops that hardly count while the task needs them are over-squashing.
 *
 * As torch_geometric.utils.total_influence, but on the whole graph: PyTorch Geometric cuts the subgraph of max_hops out
 * first, which changes the degrees at its rim; where max_hops reaches every node both agree.
 */
import {
  abs,
  add,
  grad,
  reshape,
  slice,
  sum,
  tensor1d,
  tensor2d,
  tidy,
  type Rank,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { toDense } from '../../data/graph/dense';
import type { GraphData } from '../../data/graph/graphData';
import { layersAsBuilt } from '../../data/run/layers/lastLayer';
import type { RunSpec } from '../../data/run/runSpec';
import { preparedFeatures } from '../nn/features';
import { createModel, NO_DROPOUT } from '../nn/model';
import { parameterTensors } from '../nn/parameters';

export interface InfluenceProbe {
  /** Influence on a node's output by distance, 0 to maxHops: what lies further away is not in it. */
  of(node: number, maxHops: number): Promise<Float32Array>;
  dispose(): void;
}

/** Distance of every node to `node` against the direction of edges; -1 where no path leads. */
export function hopsTo(node: number, { numNodes, edgeIndex }: GraphData, maxHops = numNodes): Int32Array {
  const hops = new Int32Array(numNodes).fill(-1);
  hops[node] = 0;
  // Edges are sorted by target: those that reach a node stand together.
  const start = new Int32Array(numNodes + 1);
  for (const target of edgeIndex.target) start[target + 1] += 1;
  for (let i = 0; i < numNodes; i++) start[i + 1] += start[i];
  let reached = [node];
  for (let hop = 1; hop <= maxHops && reached.length > 0; hop++) {
    const next: number[] = [];
    for (const target of reached)
      for (let e = start[target]; e < start[target + 1]; e++) {
        const source = edgeIndex.source[e];
        if (hops[source] >= 0) continue;
        hops[source] = hop;
        next.push(source);
      }
    reached = next;
  }
  return hops;
}

/**
 * @param weights packed, as in a keyframe of the run; features are made dense
 * @throws PlaygroundError for a run without layers
 */
export function createInfluence(run: RunSpec, graph: GraphData, weights: Float32Array): InfluenceProbe {
  if (run.model.method)
    throw fail(
      'influence',
      `expected a model of layers, got '${run.model.id}'`,
      'It has no gradients to features.',
    );
  const features = preparedFeatures(graph.features, run.training.normaliseFeatures);
  const model = createModel(layersAsBuilt(run, graph), graph, features);
  const dense = toDense(features, graph.numNodes);
  const x = tensor2d(dense.values, [dense.numRows, dense.numCols]);
  const packed = tensor1d(weights);
  const last = model.layers.length - 1;
  const { outChannels } = model.layers[last];

  const channelOf = (node: number, channel: number) => (given: Tensor) => {
    const rows = reshape<Rank.R2>(given, [dense.numRows, dense.numCols]);
    const outputs = model.forward(parameterTensors(packed, model.parameters), NO_DROPOUT, rows)[last];
    return sum(slice(outputs, [node, channel], [1, 1]));
  };

  const perNode = (node: number): Tensor1D =>
    tidy(() => {
      const parts = Array.from({ length: outChannels }, (_, channel) =>
        sum<Tensor1D>(abs(grad(channelOf(node, channel))(x)), 1),
      );
      return parts.reduce((total, part) => add<Tensor1D>(total, part));
    });

  return {
    of: async (node, maxHops) => {
      const influence = perNode(node);
      const values = await influence.data<'float32'>();
      influence.dispose();
      const perHop = new Float32Array(maxHops + 1);
      hopsTo(node, graph, maxHops).forEach((hop, j) => {
        if (hop >= 0) perHop[hop] += values[j];
      });
      return perHop;
    },
    dispose: () => {
      x.dispose();
      packed.dispose();
      model.dispose();
    },
  };
}

/** Expected distance that influence comes from, sum_k k I_k / sum_k I_k, over the nodes whose rows these are. */
export function receptiveBreadth(rows: readonly Float32Array[]): number {
  const breadths = rows.map((row) => {
    const total = row.reduce((all, value) => all + value, 0);
    return total > 0 ? row.reduce((all, value, hop) => all + hop * value, 0) / total : 0;
  });
  return breadths.reduce((all, value) => all + value, 0) / Math.max(1, breadths.length);
}
