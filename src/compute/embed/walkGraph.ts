/** A graph as a walker sees it: where each node's edges lead, and with what weight. */
import { fail } from '../../data/base/errors';
import type { GraphData } from '../../data/graph/graphData';
import { adjacency, transpose } from '../../data/graph/sparse';

export interface WalkGraph {
  readonly numNodes: number;
  /** numNodes + 1 offsets: the edges that leave node v are entries rowPtr[v] .. rowPtr[v + 1] - 1. */
  readonly rowPtr: Int32Array;
  /** Where they lead, ascending within a node. */
  readonly colIndex: Int32Array;
  /** Running sum of the weights within each node; null where all weights are 1. */
  readonly runningWeight: Float64Array | null;
}

/** @throws PlaygroundError when a weight is negative or not a number: no probability can be proportional to it */
export function walkGraph({
  numNodes,
  edgeIndex,
  edgeWeight,
}: Pick<GraphData, 'numNodes' | 'edgeIndex' | 'edgeWeight'>): WalkGraph {
  const wrong = edgeWeight?.find((weight) => !(weight >= 0 && weight < Infinity));
  if (wrong !== undefined)
    throw fail('random walks', `expected edge weights of at least 0, got ${wrong}`, 'Leave the weights out.');
  const { rowPtr, colIndex, values } = transpose(adjacency(numNodes, edgeIndex, edgeWeight)).matrix;
  return { numNodes, rowPtr, colIndex, runningWeight: edgeWeight && runningSums(rowPtr, values) };
}

function runningSums(rowPtr: Int32Array, weight: Float32Array): Float64Array {
  const sums = new Float64Array(weight.length);
  for (let node = 0; node + 1 < rowPtr.length; node++) {
    let sum = 0;
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) {
      sum += weight[e];
      sums[e] = sum;
    }
  }
  return sums;
}

/** Sum of the weights that leave a node: 0 where a walk cannot go on. */
export function weightOut({ rowPtr, runningWeight }: WalkGraph, node: number): number {
  const [start, end] = [rowPtr[node], rowPtr[node + 1]];
  if (start === end) return 0;
  return runningWeight ? runningWeight[end - 1] : end - start;
}

/** The first entry of the node whose running weight exceeds `at`, for `at` in [0, weightOut). */
export function entryAt({ rowPtr, runningWeight }: WalkGraph, node: number, at: number): number {
  let low = rowPtr[node];
  if (!runningWeight) return low + Math.floor(at);
  let high = rowPtr[node + 1] - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runningWeight[middle] > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether an edge leads from one node to another. */
export function leadsTo({ rowPtr, colIndex }: WalkGraph, from: number, to: number): boolean {
  let low = rowPtr[from];
  let high = rowPtr[from + 1] - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = colIndex[middle];
    if (found === to) return true;
    if (found < to) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
