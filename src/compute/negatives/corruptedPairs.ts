/**
 * A negative for each positive, which shares one end with it: for losses that compare two partners of a node. The end
 * that is kept, the anchor, is drawn; both pairs hold it as their target. All is a function of seed, epoch and number.
 */
import { fail } from '../../data/base/errors';
import { randomKey, STREAM, uniform } from '../../data/base/random';
import type { NodePairs } from '../../data/graph/adjacencyLists';
import type { NegativeSampler } from '../../data/graph/negativePairs';

export interface CorruptedPairs {
  /** partner -> anchor */
  readonly positives: NodePairs;
  /** other partner -> the same anchor, which it is not linked to */
  readonly negatives: NodePairs;
}

/** @throws PlaygroundError where both ends of a pair are linked to all nodes */
export function corruptedPairs(
  sampler: NegativeSampler,
  { source, target }: NodePairs,
  seed: number,
  epoch: number,
): CorruptedPairs {
  const ends = randomKey(seed, STREAM.negatives, epoch);
  const partners = randomKey(seed + 1, STREAM.negatives, epoch);
  const count = source.length;
  const anchor = new Int32Array(count);
  const [partner, other] = [new Int32Array(count), new Int32Array(count)];
  for (let k = 0; k < count; k++) {
    const [first, second] = uniform(ends, k) < 0.5 ? [source[k], target[k]] : [target[k], source[k]];
    const found = sampler.partner(partners, k, first);
    [anchor[k], partner[k]] = found >= 0 ? [first, second] : [second, first];
    other[k] = found >= 0 ? found : sampler.partner(partners, k, second);
    if (other[k] < 0)
      throw fail(
        'negatives',
        `expected a node that ${first} or ${second} is not linked to, found none`,
        'Choose binary cross-entropy, which compares no partners.',
      );
  }
  return { positives: { source: partner, target: anchor }, negatives: { source: other, target: anchor } };
}
