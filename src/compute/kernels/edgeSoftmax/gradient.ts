/** edgeSoftmax with its gradient, which needs the result alone. */
import type { Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { edgeSoftmaxForward, edgeSoftmaxGradient } from './index';

export function edgeSoftmax(scores: Tensor2D, edges: EdgeTensor): Tensor2D {
  return differentiable(
    [scores],
    () => {
      const value = edgeSoftmaxForward(scores, edges);
      return { value, saved: [value] };
    },
    (dy, [y]) => [edgeSoftmaxGradient(dy, y, edges)],
  );
}
