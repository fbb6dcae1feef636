/**
 * Pairs of nodes on the device, as kernels along edges want them: by target, then source. Two lists with the same
 * targets (`corruptedPairs`) stay side by side, anchor by anchor.
 */
import type { NodePairs } from '../../data/graph/adjacencyLists';
import { edgeOrder } from '../../data/graph/mergeEdges';
import { EdgeTensor } from '../kernels/edgeTensor';

export interface PairTensor {
  /** Its owner disposes of it. */
  readonly edges: EdgeTensor;
  /** Which pair of the list each edge is. */
  readonly pairOf: Int32Array;
}

export function pairTensor(numNodes: number, { source, target }: NodePairs): PairTensor {
  const pairOf = edgeOrder(numNodes, source, target);
  const sorted = { source: pairOf.map((k) => source[k]), target: pairOf.map((k) => target[k]) };
  return { edges: new EdgeTensor(sorted, numNodes), pairOf };
}
