/** spmmWeighted with its gradients: dx sums along the edges backwards, dw is the dot product per edge and head. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { DropoutSpec } from '../dropoutSpec';
import type { EdgeTensor } from '../edgeTensor';
import { sddmmForward } from '../sddmm/index';
import { spmmWeightedForward } from './index';

export function spmmWeighted(
  edges: EdgeTensor,
  weights: Tensor2D,
  x: Tensor2D,
  dropout: DropoutSpec | null = null,
): Tensor2D {
  return differentiable(
    [weights, x],
    () => ({ value: spmmWeightedForward(edges, weights, x, dropout), saved: [weights, x] }),
    (dy, [w, from]) => [
      sddmmForward(edges, dy, from, weights.shape[1], dropout),
      spmmWeightedForward(edges, w, dy, dropout, 'target'),
    ],
  );
}
