/** A draw for each pair, the same whichever way round: where chance stands. */
import { randomBits, randomKey, STREAM, uniform } from '../../data/base/random';
import { pairByPair, type Baseline } from './baseline';

export const random: Baseline = {
  id: 'random',
  name: 'Random',
  formula: String.raw`\mathcal{U}(0, 1)`,
  source: '',
  score: ({ seed }, pairs) => {
    const key = randomKey(seed, STREAM.randomScore, 0);
    return pairByPair(pairs, (u, v) => uniform(randomBits(key, Math.min(u, v)), Math.max(u, v)));
  },
};
