/** segmentMax with its gradient, which goes to the winners alone. */
import { zeros, type Tensor2D } from '@tensorflow/tfjs-core';
import { differentiable } from '../differentiable';
import type { EdgeTensor } from '../edgeTensor';
import { segmentMaxForward, segmentMaxGradient } from './index';

/** Over the neighbours' rows of x (numSources x width). */
export const segmentMax = (x: Tensor2D, edges: EdgeTensor): Tensor2D => winnersOf(x, edges, 'nodes');

/** Over messages, one row for each edge (numEdges x width). */
export const segmentMaxOfEdges = (messages: Tensor2D, edges: EdgeTensor): Tensor2D =>
  winnersOf(messages, edges, 'edges');

function winnersOf(x: Tensor2D, edges: EdgeTensor, of: 'nodes' | 'edges'): Tensor2D {
  return differentiable(
    [x],
    () => {
      const { value, winners } = segmentMaxForward(x, edges, of);
      return { value, saved: [winners] };
    },
    (dy, [winners]) => {
      if (edges.numEdges === 0) return [zeros(x.shape)];
      return [segmentMaxGradient(dy, winners, of === 'nodes' ? edges.outgoing : edges.single)];
    },
  );
}
