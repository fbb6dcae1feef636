/**
 * A layer's last step: y = act(x + b), one bias for each column.
 *
 * x, y: numRows x width, b: width. relu(x) = max(x, 0), tanh, elu(x) = x for x > 0 and e^x - 1 otherwise, none.
 * The slope of each is a function of y alone, so y is all that the gradient keeps.
 */
import { engine, zeros, type Tensor, type Tensor1D, type Tensor2D } from '@tensorflow/tfjs-core';
import { ACTIVATIONS, type Activation } from '../../../data/run/params';

export const BIAS_ACTIVATION = 'PlaygroundBiasActivation';
export const ACTIVATION_GRADIENT = 'PlaygroundActivationGradient';
export const COLUMN_SUM = 'PlaygroundColumnSum';

/** The number that stands for an activation in kernels: relu 0, tanh 1, elu 2, none 3. */
const codeOf = (activation: Activation): number => ACTIVATIONS.indexOf(activation);

// Without rows there is nothing that WebGPU could bind: those results are made without a kernel.
const emptyLike = ({ shape }: Tensor): Tensor2D => zeros([0, shape[1] ?? 1]);

export function biasActivationForward(x: Tensor, bias: Tensor, activation: Activation): Tensor2D {
  if (x.shape[0] === 0) return emptyLike(x);
  return engine().runKernel<Tensor2D>(BIAS_ACTIVATION, { x, bias }, { activation: codeOf(activation) });
}

/** dx = dy act'(x), from y. */
export function activationGradient(dy: Tensor, y: Tensor, activation: Activation): Tensor2D {
  if (y.shape[0] === 0) return emptyLike(y);
  return engine().runKernel<Tensor2D>(ACTIVATION_GRADIENT, { dy, y }, { activation: codeOf(activation) });
}

/** out[c] = sum over rows of x[r, c], always in the same order. */
export function columnSum(x: Tensor): Tensor1D {
  if (x.shape[0] === 0) return zeros([x.shape[1] ?? 1]);
  return engine().runKernel<Tensor1D>(COLUMN_SUM, { x });
}
