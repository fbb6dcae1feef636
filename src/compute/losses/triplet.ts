/**
 * Triplet loss: mean of max(0, |z_a - z_p + e| - |z_a - z_n + e| + margin), e = 1e-6 in every channel, for anchors a with
 * a linked partner p and another one n. Of distances, whatever the decoder. Schroff et al., FaceNet, CVPR 2015; as
 * torch.nn.TripletMarginLoss.
 */
import {
  add,
  maximum,
  mean,
  mul,
  rsqrt,
  square,
  sub,
  sum,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { EdgeTensor } from '../kernels/edgeTensor';
import { gatherRows } from '../kernels/gatherRows/gradient';

const EPSILON = 1e-6;

function distances(z: Tensor2D, pairs: EdgeTensor): Tensor {
  const apart = sub(gatherRows(z, pairs, 'target'), gatherRows(z, pairs, 'source'));
  const squared = sum(square(add(apart, EPSILON)), 1);
  return mul(squared, rsqrt(squared));
}

/**
 * @param z numNodes x width
 * @param positives partner -> anchor, from `pairTensor` of `corruptedPairs`
 * @param negatives other partner -> anchor, with the same anchors
 */
export const triplet = (z: Tensor2D, positives: EdgeTensor, negatives: EdgeTensor, margin: number): Tensor =>
  mean(maximum(add(sub(distances(z, positives), distances(z, negatives)), margin), 0));
