/** spmm with its gradient: dx = A^T dy, where the transpose drops the entries that the product dropped. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { DropoutSpec } from '../dropoutSpec';
import type { SparseTensor } from '../sparseTensor';
import { spmmForward } from './index';

export function spmm(matrix: SparseTensor, x: Tensor2D, dropout: DropoutSpec | null = null): Tensor2D {
  return differentiable(
    [x],
    () => ({ value: spmmForward(matrix, x, dropout), saved: [] }),
    (dy) => [spmmForward(matrix.transposed, dy, dropout)],
  );
}
