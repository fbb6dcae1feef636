/** Masked softmax cross-entropy as a differentiable scalar. */
import { mul, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import { softmaxCrossEntropyForward } from './index';

/** @returns a tensor of shape [] */
export function softmaxCrossEntropy(logits: Tensor2D, classes: Tensor1D, count: number): Tensor {
  return differentiable(
    [logits],
    () => {
      const { loss, gradient } = softmaxCrossEntropyForward(logits, classes, count);
      return { value: loss, saved: [gradient] };
    },
    (dy, [gradient]) => [mul(gradient, dy)],
  );
}
