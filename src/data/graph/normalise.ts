/**
 * The propagation matrix of a graph convolution: P = D̂^-1/2 Â D̂^-1/2 with Â = A + I and D̂ the degrees of Â. A node that
 * has a self-loop keeps it, with its weight, in place of the 1 of I.
 *
 * Kipf and Welling, ICLR 2017, equation 2. For a directed graph D̂ counts incoming edges, as PyTorch Geometric's
 * gcn_norm does (torch_geometric/nn/conv/gcn_conv.py).
 */
import type { SparseMatrix } from './graphData';
import type { MessageGraph } from './messageGraph';
import { withSelfLoops } from './selfLoops';
import { rowPointers } from './sparse';

type Weighted = Pick<
  MessageGraph,
  'numNodes' | 'numSources' | 'edgeIndex' | 'edgeWeight' | 'numFilling' | 'gcnScale'
>;

/**
 * The diagonal of D̂^-1/2: 1 / sqrt(d̂_i) with d̂_i = 1 + sum_j w_ji, without the 1 where node i has a self-loop, and 0
 * where d̂_i is not positive.
 */
export function gcnScale({
  numNodes,
  numSources = numNodes,
  edgeIndex: { source, target },
  edgeWeight,
}: Weighted): Float64Array {
  const degree = new Float64Array(numSources).fill(1);
  for (let e = 0; e < target.length; e++) if (source[e] === target[e]) degree[target[e]] = 0;
  for (let e = 0; e < target.length; e++) degree[target[e]] += edgeWeight?.[e] ?? 1;
  return degree.map((d) => (d > 0 ? 1 / Math.sqrt(d) : 0));
}

/**
 * numNodes x numSources (which is numNodes for a whole graph), row = target, column = source:
 * P[i, j] = w_ji / sqrt(d̂_i d̂_j) for every edge j -> i, P[i, i] = w_ii / d̂_i with w_ii = 1 where there is no self-loop,
 * with d̂ from `gcnScale`. Entries are the edges of `withSelfLoops`.
 *
 * An isolated node keeps its own features: P[i, i] = 1. A node whose d̂ is not positive (negative weights) passes
 * nothing on and gets nothing.
 */
export function gcnNormalise(graph: Weighted): SparseMatrix {
  const { numNodes, numSources = numNodes, edgeWeight } = graph;
  const scale = graph.gcnScale ?? gcnScale(graph);
  const { source, target, given } = withSelfLoops(graph);
  const values = new Float32Array(source.length);
  for (let e = 0; e < source.length; e++) {
    const weight = given[e] < 0 ? 1 : (edgeWeight?.[given[e]] ?? 1);
    values[e] = weight * scale[target[e]] * scale[source[e]];
  }
  return {
    numRows: numNodes,
    numCols: numSources,
    rowPtr: rowPointers(numNodes, target),
    colIndex: source,
    values,
  };
}
