/** The negatives of an epoch: drawn anew for each, all of them a function of seed, epoch and number. */
import { randomKey, STREAM } from '../../data/base/random';
import type { NodePairs } from '../../data/graph/adjacencyLists';
import type { NegativeSampler } from '../../data/graph/negativePairs';

/** @param sampler on the edges that are known in training: what it rejects is then no hint at those held out */
export function freshNegatives(
  sampler: NegativeSampler,
  seed: number,
  epoch: number,
  count: number,
): NodePairs {
  const key = randomKey(seed, STREAM.negatives, epoch);
  const pairs = { source: new Int32Array(count), target: new Int32Array(count) };
  for (let k = 0; k < count; k++) [pairs.source[k], pairs.target[k]] = sampler.pair(key, k);
  return pairs;
}
