/**
 * Weighted sum over the neighbours with weights that are computed, several heads at once:
 * y[i, h, c] = sum over edges e = j -> i of w[e, h] x[j, h, c].
 *
 * w: numEdges x heads, x: numSources x (heads channels), y: numTargets x (heads channels), the channels of a head
 * side by side. With dropout, w[e, h] is replaced by 0 or w[e, h] / (1 - rate) as draw number e heads + h says.
 * Nodes without edges get zeros.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import { dropoutAttrs, type DropoutSpec } from '../dropoutSpec';
import type { EdgeTensor } from '../edgeTensor';

export const SPMM_WEIGHTED = 'PlaygroundSpmmWeighted';

const NO_DROPOUT: DropoutSpec = { key: 0, rate: 0 };

/** @param from 'source' sums into targets, as above; 'target' sums into sources, along the same edges backwards */
export function spmmWeightedForward(
  edges: EdgeTensor,
  weights: Tensor,
  x: Tensor,
  dropout: DropoutSpec | null,
  from: 'source' | 'target' = 'source',
): Tensor2D {
  const [numWeights, heads = 1] = weights.shape;
  const [numRows, width = 1] = x.shape;
  const expected = from === 'source' ? edges.numSources : edges.numTargets;
  if (numWeights !== edges.numEdges)
    throw fail('kernels/spmmWeighted', `expected ${edges.numEdges} rows of weights, got ${numWeights}`);
  if (numRows !== expected)
    throw fail('kernels/spmmWeighted', `expected ${expected} rows of values, got ${numRows}`);
  if (width % heads !== 0)
    throw fail('kernels/spmmWeighted', `expected columns for each of ${heads} heads, got ${width} in all`);
  const { numRows: numOut, rowPtr, edge, node } = from === 'source' ? edges.incoming : edges.outgoing;
  if (edges.numEdges === 0) return zeros([numOut, width]);
  const attrs = { ...dropoutAttrs(dropout ?? NO_DROPOUT) };
  return engine().runKernel<Tensor2D>(SPMM_WEIGHTED, { rowPtr, edge, node, weights, x }, attrs);
}
