/**
 * The numbers that every backend draws. Expected values come from the same 32-bit arithmetic in Python, where integers
 * do not overflow: `h = ((h ^ h >> 16) * 0x7feb352d) & 0xffffffff` and so on.
 */
import { describe, expect, it } from 'vitest';
import { EMBED_STREAM } from '../../src/compute/embed/streams';
import { hash32, randomBits, randomKey, sequence, STREAM, uniform } from '../../src/data/base/random';

const HASHES = [0, 1753845952, 3507691905, 1734902346];
const KEYS = [0, 1000547376, 1232361913, 1978613093];
/** Of the key (1, 2, 3), the second of KEYS. */
const BITS = [1458265599, 3330838091, 1042302317, 3788449668];

describe('random numbers', () => {
  it('are these, whatever the backend', () => {
    expect([0, 1, 2, 0xffffffff].map(hash32)).toEqual(HASHES);
    expect([randomKey(0, 0, 0), randomKey(1, 2, 3), randomKey(3, 2, 1), randomKey(7, 9, 100_000)]).toEqual(
      KEYS,
    );
    const key = randomKey(1, 2, 3);
    expect([0, 1, 2, 3].map((index) => randomBits(key, index))).toEqual(BITS);
    expect([0, 1, 2, 3].map((index) => uniform(key, index))).toEqual(
      BITS.map((bits) => (bits >>> 8) / 2 ** 24),
    );
    const draw = sequence(key);
    expect([draw(), draw(), draw()]).toEqual([0, 1, 2].map((index) => uniform(key, index)));
  });

  it('come in streams with numbers that stay: a link of before leads to the same draws', () => {
    expect(STREAM).toEqual({
      init: 1,
      dropout: 2,
      projection: 3,
      generator: 4,
      layout: 5,
      batches: 6,
      neighbours: 7,
      split: 8,
      sample: 9,
      edgeSplit: 10,
      negatives: 11,
      latent: 12,
      randomScore: 13,
    });
    expect(EMBED_STREAM).toEqual({ init: 32, order: 33, walk: 34, negative: 35, subspace: 36 });
  });

  it('are others for another seed, stream, step or index', () => {
    const drawn = [0, 1, 2].flatMap((seed) =>
      [...Object.values(STREAM), ...Object.values(EMBED_STREAM)].flatMap((stream) =>
        [0, 1, 2, 8, 32].map((step) => randomKey(seed, stream, step)),
      ),
    );
    expect(new Set(drawn).size).toBe(drawn.length);
    const many = Array.from({ length: 4000 }, (_, index) => randomBits(drawn[7]!, index));
    expect(new Set(many).size).toBe(many.length);
  });

  it('of neighbouring steps are no shifted copies of each other', () => {
    const [one, next] = [1, 2].map((step) => {
      const key = randomKey(5, STREAM.dropout, step);
      return Array.from({ length: 300 }, (_, index) => randomBits(key, index));
    });
    expect(one!.filter((bits) => next!.includes(bits))).toEqual([]);
  });

  it('fill the interval from 0 to 1 evenly, and 1 is not among them', () => {
    const draw = sequence(randomKey(11, STREAM.split, 0));
    const counts = new Int32Array(10);
    for (let i = 0; i < 20_000; i++) counts[Math.floor(10 * draw())]!++;
    expect(counts.reduce((a, b) => a + b)).toBe(20_000);
    // Five standard deviations of a binomial count around its mean of 2000.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(1800));
  });
});
