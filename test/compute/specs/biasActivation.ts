import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { biasActivation } from '../../../src/compute/kernels/biasActivation/gradient';
import { ACTIVATIONS, type Activation } from '../../../src/data/run/params';
import { expectClose, gradientsOf, leakOf, noise, valuesOf } from './support';

const VALUE: Record<Activation, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  tanh: Math.tanh,
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  none: (x) => x,
};
const SLOPE: Record<Activation, (x: number) => number> = {
  relu: (x) => (x > 0 ? 1 : 0),
  tanh: (x) => 1 - Math.tanh(x) ** 2,
  elu: (x) => (x > 0 ? 1 : Math.exp(x)),
  none: () => 1,
};

const ROWS = 9;
/** From tiny to far beyond saturation. */
const INPUTS = (width: number) =>
  noise(ROWS * width, width).map((value, i) => value * [1e-4, 0.1, 1, 5, 60][i % 5]);
const CASES = ACTIVATIONS.flatMap((activation) =>
  [1, 3, 4, 7, 16].map((width) => [activation, width] as const),
);

export function biasActivationSpec(): void {
  describe('biasActivation', () => {
    it('adds one bias to each column', async () => {
      const x = [1, 2, -3, 4, -5, 6];
      const sum = () => biasActivation(tensor2d(x, [2, 3]), tensor1d([10, 20, 1]), 'relu');
      expectClose(await valuesOf(sum), [11, 22, 0, 14, 15, 7]);
    });

    it.each(CASES)('equals %s by its definition at width %i', async (activation, width) => {
      const x = INPUTS(width);
      const bias = noise(width, 7);
      const expected = x.map((value, i) => VALUE[activation](Math.fround(value + bias[i % width])));
      expectClose(
        await valuesOf(() => biasActivation(tensor2d(x, [ROWS, width]), tensor1d(bias), activation)),
        expected,
      );
    });

    it.each(CASES)('has the gradients of %s at width %i', async (activation, width) => {
      const [xs, biases, dys] = [INPUTS(width), noise(width, 7), noise(ROWS * width, 8)];
      const [x, bias, dy] = [tensor2d(xs, [ROWS, width]), tensor1d(biases), tensor2d(dys, [ROWS, width])];
      const expected = xs.map(
        (value, i) => dys[i] * SLOPE[activation](Math.fround(value + biases[i % width])),
      );
      const sums = new Float64Array(width);
      expected.forEach((value, i) => (sums[i % width] += value));
      const [dx, db] = await gradientsOf(() => biasActivation(x, bias, activation), [x, bias], dy);
      expectClose(dx, expected);
      expectClose(db, sums);
      for (const tensor of [x, bias, dy]) tensor.dispose();
    });

    it.each([1500, 200_000])('sums the gradient of a bias over %i rows', async (rows) => {
      const [x, bias] = [tensor2d(noise(rows * 5, 1), [rows, 5]), tensor1d(noise(5, 2))];
      const dy = tensor2d(new Float32Array(rows * 5).fill(0.25), [rows, 5]);
      const [, db] = await gradientsOf(() => biasActivation(x, bias, 'none'), [x, bias], dy);
      expectClose(db, new Float32Array(5).fill(rows / 4));
      for (const tensor of [x, bias, dy]) tensor.dispose();
    });

    it.each(ACTIVATIONS)(
      'gives no row for no row, and zeros as the gradient of the bias, with %s',
      async (act) => {
        const [x, bias, dy] = [tensor2d([], [0, 3]), tensor1d([1, 2, 3]), tensor2d([], [0, 3])];
        expect((await valuesOf(() => biasActivation(x, bias, act))).length).toBe(0);
        const [dx, db] = await gradientsOf(() => biasActivation(x, bias, act), [x, bias], dy);
        expect(dx.length).toBe(0);
        expectClose(db, [0, 0, 0]);
        for (const tensor of [x, bias, dy]) tensor.dispose();
      },
    );

    it('works without a bias', async () => {
      const [x, dy] = [tensor2d([-1, 2], [1, 2]), tensor2d([3, 5], [1, 2])];
      expectClose(await valuesOf(() => biasActivation(x.clone(), null, 'relu')), [0, 2]);
      const [dx] = await gradientsOf(() => biasActivation(x, null, 'relu'), [x], dy);
      expectClose(dx, [0, 5]);
      expect(biasActivation(x, null, 'none')).toBe(x);
      for (const tensor of [x, dy]) tensor.dispose();
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(() =>
        valuesOf(() => biasActivation(tensor2d(noise(6, 1), [2, 3]), tensor1d(noise(3, 2)), 'tanh')),
      );
      expect(left).toBe(0);
    });
  });
}
