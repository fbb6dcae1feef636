/**
 * Attention scores of a GATv2 layer before the softmax:
 * s[e, h] = sum over c of a[h, c] LeakyReLU(t[target[e], h, c] + f[source[e], h, c]).
 *
 * t: numTargets x (heads channels), f: numSources x (heads channels), a: heads x channels, s: numEdges x heads.
 * LeakyReLU(z) = z for z > 0, slope z otherwise. Brody, Alon and Yahav, How Attentive are Graph Attention Networks?,
 * ICLR 2022, equation 7, with W [h_i || h_j] taken apart into a term for each end: nothing edge-sized is as wide as
 * the channels.
 */
import { engine, zeros, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../../data/base/errors';
import type { EdgeTensor, Incidence } from '../edgeTensor';

export const GATV2_SCORES = 'PlaygroundGatv2Scores';
export const GATV2_END_GRADIENT = 'PlaygroundGatv2EndGradient';
export const GATV2_ATTENTION_GRADIENT = 'PlaygroundGatv2AttentionGradient';

export function gatv2ScoresForward(
  ofTarget: Tensor,
  ofSource: Tensor,
  attention: Tensor,
  edges: EdgeTensor,
  slope: number,
): Tensor2D {
  if (ofTarget.shape[0] !== edges.numTargets || ofSource.shape[0] !== edges.numSources)
    throw fail(
      'kernels/gatv2Scores',
      `expected ${edges.numTargets} rows of targets and ${edges.numSources} of sources, got ${ofTarget.shape[0]} and ${ofSource.shape[0]}`,
    );
  const [heads = 1] = attention.shape;
  if (ofTarget.shape[1] !== attention.size || ofSource.shape[1] !== attention.size)
    throw fail(
      'kernels/gatv2Scores',
      `expected ${attention.size} columns at both ends, got ${ofTarget.shape[1]} and ${ofSource.shape[1]}`,
    );
  if (edges.numEdges === 0) return zeros([0, heads]);
  const inputs = { targets: edges.target, sources: edges.source, ofTarget, ofSource, attention };
  return engine().runKernel<Tensor2D>(GATV2_SCORES, inputs, { slope });
}

/** d own[i, h, c] = a[h, c] sum over the edges e of i of ds[e, h] LeakyReLU'(own[i, h, c] + other[node, h, c]). */
export function gatv2EndGradient(
  ds: Tensor,
  own: Tensor,
  other: Tensor,
  attention: Tensor,
  { rowPtr, edge, node }: Incidence,
  slope: number,
): Tensor2D {
  const inputs = { rowPtr, edge, node, own, other, attention, ds };
  return engine().runKernel<Tensor2D>(GATV2_END_GRADIENT, inputs, { slope });
}

/** da[h, c] = sum over all edges of ds[e, h] LeakyReLU(t[target[e], h, c] + f[source[e], h, c]), in a fixed order. */
export function gatv2AttentionGradient(
  ds: Tensor,
  ofTarget: Tensor,
  ofSource: Tensor,
  edges: EdgeTensor,
  slope: number,
): Tensor2D {
  const { rowPtr } = edges.incoming;
  const inputs = { rowPtr, targets: edges.target, sources: edges.source, ofTarget, ofSource, ds };
  return engine().runKernel<Tensor2D>(GATV2_ATTENTION_GRADIENT, inputs, { slope });
}
