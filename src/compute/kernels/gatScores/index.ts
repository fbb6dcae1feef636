/**
 * Attention scores of a GAT layer before the softmax: s[e, h] = LeakyReLU(t[target[e], h] + f[source[e], h]).
 *
 * t: numTargets x heads, f: numSources x heads, s: numEdges x heads. LeakyReLU(z) = z for z > 0, slope z otherwise,
 * slope >= 0. Velickovic et al., Graph Attention Networks, ICLR 2018, equation 3, with a^T [W h_i || W h_j] taken
 * apart into a term for each end.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor } from '../edgeTensor';

export const GAT_SCORES = 'PlaygroundGatScores';
export const LEAKY_GRADIENT = 'PlaygroundLeakyGradient';

export function gatScoresForward(
  ofTarget: Tensor,
  ofSource: Tensor,
  edges: EdgeTensor,
  slope: number,
): Tensor2D {
  if (ofTarget.shape[0] !== edges.numTargets || ofSource.shape[0] !== edges.numSources)
    throw fail(
      'kernels/gatScores',
      `expected ${edges.numTargets} rows of targets and ${edges.numSources} of sources, got ${ofTarget.shape[0]} and ${ofSource.shape[0]}`,
    );
  const heads = ofTarget.shape[1] ?? 1;
  if (ofSource.shape[1] !== heads)
    throw fail(
      'kernels/gatScores',
      `expected as many heads at both ends, got ${heads} and ${ofSource.shape[1]}`,
    );
  if (edges.numEdges === 0) return zeros([0, heads]);
  const inputs = { targets: edges.target, sources: edges.source, ofTarget, ofSource };
  return engine().runKernel<Tensor2D>(GAT_SCORES, inputs, { slope });
}

/** dz = dy where y > 0, slope dy elsewhere: LeakyReLU keeps the sign, so its result is enough. */
export const leakyGradient = (dy: Tensor, y: Tensor, slope: number): Tensor2D =>
  engine().runKernel<Tensor2D>(LEAKY_GRADIENT, { dy, y }, { slope });
