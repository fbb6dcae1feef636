/** Node features on the device, and the first linear map of a model, which never makes them dense. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Features, SparseMatrix } from '../../data/graph/graphData';
import { rowNormalise } from '../../data/graph/sparse';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { SparseTensor } from '../kernels/sparseTensor';
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
  /** X W, with dropout of X's entries. */
  readonly times: (weight: Tensor2D, dropout: DropoutSpec | null) => Tensor2D;
  readonly dispose: () => void;
}

export function featureTensor(features: Features): FeatureTensor {
  if (features.kind === 'sparse') {
    const matrix = new SparseTensor(features.matrix);
    return { times: (weight, dropout) => spmm(matrix, weight, dropout), dispose: () => matrix.dispose() };
  }
  // X W is W itself; a matrix is needed only when dropout takes entries out of the identity.
  let identity: SparseTensor | null = null;
  return {
    times: (weight, dropout) => {
      if (dropout === null || dropout.rate === 0) return weight;
      identity ??= new SparseTensor(identityMatrix(features.numCols));
      return spmm(identity, weight, dropout);
    },
    dispose: () => identity?.dispose(),
  };
}
