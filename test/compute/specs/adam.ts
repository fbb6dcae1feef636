import { mul, tensor1d, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { adam } from '../../../src/compute/kernels/adam/index';
import { expectClose, leakOf, noise, valuesOf } from './support';

const RATE = 0.05;

/** Some steps with the same gradient, in double precision. */
function plain(
  weights: ArrayLike<number>,
  gradient: ArrayLike<number>,
  decay: ArrayLike<number>,
  steps: number,
) {
  const w = Float64Array.from(weights);
  const m = new Float64Array(w.length);
  const v = new Float64Array(w.length);
  for (let step = 1; step <= steps; step++) {
    for (let i = 0; i < w.length; i++) {
      const g = gradient[i] + decay[i] * w[i];
      m[i] = 0.9 * m[i] + 0.1 * g;
      v[i] = 0.999 * v[i] + 0.001 * g * g;
      const unbiased = Math.sqrt(v[i] / (1 - 0.999 ** step)) + 1e-8;
      w[i] -= (RATE * (m[i] / (1 - 0.9 ** step))) / unbiased;
    }
  }
  return { weights: w, moments: [...m, ...v] };
}

async function onBackend(
  weights: Float32Array,
  gradient: Float32Array,
  decay: Float32Array,
  steps: number,
  rates?: Float32Array,
) {
  const end = tidy(() => {
    const [g, r, d] = [tensor1d(gradient), tensor1d(rates ?? gradient.map(() => RATE)), tensor1d(decay)];
    let state = { weights: tensor1d(weights), moments: tensor1d(new Float32Array(2 * weights.length)) };
    for (let step = 1; step <= steps; step++) state = { ...adam(state, g, r, d, step) };
    return state;
  });
  const read = { weights: await end.weights.data(), moments: await end.moments.data() };
  end.weights.dispose();
  end.moments.dispose();
  return read;
}

export function adamSpec(): void {
  describe('adam', () => {
    it('moves every weight by the learning rate in the first step, against its gradient', async () => {
      const gradient = Float32Array.of(3, -0.01, 1e-4, 0);
      const { weights } = await onBackend(new Float32Array(4), gradient, new Float32Array(4), 1);
      expectClose(weights, [-RATE, RATE, -RATE * (1 / (1 + 1e-4)), 0]);
    });

    it.each([1, 4, 7, 50])('equals the formula over six steps, with %i weights', async (size) => {
      const [weights, gradient] = [noise(size, 1), noise(size, 2)];
      const none = new Float32Array(size);
      const expected = plain(weights, gradient, none, 6);
      const got = await onBackend(weights, gradient, none, 6);
      expectClose(got.weights, expected.weights);
      expectClose(got.moments, expected.moments);
    });

    it('pulls only the weights that decay', async () => {
      const [weights, gradient] = [noise(10, 1), noise(10, 2)];
      const decay = Float32Array.of(0.5, 0, 0, 0.5, 0.01, 0, 0.5, 0, 0, 0.2);
      const got = await onBackend(weights, gradient, decay, 4);
      expectClose(got.weights, plain(weights, gradient, decay, 4).weights);
    });

    it('keeps decoupled decay out of gradient and moments, as torch.optim.AdamW 2.15 does', async () => {
      const weights = tensor1d([0.5, -1.25, 2, 0.1, -0.75]);
      const decay = tensor1d([0.3, 0, 0.3, 0.01, 0.1]);
      const rates = tensor1d(new Float32Array(5).fill(RATE));
      const gradient = tensor1d([0.2, -0.4, 0.01, 0, 1.5]);
      const end = await valuesOf(() => {
        let state = { weights, moments: tensor1d(new Float32Array(10)) };
        for (let step = 1; step <= 4; step++)
          state = adam(state, mul(gradient, step), rates, decay, step, { decoupled: true });
        return state.weights;
      });
      expectClose(end, [0.28086045, -1.05582035, 1.69286549, 0.09980015, -0.92782474]);
      for (const tensor of [weights, rates, decay, gradient]) tensor.dispose();
    });

    it('moves every weight by its own rate, and leaves a frozen one as it is', async () => {
      const [weights, gradient, none] = [noise(9, 1), noise(9, 2), new Float32Array(9)];
      const rates = Float32Array.from({ length: 9 }, (_, i) => RATE * (i % 3));
      const all = plain(weights, gradient, none, 1).weights;
      const got = await onBackend(weights, gradient, none, 1, rates);
      expectClose(
        got.weights,
        Array.from(weights, (w, i) => w + (i % 3) * (all[i] - w)),
      );
      expect(got.weights[0]).toBe(weights[0]);
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(() => onBackend(noise(5, 1), noise(5, 2), noise(5, 3), 2));
      expect(left).toBe(0);
    });
  });
}
