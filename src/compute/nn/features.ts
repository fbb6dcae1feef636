/** Node features on the device, and the first linear map of a model, which never makes them dense. */
import { keep, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import { rowNormaliseDense } from '../../data/graph/dense';
import type { DenseMatrix, Features, SparseMatrix } from '../../data/graph/graphData';
import { rowNormalise, rowsOf } from '../../data/graph/sparse';
import { dropout } from '../kernels/dropout/gradient';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { SparseTensor } from '../kernels/sparseTensor';
import type { LayerInput } from './layer';
import { constantInput, rowsInput, sparseInput } from './layerInput';

function identityMatrix(size: number): SparseMatrix {
  return {
    numRows: size,
    numCols: size,
    rowPtr: Int32Array.from({ length: size + 1 }, (_, i) => i),
    colIndex: Int32Array.from({ length: size }, (_, i) => i),
    values: new Float32Array(size).fill(1),
  };
}

/** The features that a run trains on: rows divided by the sum of their absolute values if it says so. */
export function preparedFeatures(features: Features, normalise: boolean): Features {
  if (!normalise) return features;
  switch (features.kind) {
    case 'identity':
      return features;
    case 'sparse':
      return { kind: 'sparse', matrix: rowNormalise(features.matrix) };
    case 'dense':
      return { kind: 'dense', matrix: rowNormaliseDense(features.matrix) };
    default:
      return features satisfies never;
  }
}

export interface FeatureTensor {
  /** X with dropout of its entries, as the input of a layer. */
  readonly input: (dropout: DropoutSpec | null) => LayerInput;
  /** The rows of some nodes, in their order; -1 stands for a row that nothing is known of. */
  readonly rows: (nodes: Int32Array) => FeatureTensor;
  readonly dispose: () => void;
}

export const featureTensor = (features: Features): FeatureTensor =>
  features.kind === 'dense' ? denseFeatures(features.matrix) : sparseFeatures(features);

function denseFeatures({ numRows, numCols, values }: DenseMatrix): FeatureTensor {
  const x = tidy(() => keep(tensor2d(values, [numRows, numCols])));
  return {
    input: (dropped) => constantInput(dropout(x, dropped)),
    rows: (nodes) =>
      rowsOfDense(
        x,
        nodes.map((node) => Math.max(0, node)),
      ),
    dispose: () => x.dispose(),
  };
}

/** Rows that nothing is known of are those of node 0: nobody reads them. */
const rowsOfDense = (x: Tensor2D, nodes: Int32Array): FeatureTensor => ({
  input: (dropped) => {
    const plain = rowsInput(x, nodes);
    return dropped && dropped.rate > 0 ? constantInput(dropout(plain.dense(), dropped)) : plain;
  },
  rows: (places) =>
    rowsOfDense(
      x,
      places.map((place) => nodes[Math.max(0, place)]),
    ),
  dispose: () => {},
});

function sparseFeatures(features: Exclude<Features, { kind: 'dense' }>): FeatureTensor {
  const isIdentity = features.kind === 'identity';
  const matrix = isIdentity ? identityMatrix(features.numCols) : features.matrix;
  return ofSparse(matrix, isIdentity);
}

function ofSparse(matrix: SparseMatrix, isIdentity: boolean): FeatureTensor {
  const x = new SparseTensor(matrix);
  return {
    input: (dropped) => sparseInput(x, dropped, isIdentity),
    rows: (nodes) => ofSparse(rowsOf(matrix, nodes), false),
    dispose: () => x.dispose(),
  };
}
