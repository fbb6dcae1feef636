/** gatv2Scores with its gradients with respect to both ends and the attention vectors. */
import { zeros, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { gatv2AttentionGradient, gatv2EndGradient, gatv2ScoresForward } from './index';

/** @param slope of LeakyReLU below zero; the paper's is 0.2 */
export function gatv2Scores(
  ofTarget: Tensor2D,
  ofSource: Tensor2D,
  attention: Tensor2D,
  edges: EdgeTensor,
  slope = 0.2,
): Tensor2D {
  const inputs = [ofTarget, ofSource, attention];
  return differentiable(
    inputs,
    () => ({ value: gatv2ScoresForward(ofTarget, ofSource, attention, edges, slope), saved: inputs }),
    (dy, [t, f, a]) => {
      if (edges.numEdges === 0) return inputs.map(({ shape }) => zeros(shape));
      return [
        gatv2EndGradient(dy, t, f, a, edges.incoming, slope),
        gatv2EndGradient(dy, f, t, a, edges.outgoing, slope),
        gatv2AttentionGradient(dy, t, f, edges, slope),
      ];
    },
  );
}
