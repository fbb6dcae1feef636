/**
 * Mean cross-entropy over the labelled rows, and its gradient in the same pass.
 *
 * loss = 1 / count sum_{i: class_i >= 0} (log sum_c e^{z_ic} - z_{i, class_i}),
 * gradient_ic = (softmax(z_i)_c - [c = class_i]) / count in those rows, 0 in all others.
 * z: numRows x numClasses, classes: numRows integers, -1 where the row does not count; count: how many do.
 */
import { engine, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';

export const SOFTMAX_CROSS_ENTROPY = 'PlaygroundSoftmaxCrossEntropy';

/** @returns the loss (one element) and the gradient with respect to the logits */
export function softmaxCrossEntropyForward(
  logits: Tensor2D,
  classes: Tensor1D,
  count: number,
): { loss: Tensor; gradient: Tensor } {
  const inputs = { logits, classes };
  const [loss, gradient] = engine().runKernel<Tensor[]>(SOFTMAX_CROSS_ENTROPY, inputs, {
    scale: count > 0 ? 1 / count : 0,
  });
  return { loss, gradient };
}
