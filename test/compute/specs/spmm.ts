import { tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { spmm } from '../../../src/compute/kernels/spmm/gradient';
import { SparseTensor } from '../../../src/compute/kernels/sparseTensor';
import { randomKey } from '../../../src/data/base/random';
import type { SparseMatrix } from '../../../src/data/graph/graphData';
import {
  dense,
  expectClose,
  gradientsOf,
  leakOf,
  noise,
  randomSparse,
  survival,
  times,
  transposed,
  valuesOf,
} from './support';

const WIDTHS = [1, 2, 3, 4, 5, 7, 8, 11, 13, 16, 17, 30, 33];
const DROPOUT = { key: randomKey(3, 2, 8), rate: 0.4 };

/** Edges 0-1, 0-2, 1-2 in both directions; node 3 is isolated. */
const FOUR_NODES: SparseMatrix = {
  numRows: 4,
  numCols: 4,
  rowPtr: Int32Array.of(0, 2, 4, 6, 6),
  colIndex: Int32Array.of(1, 2, 0, 2, 0, 1),
  values: Float32Array.of(1, 2, 3, 4, 5, 6),
};

const NO_EDGE: SparseMatrix = {
  numRows: 3,
  numCols: 3,
  rowPtr: new Int32Array(4),
  colIndex: new Int32Array(0),
  values: new Float32Array(0),
};

async function product(matrix: SparseMatrix, x: Float32Array, width: number, dropout: typeof DROPOUT | null) {
  const sparse = new SparseTensor(matrix);
  const y = await valuesOf(() => spmm(sparse, tensor2d(x, [matrix.numCols, width]), dropout));
  sparse.dispose();
  return y;
}

async function gradient(
  matrix: SparseMatrix,
  dy: Float32Array,
  width: number,
  dropout: typeof DROPOUT | null,
) {
  const sparse = new SparseTensor(matrix);
  const x = tensor2d(noise(matrix.numCols * width, 5), [matrix.numCols, width]);
  const seed = tensor2d(dy, [matrix.numRows, width]);
  const [dx] = await gradientsOf(() => spmm(sparse, x, dropout), [x], seed);
  x.dispose();
  seed.dispose();
  sparse.dispose();
  return dx;
}

export function spmmSpec(): void {
  describe('spmm', () => {
    it('sums the weighted rows of the neighbours', async () => {
      const y = await product(FOUR_NODES, Float32Array.of(1, 10, 2, 20, 3, 30, 4, 40), 2, null);
      expectClose(y, [8, 80, 15, 150, 17, 170, 0, 0]);
    });

    it.each(WIDTHS)('equals the dense product at width %i', async (width) => {
      const matrix = randomSparse(23, 17, 0.3, width, [0, 9, 22]);
      const x = noise(17 * width, 2);
      expectClose(await product(matrix, x, width, null), times(dense(matrix), x, 23, 17, width));
    });

    it.each(WIDTHS)('has the transposed product as its gradient at width %i', async (width) => {
      const matrix = randomSparse(23, 17, 0.3, width, [0, 9, 22]);
      const dy = noise(23 * width, 4);
      const expected = times(transposed(dense(matrix), 23, 17), dy, 17, 23, width);
      expectClose(await gradient(matrix, dy, width, null), expected);
    });

    it.each(WIDTHS)('drops the entries that the hash names, at width %i', async (width) => {
      const matrix = randomSparse(23, 17, 0.5, width, [3]);
      const values = matrix.values.map((value, e) => value * survival(DROPOUT.key, DROPOUT.rate, e));
      const x = noise(17 * width, 2);
      expectClose(await product(matrix, x, width, DROPOUT), times(dense(matrix, values), x, 23, 17, width));
    });

    it.each(WIDTHS)('drops the same entries in the gradient, at width %i', async (width) => {
      const matrix = randomSparse(23, 17, 0.5, width, [3]);
      const values = matrix.values.map((value, e) => value * survival(DROPOUT.key, DROPOUT.rate, e));
      const dy = noise(23 * width, 4);
      const expected = times(transposed(dense(matrix, values), 23, 17), dy, 17, 23, width);
      expectClose(await gradient(matrix, dy, width, DROPOUT), expected);
    });

    it('keeps isolated nodes at zero, in the value and in the gradient', async () => {
      expectClose((await product(FOUR_NODES, noise(4 * 5, 1), 5, null)).slice(15), [0, 0, 0, 0, 0]);
      expectClose((await gradient(FOUR_NODES, noise(4 * 5, 1), 5, null)).slice(15), [0, 0, 0, 0, 0]);
    });

    it('gives zeros for a graph without any edge', async () => {
      expectClose(await product(NO_EDGE, noise(12, 1), 4, null), new Float32Array(12));
      expectClose(await product(NO_EDGE, noise(12, 1), 4, DROPOUT), new Float32Array(12));
      expectClose(await gradient(NO_EDGE, noise(12, 1), 4, null), new Float32Array(12));
    });

    it('sums 200,000 edges on one hub', async () => {
      const count = 200_000;
      const hub: SparseMatrix = {
        numRows: 2,
        numCols: count,
        rowPtr: Int32Array.of(0, count, count),
        colIndex: Int32Array.from({ length: count }, (_, i) => i),
        values: new Float32Array(count).fill(0.5),
      };
      const x = Float32Array.from({ length: count * 4 }, (_, i) => i % 4);
      expectClose(await product(hub, x, 4, null), [0, count / 2, count, (3 * count) / 2, 0, 0, 0, 0]);
      const dx = await gradient(hub, Float32Array.of(4, 8), 1, null);
      expect(dx.every((value) => value === 2)).toBe(true);
    });

    it('says what shape it expected', () => {
      const sparse = new SparseTensor(FOUR_NODES);
      const x = tensor2d([1, 2, 3], [3, 1]);
      expect(() => spmm(sparse, x)).toThrow('expected 4 rows in the dense matrix, got 3');
      x.dispose();
      sparse.dispose();
    });

    it('leaves no tensor behind', async () => {
      const left = await leakOf(async () => {
        await product(FOUR_NODES, noise(8, 1), 2, DROPOUT);
        await gradient(FOUR_NODES, noise(8, 1), 2, DROPOUT);
      });
      expect(left).toBe(0);
    });
  });
}
