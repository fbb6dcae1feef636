import { tensor1d, tidy } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../src/compute/kernels/unpack/index';
import { leakOf, noise } from './support';

async function parts(packed: Float32Array, offsets: number[], sizes: number[]): Promise<number[][]> {
  const tensors = tidy(() => unpack(tensor1d(packed), offsets, sizes));
  const values: number[][] = [];
  for (const tensor of tensors) {
    values.push([...(await tensor.data())]);
    tensor.dispose();
  }
  return values;
}

export function unpackSpec(): void {
  describe('unpack', () => {
    it('cuts at the offsets, also with gaps and in another order', async () => {
      const cut = await parts(Float32Array.of(0, 1, 2, 3, 4, 5), [4, 0, 2], [2, 1, 2]);
      expect(cut).toEqual([[4, 5], [0], [2, 3]]);
    });

    it('gives parts that outlive the whole', async () => {
      const packed = noise(3000, 1);
      const [first, second] = await parts(packed, [0, 1000], [1000, 2000]);
      expect([...first, ...second]).toEqual([...packed]);
    });

    it('leaves no tensor behind', async () => {
      expect(await leakOf(() => parts(noise(9, 1), [0, 4], [4, 5]))).toBe(0);
    });
  });
}
