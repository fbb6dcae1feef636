/**
 * One step of Adam (Kingma and Ba, ICLR 2015) over all parameters of a model at once, as torch.optim.Adam:
 *
 * g' = g + decay w; m = b1 m + (1 - b1) g'; v = b2 v + (1 - b2) g'^2;
 * w = w - rate / (1 - b1^t) m / (sqrt(v / (1 - b2^t)) + epsilon).
 *
 * Decoupled, as torch.optim.AdamW (Loshchilov and Hutter, ICLR 2019), decay stays out of g' and the moments:
 *
 * g' = g; w = w (1 - rate decay) - rate / (1 - b1^t) m / (sqrt(v / (1 - b2^t)) + epsilon).
 *
 * All tensors are flat: weights, gradient, rates and decay hold `size` numbers, moments 2 size (m, then v). `rates` and
 * `decay` are the learning rate and the weight decay of each single weight; one that is frozen, or is not to decay, has
 * 0 there.
 */
import { engine, type Tensor1D } from '@tensorflow/tfjs-core';

export const ADAM = 'PlaygroundAdam';

const BETA_1 = 0.9;
const BETA_2 = 0.999;
/** Torch's; that of tfjs is 1e-7. */
const EPSILON = 1e-8;

export interface AdamState {
  readonly weights: Tensor1D;
  readonly moments: Tensor1D;
}

export interface AdamOptions {
  /** Weight decay beside the gradient instead of in it. Default false. */
  readonly decoupled?: boolean;
}

/** @param step 1 for the first; the bias correction hangs on it */
export function adam(
  { weights, moments }: AdamState,
  gradient: Tensor1D,
  rates: Tensor1D,
  decay: Tensor1D,
  step: number,
  { decoupled = false }: AdamOptions = {},
): AdamState {
  const inputs = { weights, moments, gradient, rates, decay };
  const [newWeights, newMoments] = engine().runKernel<Tensor1D[]>(ADAM, inputs, {
    correction: 1 / (1 - BETA_1 ** step),
    rootCorrection: 1 / Math.sqrt(1 - BETA_2 ** step),
    beta1: BETA_1,
    rest1: 1 - BETA_1,
    beta2: BETA_2,
    rest2: 1 - BETA_2,
    epsilon: EPSILON,
    penalty: decoupled ? 0 : 1,
    shrinkage: decoupled ? 1 : 0,
  });
  return { weights: newWeights, moments: newMoments };
}
