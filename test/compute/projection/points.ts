/** Point sets and helpers shared by the projection tests. */
import { STREAM, randomKey, sequence } from '../../../src/data/base/random';
import { fidelity } from '../../../src/compute/projection/fidelity';
import { plainKernels } from '../../../src/compute/projection/kernels';
import type { Rows } from '../../../src/compute/projection/matrix';
import type { PictureOf } from '../../../src/compute/projection/settle';
import type { DenseMatrix, SparseMatrix } from '../../../src/data/graph/graphData';

/** Clusters around random centres; row i belongs to cluster i % numClusters. */
export function clusteredRows(
  numRows: number,
  numCols: number,
  numClusters: number,
  seed = 7,
  spread = 0.35,
): DenseMatrix {
  const random = sequence(randomKey(seed, STREAM.generator, 0));
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const centres = Float64Array.from({ length: numClusters * numCols }, normal);
  const values = new Float32Array(numRows * numCols);
  for (let i = 0; i < numRows; i++)
    for (let c = 0; c < numCols; c++)
      values[i * numCols + c] = centres[(i % numClusters) * numCols + c]! + spread * normal();
  return { numRows, numCols, values };
}

export const dense = (rows: readonly (readonly number[])[]): DenseMatrix => ({
  numRows: rows.length,
  numCols: rows[0]?.length ?? 0,
  values: Float32Array.from(rows.flat()),
});

export function toSparse({ numRows, numCols, values }: DenseMatrix): SparseMatrix {
  const rowPtr = new Int32Array(numRows + 1);
  const colIndex: number[] = [];
  const kept: number[] = [];
  for (let i = 0; i < numRows; i++) {
    for (let c = 0; c < numCols; c++) {
      const value = values[i * numCols + c]!;
      if (value !== 0) {
        colIndex.push(c);
        kept.push(value);
      }
    }
    rowPtr[i + 1] = kept.length;
  }
  return { numRows, numCols, rowPtr, colIndex: Int32Array.from(colIndex), values: Float32Array.from(kept) };
}

/** Mostly zeros: `perRow` entries of `numCols` set to `value(i)`. */
export function sparseRows(numRows: number, numCols: number, perRow: number, seed = 3): DenseMatrix {
  const random = sequence(randomKey(seed, STREAM.generator, 1));
  const values = new Float32Array(numRows * numCols);
  for (let i = 0; i < numRows; i++)
    for (let e = 0; e < perRow; e++) values[i * numCols + Math.floor(random() * numCols)] = 1 / perRow;
  return { numRows, numCols, values };
}

/** Runs a generator to its end and gives what it returns. */
export function finish<T>(generator: Generator<unknown, T>): T {
  let next = generator.next();
  while (!next.done) next = generator.next();
  return next.value;
}

/** How far a picture can be trusted, in one number. */
export const trustOf = (rows: Rows, positions: Float32Array, k = 15): number =>
  finish(fidelity(rows, positions, { k })).trustworthiness;

/** What a picture is made of, with the usual answers. */
export const pictureOf = (rows: Rows, part: Partial<PictureOf> = {}): PictureOf => ({
  rows,
  method: 'umap',
  seed: 1,
  anchor: null,
  kernels: plainKernels,
  ...part,
});
