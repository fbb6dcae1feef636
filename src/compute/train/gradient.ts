import {
  concat1d,
  engine,
  keep,
  reshape,
  tidy,
  zeros,
  zerosLike,
  type Rank,
  type Tensor,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../data/run/layers/layers';
import { parameterTensors, type Parameter } from '../nn/parameters';

/** The parameters of layers that are not frozen by a learning rate of 0. */
export const learnedOf = (
  parameters: readonly Parameter[],
  layers: readonly LayerSpec[],
): ReadonlySet<Parameter> => new Set(parameters.filter(({ layer }) => layers.at(layer)?.learningRate !== 0));

/**
 * A loss (a scalar) and its gradient, packed as the weights; both are the caller's to dispose. Nothing is computed
 * backwards for parameters that are not learned: their gradient is 0.
 */
export function lossAndGradient(
  weights: Tensor1D,
  parameters: readonly Parameter[],
  learned: ReadonlySet<Parameter>,
  lossOf: (tensors: readonly Tensor[]) => Tensor,
): { readonly loss: Tensor; readonly gradient: Tensor1D } {
  return tidy(() => {
    const tensors = parameterTensors(weights, parameters);
    const loss = () => lossOf(tensors);
    if (learned.size === 0) return { loss: keep(loss()), gradient: keep(zerosLike(weights)) };
    const isLearned = parameters.map((parameter) => learned.has(parameter));
    const { value, grads } = engine().gradients(
      loss,
      tensors.filter((_, k) => isLearned[k]),
    );
    const found = grads[Symbol.iterator]();
    const parts = tensors.map((tensor, k) => {
      const grad = isLearned[k] ? found.next().value : undefined;
      return grad ? reshape<Rank.R1>(grad, [grad.size]) : zeros<Rank.R1>([tensor.size]);
    });
    return { loss: keep(value), gradient: keep(concat1d(parts)) };
  });
}
