import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { dropout } from '../../../src/compute/kernels/dropout/gradient';
import { randomKey } from '../../../src/data/base/random';
import { expectClose, gradientsOf, leakOf, noise, survival, valuesOf } from './support';

const SPEC = { key: randomKey(11, 2, 400), rate: 0.3 };
const SIZES = [1, 3, 4, 7, 100];

export function dropoutSpec(): void {
  describe('dropout', () => {
    it.each(SIZES)('zeroes what the hash names and scales the rest, with %i elements', async (size) => {
      const x = noise(size, 1);
      const expected = x.map((value, i) => value * survival(SPEC.key, SPEC.rate, i));
      expectClose(await valuesOf(() => dropout(tensor2d(x, [size, 1]), SPEC)), expected);
    });

    it('drops the share that it is told to', async () => {
      const y = await valuesOf(() => dropout(tensor2d(new Float32Array(40_000).fill(1), [200, 200]), SPEC));
      const dropped = y.filter((value) => value === 0).length / y.length;
      expect(Math.abs(dropped - SPEC.rate)).toBeLessThan(0.01);
      expect(Math.abs(y.reduce((sum, value) => sum + value, 0) / y.length - 1)).toBeLessThan(0.02);
    });

    it('gives another mask for another key', async () => {
      const ones = new Float32Array(64).fill(1);
      const other = { ...SPEC, key: randomKey(11, 2, 401) };
      const a = await valuesOf(() => dropout(tensor2d(ones, [8, 8]), SPEC));
      const b = await valuesOf(() => dropout(tensor2d(ones, [8, 8]), other));
      expect(a).not.toEqual(b);
    });

    it('uses the same mask in the gradient', async () => {
      const x = tensor2d(noise(35, 1), [5, 7]);
      const dy = tensor2d(noise(35, 2), [5, 7]);
      const expected = noise(35, 2).map((value, i) => value * survival(SPEC.key, SPEC.rate, i));
      const [dx] = await gradientsOf(() => dropout(x, SPEC), [x], dy);
      expectClose(dx, expected);
      x.dispose();
      dy.dispose();
    });

    it('passes everything through at rate 0 and without a specification', () => {
      const x = tensor2d([1, 2], [1, 2]);
      expect(dropout(x, { ...SPEC, rate: 0 })).toBe(x);
      expect(dropout(x, null)).toBe(x);
      x.dispose();
    });

    it('gives no row for no row', async () => {
      const [x, dy] = [tensor2d([], [0, 3]), tensor2d([], [0, 3])];
      expect((await valuesOf(() => dropout(x, SPEC))).length).toBe(0);
      const [dx] = await gradientsOf(() => dropout(x, SPEC), [x], dy);
      expect(dx.length).toBe(0);
      for (const tensor of [x, dy]) tensor.dispose();
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(() => valuesOf(() => dropout(tensor2d(noise(35, 1), [5, 7]), SPEC)));
      expect(left).toBe(0);
    });
  });
}
