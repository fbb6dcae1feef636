/** gatherRows with its gradient: each node sums what its edges hold, always in the same order. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { segmentSumForward } from '../segmentSum/index';
import { gatherRowsForward, type Side } from './index';

export function gatherRows(x: Tensor2D, edges: EdgeTensor, side: Side): Tensor2D {
  return differentiable(
    [x],
    () => ({ value: gatherRowsForward(x, edges, side), saved: [] }),
    (dy) => [segmentSumForward(dy, edges, side)],
  );
}
