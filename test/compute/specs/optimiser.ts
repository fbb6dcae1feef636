import { tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import type { Parameter } from '../../../src/compute/nn/parameters';
import { createOptimiser } from '../../../src/compute/train/optimiser';
import { defaultLayer } from '../../../src/data/run/layers/defaults';
import { OPTIMISERS } from '../../../src/data/run/training';
import golden from '../../golden/optimiser.json';
import { plainTraining } from './runs';
import { expectClose, leakOf } from './support';

/** Two weights, of a layer that goes by the run and of one with settings of its own. */
const PARAMETERS = golden.sizes.map((size, layer): Parameter => ({
  role: 'weight',
  shape: [size],
  init: 'glorot',
  layer,
  offset: layer === 0 ? 0 : golden.sizes[0],
  size,
}));
const LAYERS = [
  defaultLayer('linear'),
  defaultLayer('linear', { learningRate: golden.rates[1], weightDecay: golden.decays[1] }),
];
const TRAINING = {
  ...plainTraining,
  learningRate: golden.rates[0],
  weightDecay: golden.decays[0],
  momentum: golden.momentum,
};

const begin = () => {
  const nothing = new Float32Array(golden.start.length);
  const start = { weights: Float32Array.from(golden.start), firstMoment: nothing, secondMoment: nothing };
  return createOptimiser(PARAMETERS, LAYERS, start);
};

export function optimiserSpec(): void {
  describe('optimisers', () => {
    it.each(OPTIMISERS)('%s takes the steps of torch, each layer at its own rate and decay', async (kind) => {
      const optimiser = begin();
      for (const [step, values] of golden.gradients.entries()) {
        const gradient = tensor1d(values);
        optimiser.apply(gradient, { ...TRAINING, optimiser: kind }, step + 1);
        gradient.dispose();
        expectClose((await optimiser.state()).weights, golden.after[kind][step], 1e-5);
      }
      optimiser.dispose();
    });

    it('leaves the weights of a frozen layer as they are', async () => {
      const frozen = [LAYERS[0], { ...LAYERS[1], learningRate: 0 }];
      for (const kind of OPTIMISERS) {
        const { weights, firstMoment, secondMoment } = await begin().state();
        const optimiser = createOptimiser(PARAMETERS, frozen, { weights, firstMoment, secondMoment });
        optimiser.apply(tensor1d(golden.gradients[0]), { ...TRAINING, optimiser: kind }, 1);
        const after = (await optimiser.state()).weights;
        expect(after.slice(golden.sizes[0])).toEqual(weights.slice(golden.sizes[0]));
        expect(after[0]).not.toBe(weights[0]);
        optimiser.dispose();
      }
    });

    it('goes on from its own state as if it had not stopped', async () => {
      const settings = { ...TRAINING, optimiser: 'sgd' } as const;
      const apply = (to: ReturnType<typeof begin>, step: number) =>
        to.apply(tensor1d(golden.gradients[step]), settings, step + 1);
      const whole = begin();
      for (const step of golden.gradients.keys()) apply(whole, step);
      const first = begin();
      for (const step of [0, 1, 2]) apply(first, step);
      const second = createOptimiser(PARAMETERS, LAYERS, await first.state());
      for (const step of [3, 4, 5]) apply(second, step);
      expect(await second.state()).toEqual(await whole.state());
    });

    it('leaks no tensor', async () => {
      const leaked = await leakOf(() => {
        const optimiser = begin();
        for (const kind of OPTIMISERS) {
          const gradient = tensor1d(golden.gradients[0]);
          optimiser.apply(gradient, { ...TRAINING, optimiser: kind, learningRate: 0.3 }, 1);
          gradient.dispose();
        }
        optimiser.dispose();
      });
      expect(leaked).toBe(0);
    });
  });
}
