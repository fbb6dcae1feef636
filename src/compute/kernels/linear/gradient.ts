/** Product of two dense matrices, y = x w, with its gradients. */
import { matMul, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import { linearInputGradient, linearWeightGradient } from './index';

export function linear(x: Tensor2D, w: Tensor2D): Tensor2D {
  return differentiable(
    [x, w],
    () => ({ value: matMul<Tensor2D>(x, w), saved: [x, w] }),
    (dy, [savedX, savedW]) => [linearInputGradient(dy, savedW), linearWeightGradient(savedX, dy)],
  );
}
