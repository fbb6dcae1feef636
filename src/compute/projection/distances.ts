/**
 * Squared Euclidean distances from one row to every row, dense or sparse.
 */
import type { DenseMatrix, SparseMatrix } from '../../data/graph/graphData';
import { isSparse, squaredNorms, type Rows } from './matrix';

/** Writes the squared distance from `row` to row j into out[j], for every j >= `from`; the row itself is at 0. */
export type RowDistances = (row: number, out: Float64Array, from?: number) => void;

/** Below this share of |a|^2 + |b|^2 a difference of sums is rounding: such rows are equal. */
const ROUNDING = 1e-12;

export const createRowDistances = (rows: Rows): RowDistances =>
  isSparse(rows) ? sparseDistances(rows) : denseDistances(rows);

const denseDistances =
  ({ numRows, numCols, values }: DenseMatrix): RowDistances =>
  (row, out, from = 0) => {
    for (let j = from; j < numRows; j++)
      out[j] = squaredDistance(values, row * numCols, j * numCols, numCols);
  };

const round = Math.fround;

/**
 * |a - b|^2 of the rows that begin at `a` and `b`, as four float32 sums, over every fourth column each: the order in
 * which the vectors of compute/wasm/nearest.as.ts add up, so that both find the same neighbours at the same distances.
 */
export function squaredDistance(values: Float32Array, a: number, b: number, numCols: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let c = 0;
  for (; c + 3 < numCols; c += 4) {
    const d0 = round(values[a + c]! - values[b + c]!);
    const d1 = round(values[a + c + 1]! - values[b + c + 1]!);
    const d2 = round(values[a + c + 2]! - values[b + c + 2]!);
    const d3 = round(values[a + c + 3]! - values[b + c + 3]!);
    s0 = round(s0 + round(d0 * d0));
    s1 = round(s1 + round(d1 * d1));
    s2 = round(s2 + round(d2 * d2));
    s3 = round(s3 + round(d3 * d3));
  }
  const left = (c2: number): number => {
    if (c2 >= numCols) return 0;
    const d = round(values[a + c2]! - values[b + c2]!);
    return round(d * d);
  };
  if (c < numCols) {
    s0 = round(s0 + left(c));
    s1 = round(s1 + left(c + 1));
    s2 = round(s2 + left(c + 2));
  }
  return round(round(s0 + s1) + round(s2 + s3));
}

/**
 * |a - b|^2 = |a|^2 + |b|^2 - 2 a.b, where the products a.b of one row with all others are summed over an index of
 * columns: only pairs that share a column cost anything (Cora's X: 1.7 million products in place of 5 billion).
 */
function sparseDistances(rows: SparseMatrix): RowDistances {
  const { numRows, rowPtr, colIndex, values } = rows;
  const norms = squaredNorms(rows);
  const byColumn = transpose(rows);
  const products = new Float64Array(numRows);
  return (row, out, from = 0) => {
    products.fill(0);
    for (let e = rowPtr[row]!; e < rowPtr[row + 1]!; e++) {
      const value = values[e]!;
      const end = byColumn.rowPtr[colIndex[e]! + 1]!;
      for (let t = byColumn.rowPtr[colIndex[e]!]!; t < end; t++)
        products[byColumn.colIndex[t]!]! += value * byColumn.values[t]!;
    }
    for (let j = from; j < numRows; j++) {
      const scale = norms[row]! + norms[j]!;
      const squared = scale - 2 * products[j]!;
      // In float32, so that distances equal but for the order of their sums tie.
      out[j] = squared > scale * ROUNDING ? Math.fround(squared) : 0;
    }
    if (row >= from) out[row] = 0;
  };
}

/** The same entries by column: row c of the result lists the rows that have an entry in column c, ascending. */
function transpose({ numRows, numCols, rowPtr, colIndex, values }: SparseMatrix): SparseMatrix {
  const columnPtr = new Int32Array(numCols + 1);
  for (let e = 0; e < values.length; e++) columnPtr[colIndex[e]! + 1]!++;
  for (let c = 0; c < numCols; c++) columnPtr[c + 1]! += columnPtr[c]!;
  const next = columnPtr.slice(0, numCols);
  const rowIndex = new Int32Array(values.length);
  const byColumn = new Float32Array(values.length);
  for (let i = 0; i < numRows; i++)
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++) {
      const at = next[colIndex[e]!]!++;
      rowIndex[at] = i;
      byColumn[at] = values[e]!;
    }
  return { numRows: numCols, numCols: numRows, rowPtr: columnPtr, colIndex: rowIndex, values: byColumn };
}
