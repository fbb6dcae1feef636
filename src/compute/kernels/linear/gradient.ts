/**
 * Product of two dense matrices, y = x w, with its gradient: dx = dy w^T, dw = x^T dy.
 *
 * x: numRows x inChannels, w: inChannels x outChannels, y: numRows x outChannels.
 */
import { matMul, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';

export function linear(x: Tensor2D, w: Tensor2D): Tensor2D {
  return differentiable(
    [x, w],
    () => ({ value: matMul<Tensor2D>(x, w), saved: [x, w] }),
    (dy, [savedX, savedW]) => [matMul(dy, savedW, false, true), matMul(savedX, dy, true, false)],
  );
}
