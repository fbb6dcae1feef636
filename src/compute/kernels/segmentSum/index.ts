/**
 * Sum of the messages that reach each node: y[i, c] = sum over edges e with target[e] = i of m[e, c].
 *
 * m: numEdges x width, y: numTargets x width. It is spmm with the incidence matrix of nodes and edges, all ones.
 * Nodes without edges get zeros. With side 'source' the sum is over the edges that leave a node.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor } from '../edgeTensor';
import type { Side } from '../gatherRows/index';
import { SPMM } from '../spmm/index';

export function segmentSumForward(messages: Tensor, edges: EdgeTensor, side: Side): Tensor2D {
  const [numRows, width = 1] = messages.shape;
  if (numRows !== edges.numEdges)
    throw fail('kernels/segmentSum', `expected ${edges.numEdges} rows, one per edge, got ${numRows}`);
  const incidence = side === 'target' ? edges.incoming : edges.outgoing;
  if (edges.numEdges === 0) return zeros([incidence.numRows, width]);
  const { rowPtr, edge } = incidence;
  return engine().runKernel<Tensor2D>(SPMM, { rowPtr, colIndex: edge, values: edges.ones, x: messages });
}
