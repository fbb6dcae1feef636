/**
 * Product of a sparse matrix and a dense one: y = A x, y[i, c] = sum over entries (i, j, v) of v x[j, c].
 *
 * A: numRows x numCols in CSR, x: numCols x width, y: numRows x width. With dropout, every entry v is replaced by
 * 0 with probability `rate` and by v / (1 - rate) otherwise. Rows without entries give zeros.
 */
import { engine, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import { dropoutAttrs, type DropoutSpec } from '../dropoutSpec';
import type { SparseTensor } from '../sparseTensor';

export const SPMM = 'PlaygroundSpmm';
export const SPMM_DROPOUT = 'PlaygroundSpmmDropout';

/** The product alone; `spmm` in gradient.ts is the one that can be differentiated. */
export function spmmForward(matrix: SparseTensor, x: Tensor, dropout: DropoutSpec | null): Tensor2D {
  if (x.shape[0] !== matrix.numCols)
    throw fail('kernels/spmm', `expected ${matrix.numCols} rows in the dense matrix, got ${x.shape[0]}`);
  const { rowPtr, colIndex, values } = matrix;
  if (dropout === null || dropout.rate === 0)
    return engine().runKernel<Tensor2D>(SPMM, { rowPtr, colIndex, values, x });
  const inputs = { rowPtr, colIndex, values, draws: matrix.draws, x };
  return engine().runKernel<Tensor2D>(SPMM_DROPOUT, inputs, { ...dropoutAttrs(dropout) });
}
