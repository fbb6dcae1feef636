/** What enters a layer, row by row: features that may be sparse, or the output of the layer before. */
import { numFeatures, type DenseMatrix, type Features } from '../../data/graph/graphData';
import { addScaledRow, remembered, rowOf, times, type Row, type Rows } from './rows';

export interface InputRows {
  readonly numCols: number;
  /** x_i, dense. */
  readonly row: Rows;
  /** Rows of X W. Costs a row of sparse features its entries only. */
  readonly times: (weight: DenseMatrix) => Rows;
}

function denseFeatureRow(features: Features, node: number): Row {
  if (features.kind === 'dense') return rowOf(features.matrix, node);
  const row = new Float32Array(numFeatures(features));
  if (features.kind === 'identity') row[node] = 1;
  else {
    const { rowPtr, colIndex, values } = features.matrix;
    for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) row[colIndex[e]] = values[e];
  }
  return row;
}

function featureTimes(features: Features, node: number, weight: DenseMatrix): Row {
  if (features.kind === 'identity') return rowOf(weight, node).slice();
  if (features.kind === 'dense') return times(rowOf(features.matrix, node), weight);
  const product = new Float32Array(weight.numCols);
  const { rowPtr, colIndex, values } = features.matrix;
  for (let e = rowPtr[node]; e < rowPtr[node + 1]; e++) addScaledRow(product, weight, colIndex[e], values[e]);
  return product;
}

/** @param features as they are trained on: see `preparedFeatures` */
export const featureRows = (features: Features): InputRows => ({
  numCols: numFeatures(features),
  row: (node) => denseFeatureRow(features, node),
  times: (weight) => remembered((node) => featureTimes(features, node, weight)),
});

export const hiddenRows = (rows: Rows, numCols: number): InputRows => ({
  numCols,
  row: rows,
  times: (weight) => remembered((node) => times(rows(node), weight)),
});
