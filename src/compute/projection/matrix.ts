/**
 * What the projection room works on: the rows of a dense or a sparse matrix, one row per node.
 */
import type { DenseMatrix, SparseMatrix } from '../../data/graph/graphData';

export type Rows = DenseMatrix | SparseMatrix;

export const isSparse = (rows: Rows): rows is SparseMatrix => 'rowPtr' in rows;

/** Squared Euclidean norm of every row. */
export function squaredNorms(rows: Rows): Float64Array {
  const norms = new Float64Array(rows.numRows);
  for (let i = 0; i < rows.numRows; i++) {
    const start = isSparse(rows) ? rows.rowPtr[i]! : i * rows.numCols;
    const end = isSparse(rows) ? rows.rowPtr[i + 1]! : start + rows.numCols;
    let sum = 0;
    for (let e = start; e < end; e++) sum += rows.values[e]! * rows.values[e]!;
    norms[i] = sum;
  }
  return norms;
}

/** Mean of every column. */
export function columnMeans(rows: Rows): Float64Array {
  const { numRows, numCols, values } = rows;
  const means = new Float64Array(numCols);
  if (isSparse(rows)) for (let e = 0; e < values.length; e++) means[rows.colIndex[e]!]! += values[e]!;
  else
    for (let i = 0, at = 0; i < numRows; i++)
      for (let c = 0; c < numCols; c++, at++) means[c]! += values[at]!;
  for (let c = 0; c < numCols; c++) means[c]! /= Math.max(numRows, 1);
  return means;
}
