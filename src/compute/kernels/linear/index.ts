/**
 * Product of two dense matrices, y = x w, and its two gradients, dx = dy w^T and dw = x^T dy.
 *
 * x: numRows x inChannels, w: inChannels x outChannels, y: numRows x outChannels. On webgpu they are the product
 * of tfjs; on wasm its own takes twice the time, and multiplies transposed matrices one number at a time.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';

export const LINEAR = 'PlaygroundLinear';
export const LINEAR_INPUT_GRADIENT = 'PlaygroundLinearInputGradient';
export const LINEAR_WEIGHT_GRADIENT = 'PlaygroundLinearWeightGradient';

/** Rows and columns. */
const sizes = ({ shape: [rows, columns = 1] }: Tensor): [number, number] => [rows, columns];

// Without rows there is nothing that WebGPU could bind: those results are made without a kernel.

export function linearForward(x: Tensor, w: Tensor): Tensor2D {
  const [numRows, inChannels] = sizes(x);
  if (inChannels !== w.shape[0])
    throw fail('kernels/linear', `expected a weight of ${inChannels} rows, got ${w.shape[0]}`);
  if (numRows === 0) return zeros([0, sizes(w)[1]]);
  return engine().runKernel<Tensor2D>(LINEAR, { x, w });
}

export function linearInputGradient(dy: Tensor, w: Tensor): Tensor2D {
  if (dy.shape[0] === 0) return zeros([0, w.shape[0]]);
  return engine().runKernel<Tensor2D>(LINEAR_INPUT_GRADIENT, { dy, w });
}

export function linearWeightGradient(x: Tensor, dy: Tensor): Tensor2D {
  if (x.shape[0] === 0) return zeros([sizes(x)[1], sizes(dy)[1]]);
  return engine().runKernel<Tensor2D>(LINEAR_WEIGHT_GRADIENT, { x, dy });
}
