/** sddmm with its gradients: each end sums the rows of the other, weighted by the edges. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { spmmWeightedForward } from '../spmmWeighted/index';
import { sddmmForward } from './index';

export function sddmm(edges: EdgeTensor, a: Tensor2D, b: Tensor2D, heads: number): Tensor2D {
  return differentiable(
    [a, b],
    () => ({ value: sddmmForward(edges, a, b, heads, null), saved: [a, b] }),
    (dy, [left, right]) => [
      spmmWeightedForward(edges, dy, right, null, 'source'),
      spmmWeightedForward(edges, dy, left, null, 'target'),
    ],
  );
}
