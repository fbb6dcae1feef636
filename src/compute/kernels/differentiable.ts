/** An operation with a gradient of its own, typed: `customGrad` of tfjs loses the shapes of what passes through it. */
import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

/**
 * @param inputs what gradients are wanted of; index tensors and constants stay out of it, in closures
 * @param forward the value, and the tensors that the gradient needs: others do not live that long
 * @param backward the gradients of all inputs, in order
 */
export function differentiable<T extends Tensor>(
  inputs: readonly Tensor[],
  forward: () => { readonly value: T; readonly saved: Tensor[] },
  backward: (dy: T, saved: Tensor[]) => Tensor[],
): T {
  const operation = customGrad<T>((...given) => {
    const { value, saved } = forward();
    const save = given.at(-1);
    if (typeof save === 'function') save(saved);
    return { value, gradFunc: backward };
  });
  return operation(...inputs);
}
