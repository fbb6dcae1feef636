/** Node features on the device, and the first linear map of a model, which never makes them dense. */
import { keep, tensor2d, tidy, type Tensor2D } from '@tensorflow/tfjs-core';
import { rowNormaliseDense, toDense } from '../../data/graph/dense';
import { numFeatures, type DenseMatrix, type Features, type SparseMatrix } from '../../data/graph/graphData';
import { rowNormalise } from '../../data/graph/sparse';
import { dropout } from '../kernels/dropout/gradient';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { SparseTensor } from '../kernels/sparseTensor';
import { linear, linearOfConstant } from '../kernels/linear/gradient';
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
  readonly dispose: () => void;
}

export const featureTensor = (features: Features): FeatureTensor =>
  features.kind === 'dense' ? denseFeatures(features.matrix) : sparseFeatures(features);

function denseFeatures({ numRows, numCols, values }: DenseMatrix): FeatureTensor {
  const x = tidy(() => keep(tensor2d(values, [numRows, numCols])));
  return {
    input: (dropped) => {
      const kept = dropout(x, dropped);
      return { numCols, times: (weight) => linearOfConstant(kept, weight), dense: () => kept };
    },
    dispose: () => x.dispose(),
  };
}

function sparseFeatures(features: Exclude<Features, { kind: 'dense' }>): FeatureTensor {
  const sparse = new SparseTensor(
    features.kind === 'sparse' ? features.matrix : identityMatrix(features.numCols),
  );
  const isIdentity = features.kind === 'identity';
  const numCols = numFeatures(features);
  return {
    input: (dropped) => {
      const isWhole = dropped === null || dropped.rate === 0;
      return {
        numCols,
        // I W is W itself, unless dropout takes entries out of the identity.
        times: (weight) => (isIdentity && isWhole ? weight : spmm(sparse, weight, dropped)),
        // X I: the product makes X dense, with the entries that dropout takes out missing.
        dense: () =>
          spmm(
            sparse,
            tensor2d(toDense({ kind: 'identity', numCols }, numCols).values, [numCols, numCols]),
            dropped,
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
