/**
 * The propagation matrix of a graph convolution: P = D̂^-1/2 (A + I) D̂^-1/2 with D̂ the degrees of A + I.
 *
 * Kipf and Welling, ICLR 2017, equation 2. For a directed graph D̂ counts incoming edges, as PyTorch Geometric's
 * gcn_norm does (torch_geometric/nn/conv/gcn_conv.py).
 */
import type { SparseMatrix } from './graphData';
import type { MessageGraph } from './messageGraph';

type Weighted = Pick<MessageGraph, 'numNodes' | 'numSources' | 'edgeIndex' | 'edgeWeight' | 'gcnScale'>;

/** The diagonal of D̂^-1/2: 1 / sqrt(d̂_i) with d̂_i = 1 + sum_j w_ji, and 0 where d̂_i is not positive. */
export function gcnScale({
  numNodes,
  numSources = numNodes,
  edgeIndex: { target },
  edgeWeight,
}: Weighted): Float64Array {
  const degree = new Float64Array(numSources).fill(1);
  for (let e = 0; e < target.length; e++) degree[target[e]] += edgeWeight?.[e] ?? 1;
  return degree.map((d) => (d > 0 ? 1 / Math.sqrt(d) : 0));
}

/**
 * numNodes x numSources (which is numNodes for a whole graph), row = target, column = source:
 * P[i, j] = w_ji / sqrt(d̂_i d̂_j) for every edge j -> i, P[i, i] = 1 / d̂_i, with d̂ from `gcnScale`.
 *
 * An isolated node keeps its own features: P[i, i] = 1. A node whose d̂ is not positive (negative weights) passes
 * nothing on and gets nothing.
 */
export function gcnNormalise(graph: Weighted): SparseMatrix {
  const { numNodes, numSources = numNodes, edgeIndex, edgeWeight } = graph;
  const { source, target } = edgeIndex;
  const scale = graph.gcnScale ?? gcnScale(graph);

  const numEntries = source.length + numNodes;
  const rowPtr = new Int32Array(numNodes + 1);
  const colIndex = new Int32Array(numEntries);
  const values = new Float32Array(numEntries);
  let at = 0;
  const put = (row: number, column: number, weight: number) => {
    colIndex[at] = column;
    values[at++] = weight * scale[row] * scale[column];
  };
  // Edges are sorted by target, then source: the self-loop goes where its column belongs.
  let e = 0;
  for (let node = 0; node < numNodes; node++) {
    for (; e < target.length && target[e] === node && source[e] < node; e++)
      put(node, source[e], edgeWeight?.[e] ?? 1);
    put(node, node, 1);
    for (; e < target.length && target[e] === node; e++) put(node, source[e], edgeWeight?.[e] ?? 1);
    rowPtr[node + 1] = at;
  }
  return { numRows: numNodes, numCols: numSources, rowPtr, colIndex, values };
}
