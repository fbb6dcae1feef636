/**
 * The two gradients of a product of dense matrices, y = x w: dx = dy w^T and dw = x^T dy.
 *
 * x: numRows x inChannels, w: inChannels x outChannels, y: numRows x outChannels. The product itself is that of tfjs,
 * as are these on cpu and webgpu; its wasm backend multiplies transposed matrices one number at a time.
 */
import { engine, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';

export const LINEAR_INPUT_GRADIENT = 'PlaygroundLinearInputGradient';
export const LINEAR_WEIGHT_GRADIENT = 'PlaygroundLinearWeightGradient';

export const linearInputGradient = (dy: Tensor, w: Tensor): Tensor2D =>
  engine().runKernel<Tensor2D>(LINEAR_INPUT_GRADIENT, { dy, w });

export const linearWeightGradient = (x: Tensor, dy: Tensor): Tensor2D =>
  engine().runKernel<Tensor2D>(LINEAR_WEIGHT_GRADIENT, { x, dy });
