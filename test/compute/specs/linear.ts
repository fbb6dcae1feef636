import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { linear } from '../../../src/compute/kernels/linear/gradient';
import { expectClose, gradientsOf, leakOf, noise, times, transposed, valuesOf } from './support';

/** numRows, inChannels, outChannels. */
const SHAPES: readonly (readonly [number, number, number])[] = [
  [1, 1, 1],
  [5, 3, 2],
  [4, 16, 7],
  [33, 7, 16],
  [9, 20, 33],
  [50, 64, 5],
  // More rows than the weight gradient takes at a time on wasm.
  [300, 23, 12],
  [300, 16, 20],
];

export function linearSpec(): void {
  describe('linear', () => {
    it('multiplies by hand', async () => {
      const y = await valuesOf(() => linear(tensor2d([1, 2, 3, 4], [2, 2]), tensor2d([1, 0, -1, 2], [2, 2])));
      expectClose(y, [-1, 4, -1, 8]);
    });

    it.each(SHAPES)('equals the plain product for %i x %i times %i columns', async (n, k, m) => {
      const x = noise(n * k, 1);
      const w = noise(k * m, 2);
      expectClose(
        await valuesOf(() => linear(tensor2d(x, [n, k]), tensor2d(w, [k, m]))),
        times(x, w, n, k, m),
      );
    });

    it.each(SHAPES)('has its two gradients for %i x %i times %i columns', async (n, k, m) => {
      const [xs, ws, dys] = [noise(n * k, 1), noise(k * m, 2), noise(n * m, 3)];
      const [x, w, dy] = [tensor2d(xs, [n, k]), tensor2d(ws, [k, m]), tensor2d(dys, [n, m])];
      const [dx, dw] = await gradientsOf(() => linear(x, w), [x, w], dy);
      expectClose(dx, times(dys, transposed(ws, k, m), n, m, k));
      expectClose(dw, times(transposed(xs, n, k), dys, k, n, m));
      for (const tensor of [x, w, dy]) tensor.dispose();
    });

    it.each([1, 3, 4])('gives no row for no row, and a weight gradient of zeros, %i wide', async (width) => {
      const [x, w] = [tensor2d([], [0, 5]), tensor2d(noise(5 * width, 1), [5, width])];
      const dy = tensor2d([], [0, width]);
      expect((await valuesOf(() => linear(x, w))).length).toBe(0);
      const [dx, dw] = await gradientsOf(() => linear(x, w), [x, w], dy);
      expect(dx.length).toBe(0);
      expectClose(dw, new Float32Array(5 * width));
      for (const tensor of [x, w, dy]) tensor.dispose();
    });

    it('sums the weight gradient over 200,000 rows', async () => {
      const rows = 200_000;
      const [x, w] = [tensor2d(new Float32Array(rows * 2).fill(0.5), [rows, 2]), tensor2d([1, 2], [2, 1])];
      const dy = tensor2d(new Float32Array(rows).fill(0.25), [rows, 1]);
      const [dx, dw] = await gradientsOf(() => linear(x, w), [x, w], dy);
      expectClose(dw, [rows / 8, rows / 8]);
      expectClose(dx.subarray(-4), [0.25, 0.5, 0.25, 0.5]);
      for (const tensor of [x, w, dy]) tensor.dispose();
    });

    it('says what shape it expected', () => {
      const [x, w] = [tensor2d([1, 2], [1, 2]), tensor2d([1, 2, 3], [3, 1])];
      expect(() => linear(x, w)).toThrow('expected a weight of 2 rows, got 3');
      for (const tensor of [x, w]) tensor.dispose();
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(() =>
        valuesOf(() => linear(tensor2d(noise(6, 1), [2, 3]), tensor2d(noise(12, 2), [3, 4]))),
      );
      expect(left).toBe(0);
    });
  });
}
