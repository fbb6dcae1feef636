/** gatScores with its gradients: each end sums over its edges. */
import { zeros, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { segmentSumForward } from '../segmentSum/index';
import { gatScoresForward, leakyGradient } from './index';

/** @param slope of LeakyReLU below zero, at least 0; the paper's is 0.2 */
export function gatScores(ofTarget: Tensor2D, ofSource: Tensor2D, edges: EdgeTensor, slope = 0.2): Tensor2D {
  return differentiable(
    [ofTarget, ofSource],
    () => {
      const value = gatScoresForward(ofTarget, ofSource, edges, slope);
      return { value, saved: [value] };
    },
    (dy, [y]) => {
      if (edges.numEdges === 0) return [zeros(ofTarget.shape), zeros(ofSource.shape)];
      const dz = leakyGradient(dy, y, slope);
      return [segmentSumForward(dz, edges, 'target'), segmentSumForward(dz, edges, 'source')];
    },
  );
}
