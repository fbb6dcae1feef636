/** The run's weights and moments on the device, and how a gradient moves them. */
import {
  add,
  clone,
  concat1d,
  keep,
  mul,
  slice,
  sub,
  tensor1d,
  tidy,
  zerosLike,
  type Tensor1D,
} from '@tensorflow/tfjs-core';
import type { LayerSpec } from '../../data/run/layers/layers';
import type { Optimiser, TrainSpec } from '../../data/run/training';
import type { Keyframe } from '../../data/run/records';
import { adam, type AdamState } from '../kernels/adam/index';
import { decayOf, ratesOf, type Parameter } from '../nn/parameters';
import { read } from './read';

export interface OptimiserState {
  /** All parameters of the model, packed. */
  readonly weights: Tensor1D;
  /** Copies of weights and moments. */
  state(): Promise<Omit<Keyframe, 'epoch'>>;
  dispose(): void;
}

export interface RunningOptimiser extends OptimiserState {
  /** One step against `gradient` (packed as the weights), which stays the caller's. `step` is 1 for the first. */
  apply(gradient: Tensor1D, settings: TrainSpec, step: number): void;
  /** The present state, whatever steps follow. */
  snapshot(): OptimiserState;
}

const floats = (values: Float32Array): Tensor1D => tidy(() => keep(tensor1d(values, 'float32')));

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/**
 * SGD with momentum, as torch.optim.SGD: v = momentum v + g + decay w; w = w - rate v. The velocity stands where Adam
 * keeps its first moment.
 */
function sgd(
  { weights, moments }: AdamState,
  gradient: Tensor1D,
  rates: Tensor1D,
  decay: Tensor1D,
  momentum: number,
): AdamState {
  const size = weights.size;
  const before = slice<typeof weights.rankType, Tensor1D>(moments, 0, size);
  const pulled = add<Tensor1D>(gradient, mul(decay, weights));
  const velocity = add<Tensor1D>(mul(before, momentum), pulled);
  return {
    weights: sub<Tensor1D>(weights, mul(rates, velocity)),
    moments: concat1d([velocity, zerosLike(velocity)]),
  };
}

const moved = (
  kind: Optimiser,
  state: AdamState,
  gradient: Tensor1D,
  rates: Tensor1D,
  decay: Tensor1D,
  momentum: number,
  step: number,
): AdamState =>
  kind === 'sgd'
    ? sgd(state, gradient, rates, decay, momentum)
    : adam(state, gradient, rates, decay, step, { decoupled: kind === 'adamw' });

async function copiesOf({ weights: packed, moments: both }: AdamState): Promise<Omit<Keyframe, 'epoch'>> {
  const [weights, moments] = await Promise.all([read(packed), read(both)]);
  const size = weights.length;
  return { weights, firstMoment: moments.slice(0, size), secondMoment: moments.slice(size) };
}

/** @param start weights and moments to go on from */
export function createOptimiser(
  parameters: readonly Parameter[],
  layers: readonly LayerSpec[],
  start: Omit<Keyframe, 'epoch'>,
): RunningOptimiser {
  let state: AdamState = {
    weights: floats(start.weights),
    moments: floats(joined(start.firstMoment, start.secondMoment)),
  };
  /** Rates and decay as of the last step: they seldom change. */
  let inForce: { readonly key: string; readonly rates: Tensor1D; readonly decay: Tensor1D } | null = null;

  const vectors = ({ learningRate, weightDecay, decayOn }: TrainSpec) => {
    const key = `${learningRate} ${weightDecay} ${decayOn}`;
    if (inForce?.key === key) return inForce;
    inForce?.rates.dispose();
    inForce?.decay.dispose();
    inForce = {
      key,
      rates: floats(ratesOf(parameters, layers, learningRate)),
      decay: floats(decayOf(parameters, layers, weightDecay, decayOn)),
    };
    return inForce;
  };

  return {
    get weights() {
      return state.weights;
    },
    apply: (gradient, settings, step) => {
      const { rates, decay } = vectors(settings);
      const before = state;
      state = tidy(() => {
        const after = moved(settings.optimiser, before, gradient, rates, decay, settings.momentum, step);
        return { weights: keep(after.weights), moments: keep(after.moments) };
      });
      before.weights.dispose();
      before.moments.dispose();
    },
    state: () => copiesOf(state),
    snapshot: () => {
      // Tensors are never written to again, so these share the memory of the present ones.
      const kept = tidy(() => ({ weights: keep(clone(state.weights)), moments: keep(clone(state.moments)) }));
      return {
        weights: kept.weights,
        state: () => copiesOf(kept),
        dispose: () => {
          kept.weights.dispose();
          kept.moments.dispose();
        },
      };
    },
    dispose: () => {
      for (const tensor of [state.weights, state.moments, inForce?.rates, inForce?.decay]) tensor?.dispose();
    },
  };
}
