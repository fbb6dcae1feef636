/** What enters a layer, by what is known of it: products with it are taken in the order that costs least. */
import { slice, tensor1d, tensor2d, type Tensor2D } from '@tensorflow/tfjs-core';
import type { DropoutSpec } from '../kernels/dropoutSpec';
import { takeRows } from '../kernels/gatherRows/index';
import { linear, linearOfConstant } from '../kernels/linear/gradient';
import type { SparseTensor } from '../kernels/sparseTensor';
import { spmm } from '../kernels/spmm/gradient';
import type { LayerInput } from './layer';

/** The first rows of a matrix, which is returned itself where it has no others. */
export const firstRows = (x: Tensor2D, numRows: number): Tensor2D =>
  x.shape[0] === numRows ? x : slice(x, [0, 0], [numRows, x.shape[1]]);

/** An input of which only products are known. */
function inputOf(numCols: number, times: LayerInput['times'], dense: LayerInput['dense']): LayerInput {
  return {
    numCols,
    times,
    dense,
    through: (matrix) =>
      inputOf(
        numCols,
        (weight) => spmm(matrix, times(weight)),
        () => spmm(matrix, dense()),
      ),
    first: (numRows) =>
      inputOf(
        numCols,
        (weight) => firstRows(times(weight), numRows),
        () => firstRows(dense(), numRows),
      ),
  };
}

function matrixInput(x: Tensor2D, product: (x: Tensor2D, weight: Tensor2D) => Tensor2D): LayerInput {
  const plain = inputOf(
    x.shape[1],
    (weight) => product(x, weight),
    () => x,
  );
  return {
    ...plain,
    // (A X) W where A leaves fewer rows to multiply, A (X W) where W leaves fewer columns.
    through: (matrix) =>
      matrix.numRows < matrix.numCols ? matrixInput(spmm(matrix, x), product) : plain.through(matrix),
    first: (numRows) => matrixInput(firstRows(x, numRows), product),
  };
}

/** The output of a layer as the input of the next. */
export const denseInput = (h: Tensor2D): LayerInput => matrixInput(h, linear);

/** Dense features: no gradient goes to them. */
export const constantInput = (x: Tensor2D): LayerInput => matrixInput(x, linearOfConstant);

/** Rows of dense features: a row is copied where it is asked for, and read in its place where messages are summed. */
export function rowsInput(x: Tensor2D, nodes: Int32Array): LayerInput {
  const take = (count: number) => takeRows(x, tensor1d(nodes.subarray(0, count), 'int32'));
  let all: Tensor2D | null = null;
  const dense = () => (all ??= take(nodes.length));
  return {
    numCols: x.shape[1],
    times: (weight) => linearOfConstant(dense(), weight),
    dense,
    through: (matrix) => constantInput(spmm(matrix.onRows(nodes, x.shape[0]), x)),
    first: (numRows) => constantInput(take(numRows)),
  };
}

function identity(size: number): Tensor2D {
  const values = new Float32Array(size * size);
  for (let i = 0; i < size; i++) values[i * size + i] = 1;
  return tensor2d(values, [size, size]);
}

/** Sparse features with dropout of their entries. @param isIdentity whether they are the identity matrix */
export function sparseInput(x: SparseTensor, dropout: DropoutSpec | null, isIdentity: boolean): LayerInput {
  const isWhole = dropout === null || dropout.rate === 0;
  return inputOf(
    x.numCols,
    // I W is W itself, unless dropout takes entries out of the identity.
    (weight) => (isIdentity && isWhole ? weight : spmm(x, weight, dropout)),
    // X I: the product makes X dense, with the entries that dropout takes out missing.
    () => spmm(x, identity(x.numCols), dropout),
  );
}
