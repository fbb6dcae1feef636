/** Sparse and identity features as the dense matrix that they stand for: for reading, not for computing. */
import type { DenseMatrix, Features } from './graphData';

/** @returns numRows x numCols, row-major */
export function toDense(features: Features, numRows: number): DenseMatrix {
  if (features.kind === 'identity') {
    const values = new Float32Array(numRows * features.numCols);
    for (let row = 0; row < numRows; row++) values[row * features.numCols + row] = 1;
    return { numRows, numCols: features.numCols, values };
  }
  const { rowPtr, colIndex, values, numCols } = features.matrix;
  const dense = new Float32Array(numRows * numCols);
  for (let row = 0; row < numRows; row++)
    for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) dense[row * numCols + colIndex[e]] = values[e];
  return { numRows, numCols, values: dense };
}
