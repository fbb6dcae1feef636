/** Product of two dense matrices, y = x w, with its gradients. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import { linearForward, linearInputGradient, linearWeightGradient } from './index';

export function linear(x: Tensor2D, w: Tensor2D): Tensor2D {
  return differentiable(
    [x, w],
    () => ({ value: linearForward(x, w), saved: [x, w] }),
    (dy, [savedX, savedW]) => [linearInputGradient(dy, savedW), linearWeightGradient(savedX, dy)],
  );
}
