/** segmentSum with its gradient: every edge gets that of the node which its message reached. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { gatherRowsForward, type Side } from '../gatherRows/index';
import { segmentSumForward } from './index';

/** @param side which end sums: 'target' (default) is message passing */
export function segmentSum(messages: Tensor2D, edges: EdgeTensor, side: Side = 'target'): Tensor2D {
  return differentiable(
    [messages],
    () => ({ value: segmentSumForward(messages, edges, side), saved: [] }),
    (dy) => [gatherRowsForward(dy, edges, side)],
  );
}
