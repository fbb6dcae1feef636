/** Pairs of nodes scored from embeddings in plain loops, and what the scores come to on a part. */
import type { NodePairs } from '../../data/graph/adjacencyLists';
import { AUC, AVERAGE_PRECISION, HITS_AT_50, HITS_RANK, MEAN_RECIPROCAL_RANK } from '../../data/run/metrics';
import type { PartScores } from '../../data/run/records';
import type { DecoderCode, ScoreTerms } from '../decoders/decoder';
import type { LinkLoss, ScoredPairs } from '../losses/linkLosses';
import { auc, averagePrecision, hitsAt, meanReciprocalRank } from '../metrics/rankings';

/** The decoder with the values of its parameters, by role. */
export interface BoundDecoder {
  terms(u: Float32Array, v: Float32Array): ScoreTerms;
}

export const boundDecoder = (
  code: DecoderCode,
  roles: readonly string[],
  values: readonly Float32Array[],
): BoundDecoder => ({
  terms: (u, v) => code.terms(u, v, (role) => values[roles.indexOf(role)]),
});

/** @param z numNodes x width */
export function scoredPairs(
  z: Float32Array,
  width: number,
  { source, target }: NodePairs,
  decoder: BoundDecoder,
): ScoredPairs {
  const row = (node: number) => z.subarray(node * width, (node + 1) * width);
  const each = (valueOf: (u: Float32Array, v: Float32Array) => number) =>
    Float32Array.from(source, (u, k) => valueOf(row(u), row(target[k])));
  return {
    scores: each((u, v) => decoder.terms(u, v).score),
    distances: () => each((u, v) => Math.sqrt(u.reduce((sum, value, c) => sum + (value - v[c]) ** 2, 0))),
  };
}

/** What any scores come to, whatever made them. */
export const rankingScores = (positives: ArrayLike<number>, negatives: ArrayLike<number>): PartScores => ({
  [AUC.id]: auc(positives, negatives),
  [AVERAGE_PRECISION.id]: averagePrecision(positives, negatives),
  // Of fewer negatives none has that rank.
  [HITS_AT_50.id]: negatives.length < HITS_RANK ? null : hitsAt(HITS_RANK, positives, negatives),
  [MEAN_RECIPROCAL_RANK.id]: meanReciprocalRank(positives, negatives),
});

/** null where there is nothing to compare. */
export const linkScores = (
  positives: ScoredPairs,
  negatives: ScoredPairs,
  loss: LinkLoss,
): PartScores | null =>
  positives.scores.length === 0 || negatives.scores.length === 0
    ? null
    : { loss: loss.ofNumbers(positives, negatives), ...rankingScores(positives.scores, negatives.scores) };
