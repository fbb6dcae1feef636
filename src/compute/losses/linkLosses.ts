/** The losses of link prediction by their ids: of tensors, to be differentiated, and of plain numbers, to be told. */
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import { fail } from '../../data/base/errors';
import { MARGIN } from '../../data/run/losses';
import type { EdgeTensor } from '../kernels/edgeTensor';
import { binaryCrossEntropy, hinge, logistic, reconstruction } from './pairLosses';
import { triplet } from './triplet';

/** Pairs of one kind, as an evaluation has them. */
export interface ScoredPairs {
  readonly scores: Float32Array;
  /** |z_u - z_v| of each pair. */
  readonly distances: () => Float32Array;
}

export interface LinkLoss {
  /** Whether it compares positive k with negative k, which then share an end. */
  readonly isOfPartners: boolean;
  /**
   * @param z a row for each node x width
   * @param scoresOf the decoder's, one a pair
   */
  ofTensors(
    z: Tensor2D,
    positives: EdgeTensor,
    negatives: EdgeTensor,
    scoresOf: (pairs: EdgeTensor) => Tensor,
  ): Tensor;
  ofNumbers(positives: ScoredPairs, negatives: ScoredPairs): number;
}

const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

function total(values: Float32Array, f: (value: number) => number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += f(values[k]);
  return sum;
}

/** Mean over number k of one list with number k of the other, as far as both go. */
function meanOfBoth(a: Float32Array, b: Float32Array, f: (a: number, b: number) => number): number {
  const count = Math.min(a.length, b.length);
  let sum = 0;
  for (let k = 0; k < count; k++) sum += f(a[k], b[k]);
  return sum / count;
}

const missed = (s: number): number => softplus(-s);

const LOSSES: Readonly<Record<string, LinkLoss>> = {
  'binary cross-entropy': {
    isOfPartners: false,
    ofTensors: (_z, positives, negatives, scoresOf) =>
      binaryCrossEntropy(scoresOf(positives), scoresOf(negatives)),
    ofNumbers: ({ scores: right }, { scores: wrong }) =>
      (total(right, missed) + total(wrong, softplus)) / (right.length + wrong.length),
  },
  hinge: {
    isOfPartners: true,
    ofTensors: (_z, positives, negatives, scoresOf) =>
      hinge(scoresOf(positives), scoresOf(negatives), MARGIN),
    ofNumbers: ({ scores: right }, { scores: wrong }) =>
      meanOfBoth(right, wrong, (s, other) => Math.max(0, MARGIN - s + other)),
  },
  logistic: {
    isOfPartners: true,
    ofTensors: (_z, positives, negatives, scoresOf) => logistic(scoresOf(positives), scoresOf(negatives)),
    ofNumbers: ({ scores: right }, { scores: wrong }) =>
      meanOfBoth(right, wrong, (s, other) => softplus(other - s)),
  },
  triplet: {
    isOfPartners: true,
    ofTensors: (z, positives, negatives) => triplet(z, positives, negatives, MARGIN),
    ofNumbers: (right, wrong) =>
      meanOfBoth(right.distances(), wrong.distances(), (near, far) => Math.max(0, near - far + MARGIN)),
  },
  reconstruction: {
    isOfPartners: false,
    ofTensors: (_z, positives, negatives, scoresOf) =>
      reconstruction(scoresOf(positives), scoresOf(negatives)),
    ofNumbers: ({ scores: right }, { scores: wrong }) =>
      total(right, missed) / right.length + total(wrong, softplus) / wrong.length,
  },
};

export function linkLoss(id: string): LinkLoss {
  const found = LOSSES[id];
  if (!found) throw fail('losses', `expected one of ${Object.keys(LOSSES).join(', ')}, got '${id}'`);
  return found;
}
