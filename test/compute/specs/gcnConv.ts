import { tensor1d, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { gcnConv } from '../../../src/compute/nn/conv/gcnConv';
import { SparseTensor } from '../../../src/compute/kernels/sparseTensor';
import { gcnNormalise } from '../../../src/data/graph/normalise';
import { dense, expectClose, gradientsOf, leakOf, noise, times, transposed, valuesOf } from './support';

/** A path 0-1-2 and the isolated node 3. */
const PATH = {
  numNodes: 4,
  edgeIndex: { source: Int32Array.of(1, 0, 2, 1), target: Int32Array.of(0, 1, 1, 2) },
  edgeWeight: null,
};
const P = gcnNormalise(PATH);
const FULL = dense(P);

export function gcnConvSpec(): void {
  describe('gcnConv', () => {
    it('weighs each neighbour by both degrees on a path of three nodes and an isolated one', async () => {
      const adj = new SparseTensor(P);
      const y = await valuesOf(() => gcnConv(adj, tensor2d([1, 10, 100, 7], [4, 1]), tensor1d([1])));
      const r = 1 / Math.sqrt(6);
      expectClose(y, [1 / 2 + 10 * r + 1, r + 10 / 3 + 100 * r + 1, 10 * r + 50 + 1, 8]);
      adj.dispose();
    });

    it('equals its dense form', async () => {
      const adj = new SparseTensor(P);
      const xw = noise(12, 1);
      const expected = times(FULL, xw, 4, 4, 3).map((value, i) =>
        Math.max(0, value + [0.1, -0.2, 0.3][i % 3]),
      );
      const y = await valuesOf(() => gcnConv(adj, tensor2d(xw, [4, 3]), tensor1d([0.1, -0.2, 0.3]), 'relu'));
      expectClose(y, expected);
      adj.dispose();
    });

    it('passes gradients back along the edges', async () => {
      const adj = new SparseTensor(P);
      const [xs, dys] = [noise(12, 1), noise(12, 2)];
      const [xw, bias, dy] = [tensor2d(xs, [4, 3]), tensor1d([0, 0, 0]), tensor2d(dys, [4, 3])];
      const [dxw, db] = await gradientsOf(() => gcnConv(adj, xw, bias, 'relu'), [xw, bias], dy);
      const active = times(FULL, xs, 4, 4, 3).map((value, i) => (value > 0 ? dys[i] : 0));
      expectClose(dxw, times(transposed(FULL, 4, 4), active, 4, 4, 3));
      expectClose(db, times([1, 1, 1, 1], active, 1, 4, 3));
      for (const tensor of [xw, bias, dy]) tensor.dispose();
      adj.dispose();
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(async () => {
        const adj = new SparseTensor(P);
        await valuesOf(() => gcnConv(adj, tensor2d(noise(12, 1), [4, 3]), tensor1d([0, 0, 0]), 'relu'));
        adj.dispose();
      });
      expect(left).toBe(0);
    });
  });
}
