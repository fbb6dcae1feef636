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

/** The same where nobody asks for the gradient with respect to x: features, which would be the dearest of all. */
export function linearOfConstant(x: Tensor2D, w: Tensor2D): Tensor2D {
  return differentiable(
    [w],
    () => ({ value: linearForward(x, w), saved: [x] }),
    (dy, [savedX]) => [linearWeightGradient(savedX, dy)],
  );
}
