import {
  concat1d,
  engine,
  keep,
  reshape,
  tidy,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { softmaxCrossEntropy } from '../kernels/softmaxCrossEntropy/gradient';
import { parameterTensors, type Parameter } from '../nn/parameters';

/** What is to be learned from: logits, the class that each row should have (-1: none), how many rows have one. */
export interface Lesson {
  readonly logits: (tensors: readonly Tensor[]) => Tensor2D;
  readonly classes: Tensor1D;
  readonly count: number;
}

/** The loss (a scalar) and its gradient, packed as the weights; both are the caller's to dispose. */
export function lossAndGradient(
  weights: Tensor1D,
  parameters: readonly Parameter[],
  { logits, classes, count }: Lesson,
): { readonly loss: Tensor; readonly gradient: Tensor1D } {
  return tidy(() => {
    const tensors = parameterTensors(weights, parameters);
    const { value, grads } = engine().gradients(
      () => softmaxCrossEntropy(logits(tensors), classes, count),
      tensors,
    );
    return {
      loss: keep(value),
      gradient: keep(concat1d(grads.map((grad) => reshape(grad, [grad.size])))),
    };
  });
}
