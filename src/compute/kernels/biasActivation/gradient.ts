/** Bias and activation with their gradients: dx = dy act'(x), db = the sum of dx over the rows. */
import { clone, zeros, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import type { Activation } from '../../../data/run/params';
import { differentiable } from '../differentiable';
import { activationGradient, biasActivationForward, columnSum } from './index';

const beforeActivation = (dy: Tensor, y: Tensor, activation: Activation): Tensor =>
  activation === 'none' ? clone(dy) : activationGradient(dy, y, activation);

export function biasActivation(x: Tensor2D, bias: Tensor1D | null, activation: Activation): Tensor2D {
  if (bias === null && activation === 'none') return x;
  return differentiable(
    bias ? [x, bias] : [x],
    () => {
      const value = biasActivationForward(x, bias ?? zeros([x.shape[1]]), activation);
      return { value, saved: [value] };
    },
    (dy, [y]) => {
      const dx = beforeActivation(dy, y, activation);
      return bias ? [dx, columnSum(dx)] : [dx];
    },
  );
}
