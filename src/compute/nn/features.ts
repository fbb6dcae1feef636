/** Node features on the device, and the first linear map of a model, which never makes them dense. */
import { tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import { toDense } from '../../data/graph/dense';
import { numFeatures, type Features, type SparseMatrix } from '../../data/graph/graphData';
import { rowNormalise } from '../../data/graph/sparse';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { SparseTensor } from '../kernels/sparseTensor';
import { linear } from '../kernels/linear/gradient';
import type { LayerInput } from './layer';
import { spmm } from '../kernels/spmm/gradient';

function identityMatrix(size: number): SparseMatrix {
  return {
    numRows: size,
    numCols: size,
    rowPtr: Int32Array.from({ length: size + 1 }, (_, i) => i),
    colIndex: Int32Array.from({ length: size }, (_, i) => i),
    values: new Float32Array(size).fill(1),
  };
}

/** The features that a run trains on: rows divided by their sum if it says so. */
export const preparedFeatures = (features: Features, normalise: boolean): Features =>
  features.kind === 'sparse' && normalise
    ? { kind: 'sparse', matrix: rowNormalise(features.matrix) }
    : features;

export interface FeatureTensor {
  /** X with dropout of its entries, as the input of a layer. */
  readonly input: (dropout: DropoutSpec | null) => LayerInput;
  readonly dispose: () => void;
}

export function featureTensor(features: Features): FeatureTensor {
  const sparse = new SparseTensor(
    features.kind === 'sparse' ? features.matrix : identityMatrix(features.numCols),
  );
  const isIdentity = features.kind === 'identity';
  const numCols = numFeatures(features);
  return {
    input: (dropout) => {
      const isWhole = dropout === null || dropout.rate === 0;
      return {
        numCols,
        // I W is W itself, unless dropout takes entries out of the identity.
        times: (weight) => (isIdentity && isWhole ? weight : spmm(sparse, weight, dropout)),
        // X I: the product makes X dense, with the entries that dropout takes out missing.
        dense: () =>
          spmm(
            sparse,
            tensor2d(toDense({ kind: 'identity', numCols }, numCols).values, [numCols, numCols]),
            dropout,
          ),
      };
    },
    dispose: () => sparse.dispose(),
  };
}

/** The output of a layer as the input of the next. */
export const denseInput = (h: Tensor2D): LayerInput => ({
  numCols: h.shape[1],
  times: (weight) => linear(h, weight),
  dense: () => h,
});
