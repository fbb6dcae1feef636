/**
 * One row per edge: y[e, c] = x[source[e], c], or x[target[e], c].
 *
 * x: numSources x width, or numTargets x width; y: numEdges x width. Its adjoint is `segmentSum`.
 */
import { engine, zeros, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor } from '../edgeTensor';

export const GATHER_ROWS = 'PlaygroundGatherRows';

/** An end of an edge. */
export type Side = 'source' | 'target';

export function gatherRowsForward(x: Tensor, edges: EdgeTensor, side: Side): Tensor2D {
  const numRows = side === 'source' ? edges.numSources : edges.numTargets;
  if (x.shape[0] !== numRows)
    throw fail('kernels/gatherRows', `expected ${numRows} rows, one per ${side}, got ${x.shape[0]}`);
  const { numEdges } = edges;
  if (numEdges === 0) return zeros([0, x.shape[1] ?? 1]);
  return takeRows(x, edges[side]);
}

/** y[k, c] = x[nodes[k], c]. @param nodes one row number or more */
export const takeRows = (x: Tensor, nodes: Tensor1D): Tensor2D =>
  engine().runKernel<Tensor2D>(GATHER_ROWS, { nodes, x });
