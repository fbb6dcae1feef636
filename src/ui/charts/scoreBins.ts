/** Probabilities of pairs counted in bins of equal width from 0 to 1: those with an edge, and those without. */
import type { ScoredPairs } from '../state/heldOut';
import { testPairs } from '../state/heldOut';

export const NUM_BINS = 20;

export interface ScoreBins {
  /** Pairs in each bin; the last one holds 1 as well. */
  readonly positives: readonly number[];
  readonly negatives: readonly number[];
  readonly most: number;
}

export function scoreBins(scored: ScoredPairs, numBins = NUM_BINS): ScoreBins {
  const empty = (): number[] => Array.from({ length: numBins }, () => 0);
  const [positives, negatives] = [empty(), empty()];
  for (const k of testPairs(scored.pairs)) {
    const bin = Math.min(numBins - 1, Math.floor(scored.probability[k]! * numBins));
    if (bin >= 0) (scored.pairs.isPositive[k] ? positives : negatives)[bin]! += 1;
  }
  return { positives, negatives, most: Math.max(1, ...positives, ...negatives) };
}
