/**
 * Sampled dense-dense product: the dot product of both ends of every edge, head by head.
 * y[e, h] = sum over c of a[target[e], h, c] b[source[e], h, c].
 *
 * a: numTargets x (heads channels), b: numSources x (heads channels), y: numEdges x heads. With dropout, y[e, h] is
 * replaced by 0 or y[e, h] / (1 - rate) as draw number e heads + h says: the gradient of weights that were dropped.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import { dropoutAttrs, type DropoutSpec } from '../dropoutSpec';
import type { EdgeTensor } from '../edgeTensor';

export const SDDMM = 'PlaygroundSddmm';

const NO_DROPOUT: DropoutSpec = { key: 0, rate: 0 };

export function sddmmForward(
  edges: EdgeTensor,
  a: Tensor,
  b: Tensor,
  heads: number,
  dropout: DropoutSpec | null,
): Tensor2D {
  if (a.shape[0] !== edges.numTargets || b.shape[0] !== edges.numSources)
    throw fail(
      'kernels/sddmm',
      `expected ${edges.numTargets} rows of targets and ${edges.numSources} of sources, got ${a.shape[0]} and ${b.shape[0]}`,
    );
  const width = a.shape[1] ?? 1;
  if (b.shape[1] !== width || width % heads !== 0)
    throw fail(
      'kernels/sddmm',
      `expected the same columns for each of ${heads} heads, got ${width} and ${b.shape[1]} in all`,
    );
  if (edges.numEdges === 0) return zeros([0, heads]);
  const inputs = { targets: edges.target, sources: edges.source, a, b };
  return engine().runKernel<Tensor2D>(SDDMM, inputs, { heads, ...dropoutAttrs(dropout ?? NO_DROPOUT) });
}
