/**
 * Rows brought to length 1, so that Euclidean distance compares directions: |a - b|^2 = 2 - 2 cos(a, b).
 *
 * Sparse features are bags of words, and by plain distance the shortest texts are everybody's nearest: in CiteSeer's
 * X the 15 nodes without a word come first for every one of the 3,327, and 2 % of all neighbours share a class; by
 * direction 53 % do (Cora: 31 % and 53 %). A row of zeros gets an axis of its own: at a right angle to all others,
 * and equal to the other rows of zeros.
 */
import type { SparseMatrix } from '../../data/graph/graphData';
import { squaredNorms } from './matrix';

/** @returns numRows x (numCols + 1), every row of length 1 */
export function unitRows(rows: SparseMatrix): SparseMatrix {
  const { numRows, numCols } = rows;
  const norms = squaredNorms(rows);
  const numEmpty = norms.reduce((count, norm) => count + (norm === 0 ? 1 : 0), 0);
  const rowPtr = new Int32Array(numRows + 1);
  const colIndex = new Int32Array(rows.values.length + numEmpty);
  const values = new Float32Array(rows.values.length + numEmpty);
  let size = 0;
  for (let i = 0; i < numRows; i++) {
    const norm = Math.sqrt(norms[i]!);
    if (norm === 0) {
      colIndex[size] = numCols;
      values[size++] = 1;
    } else
      for (let e = rows.rowPtr[i]!; e < rows.rowPtr[i + 1]!; e++) {
        colIndex[size] = rows.colIndex[e]!;
        values[size++] = rows.values[e]! / norm;
      }
    rowPtr[i + 1] = size;
  }
  return {
    numRows,
    numCols: numCols + 1,
    rowPtr,
    colIndex: colIndex.slice(0, size),
    values: values.slice(0, size),
  };
}
