/** What makes a score of the embeddings of two nodes: the same whichever way round the pair is. One file each. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { EdgeTensor } from '../kernels/edgeTensor';
import type { ParameterShape } from '../nn/layer';

/** How a score comes about: left times right, element by element, and an offset. Their sum is the score. */
export interface ScoreTerms {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly product: Float32Array;
  readonly offset: number;
  readonly score: number;
}

export interface DecoderCode {
  /** @param width of the embedding; @param hidden units, where the decoder has some */
  parameters(width: number, hidden: number): readonly ParameterShape[];
  /**
   * @param z numNodes x width
   * @param parameter by its role
   * @returns logits, one a pair in the order of its edges: numPairs x 1
   */
  scores(z: Tensor2D, pairs: EdgeTensor, parameter: (role: string) => Tensor): Tensor2D;
  /** The same for one pair in plain loops. @param u, @param v rows of z; matrices are row-major */
  terms(u: Float32Array, v: Float32Array, parameter: (role: string) => Float32Array): ScoreTerms;
}

export function termsOf(left: Float32Array, right: Float32Array, offset = 0): ScoreTerms {
  const product = left.map((value, c) => value * right[c]);
  return { left, right, product, offset, score: product.reduce((sum, value) => sum + value, offset) };
}
