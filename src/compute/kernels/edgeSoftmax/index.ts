/**
 * Softmax over the edges that reach a node, head by head:
 * y[e, h] = exp(s[e, h] - top) / sum over edges f with target[f] = target[e] of exp(s[f, h] - top), top being the
 * largest of these scores.
 *
 * s, y: numEdges x heads.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor } from '../edgeTensor';

export const EDGE_SOFTMAX = 'PlaygroundEdgeSoftmax';
export const EDGE_SOFTMAX_GRADIENT = 'PlaygroundEdgeSoftmaxGradient';

export function edgeSoftmaxForward(scores: Tensor, edges: EdgeTensor): Tensor2D {
  const [numRows, heads = 1] = scores.shape;
  if (numRows !== edges.numEdges)
    throw fail('kernels/edgeSoftmax', `expected ${edges.numEdges} rows, one per edge, got ${numRows}`);
  if (edges.numEdges === 0) return zeros([0, heads]);
  const { rowPtr } = edges.incoming;
  return engine().runKernel<Tensor2D>(EDGE_SOFTMAX, { rowPtr, targets: edges.target, scores });
}

/** ds[e] = y[e] (dy[e] - sum over edges f of the same target of y[f] dy[f]). */
export function edgeSoftmaxGradient(dy: Tensor, y: Tensor, edges: EdgeTensor): Tensor2D {
  if (edges.numEdges === 0) return zeros([0, y.shape[1] ?? 1]);
  const { rowPtr } = edges.incoming;
  return engine().runKernel<Tensor2D>(EDGE_SOFTMAX_GRADIENT, { rowPtr, targets: edges.target, dy, y });
}
