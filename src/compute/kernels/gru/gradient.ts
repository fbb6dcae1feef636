/** The gated recurrent unit with its gradients. */
import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import { columnSum } from '../biasActivation/index';
import { differentiable } from '../differentiable';
import { gruForward, gruGradients } from './index';

/** Shapes as in index.ts. */
export function gru(
  message: Tensor2D,
  messageBias: Tensor1D,
  own: Tensor2D,
  ownBias: Tensor1D,
  state: Tensor2D,
): Tensor2D {
  const inputs = [message, messageBias, own, ownBias, state];
  return differentiable(
    inputs,
    () => ({ value: gruForward({ message, messageBias, own, ownBias, state }), saved: inputs }),
    (dy, [savedMessage, savedMessageBias, savedOwn, savedOwnBias, savedState]) => {
      const d = gruGradients(dy, {
        message: savedMessage,
        messageBias: savedMessageBias,
        own: savedOwn,
        ownBias: savedOwnBias,
        state: savedState,
      });
      return [d.message, columnSum(d.message), d.own, columnSum(d.own), d.state];
    },
  );
}
