/**
 * The gated recurrent unit, element by element, after its two linear maps: Cho et al., EMNLP 2014, as PyTorch writes it.
 *
 *   r = sigmoid(m_r + o_r), z = sigmoid(m_z + o_z), n = tanh(m_n + r o_n), s' = (1 - z) n + z s,
 *   with m = message + messageBias and o = own + ownBias.
 *
 * message, own: numRows x 3 width (columns r, z, n), biases: 3 width, s and s': numRows x width. The gates are made anew
 * in the gradient, from the same inputs.
 */
import { engine, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';

export const GRU = 'PlaygroundGru';
export const GRU_GRADIENT = 'PlaygroundGruGradient';

export interface GruInputs {
  readonly message: Tensor;
  readonly messageBias: Tensor;
  readonly own: Tensor;
  readonly ownBias: Tensor;
  readonly state: Tensor;
}

/** Of `message`, `own` and `state`; those of the biases are the first two summed over the rows. */
export interface GruGradients {
  readonly message: Tensor2D;
  readonly own: Tensor2D;
  readonly state: Tensor2D;
}

export function gruForward(inputs: GruInputs): Tensor2D {
  const [numRows, width = 1] = inputs.state.shape;
  for (const gates of [inputs.message, inputs.own])
    if (gates.shape[0] !== numRows || gates.shape[1] !== 3 * width)
      throw fail(
        'kernels/gru',
        `expected gates of ${numRows} x ${3 * width}, got ${gates.shape.join(' x ')}`,
      );
  return engine().runKernel<Tensor2D>(GRU, { ...inputs });
}

export function gruGradients(dy: Tensor, inputs: GruInputs): GruGradients {
  const [message, own, state] = engine().runKernel<Tensor2D[]>(GRU_GRADIENT, { dy, ...inputs });
  return { message, own, state };
}
