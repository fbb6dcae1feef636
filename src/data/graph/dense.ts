/** Features of any kind as the dense matrix that they stand for: for reading, not for computing. */
import type { DenseMatrix, Features } from './graphData';

/** `rowNormalise` of a dense matrix. */
export function rowNormaliseDense({ numRows, numCols, values }: DenseMatrix): DenseMatrix {
  const scaled = new Float32Array(values.length);
  for (let from = 0; from < values.length; from += numCols) {
    let sum = 0;
    for (let k = from; k < from + numCols; k++) sum += Math.abs(values[k]);
    const scale = sum === 0 ? 1 : 1 / sum;
    for (let k = from; k < from + numCols; k++) scaled[k] = values[k] * scale;
  }
  return { numRows, numCols, values: scaled };
}

/** @returns numRows x numCols, row-major; dense features themselves */
export function toDense(features: Features, numRows: number): DenseMatrix {
  if (features.kind === 'identity') {
    const values = new Float32Array(numRows * features.numCols);
    for (let row = 0; row < numRows; row++) values[row * features.numCols + row] = 1;
    return { numRows, numCols: features.numCols, values };
  }
  if (features.kind === 'dense') return features.matrix;
  const { rowPtr, colIndex, values, numCols } = features.matrix;
  const dense = new Float32Array(numRows * numCols);
  for (let row = 0; row < numRows; row++)
    for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) dense[row * numCols + colIndex[e]] = values[e];
  return { numRows, numCols, values: dense };
}
