/** What the specs share: reading tensors, comparing arrays, plain dense arithmetic, random matrices, counting tensors. */
import { engine, memory, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { randomBits, randomKey, uniform } from '../../../src/data/base/random';
import type { SparseMatrix } from '../../../src/data/graph/graphData';

export const TOLERANCE = 1e-5;

/** Draws in [-1, 1). */
export function noise(size: number, seed: number): Float32Array {
  const key = randomKey(seed, 77, 0);
  return Float32Array.from({ length: size }, (_, i) => 2 * uniform(key, i) - 1);
}

/** A matrix in which an entry stands with probability `density`; rows in `empty` have none. */
export function randomSparse(
  numRows: number,
  numCols: number,
  density: number,
  seed: number,
  empty: readonly number[] = [],
): SparseMatrix {
  const key = randomKey(seed, 78, 0);
  const rowPtr = new Int32Array(numRows + 1);
  const colIndex: number[] = [];
  for (let row = 0; row < numRows; row++) {
    for (let column = 0; column < numCols; column++)
      if (!empty.includes(row) && uniform(key, row * numCols + column) < density) colIndex.push(column);
    rowPtr[row + 1] = colIndex.length;
  }
  return {
    numRows,
    numCols,
    rowPtr,
    colIndex: Int32Array.from(colIndex),
    values: noise(colIndex.length, seed),
  };
}

/** Row-major, in double precision. */
export function dense(matrix: SparseMatrix, values: ArrayLike<number> = matrix.values): Float64Array {
  const full = new Float64Array(matrix.numRows * matrix.numCols);
  for (let row = 0; row < matrix.numRows; row++)
    for (let e = matrix.rowPtr[row]; e < matrix.rowPtr[row + 1]; e++)
      full[row * matrix.numCols + matrix.colIndex[e]] += values[e];
  return full;
}

/** a (rows x inner) times b (inner x columns). */
export function times(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  rows: number,
  inner: number,
  columns: number,
) {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++)
    for (let k = 0; k < inner; k++)
      for (let j = 0; j < columns; j++) product[i * columns + j] += a[i * inner + k] * b[k * columns + j];
  return product;
}

export function transposed(a: ArrayLike<number>, rows: number, columns: number): Float64Array {
  return Float64Array.from(
    { length: rows * columns },
    (_, i) => a[(i % rows) * columns + Math.floor(i / rows)],
  );
}

/** The factor that dropout gives to draw number i of a key. */
export const survival = (key: number, rate: number, i: number): number =>
  randomBits(key, i) >>> 8 >= rate * 2 ** 24 ? 1 / (1 - rate) : 0;

export function expectClose(
  got: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = TOLERANCE,
): void {
  expect(got.length).toBe(expected.length);
  for (let i = 0; i < got.length; i++) {
    const allowed = tolerance * Math.max(1, Math.abs(expected[i]));
    if (!(Math.abs(got[i] - expected[i]) <= allowed))
      expect.fail(`element ${i}: expected ${expected[i]} within ${allowed}, got ${got[i]}`);
  }
}

/** The values of what `make` returns; everything else that it makes is disposed. */
export async function valuesOf(make: () => Tensor): Promise<Float32Array> {
  const tensor = tidy(make);
  const values = await tensor.data<'float32'>();
  tensor.dispose();
  return values;
}

/** Gradients of the sum of dy * f() with respect to `inputs`, in order. */
export async function gradientsOf(f: () => Tensor, inputs: Tensor[], dy: Tensor): Promise<Float32Array[]> {
  const tensors = tidy(() => engine().gradients(f, inputs, dy).grads);
  const values = await Promise.all(tensors.map((tensor) => tensor.data<'float32'>()));
  for (const tensor of tensors) tensor.dispose();
  return values;
}

/** Tensors left over by `action`, run once before to let caches fill. */
export async function leakOf(action: () => unknown): Promise<number> {
  await action();
  const before = memory().numTensors;
  await action();
  return memory().numTensors - before;
}
