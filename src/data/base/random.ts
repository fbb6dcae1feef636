/**
 * Counter-based random numbers: a draw is a pure function of (seed, stream, step, index), so the same run gives the
 * same initial weights, dropout masks and samples on every backend, in any order, on any thread. The same integer
 * arithmetic stands in the WGSL and AssemblyScript kernels; test/data/random.test.ts pins its values.
 *
 * The key (seed, stream, step) is hashed first and the index second: hash(seed + index) would make every step a
 * shifted copy of the same sequence.
 */

/** Streams keep draws for different purposes independent. */
export const STREAM = {
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
} as const;

/** 32-bit finaliser with full avalanche (C. Wellons, "Prospecting for Hash Functions", lowbias32). */
export function hash32(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x7feb352d);
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b);
  return (h ^ (h >>> 16)) >>> 0;
}

/** The key of one family of draws, an unsigned 32-bit integer. */
export function randomKey(seed: number, stream: number, step: number): number {
  return hash32(hash32(hash32(seed) ^ Math.imul(stream, 0x9e3779b1)) ^ Math.imul(step, 0x85ebca77));
}

/** The part of a draw that does not hang on the key: sparse kernels keep it beside each entry. */
export const indexHash = (index: number): number => hash32(index + 0x68e31da4);

/** Draw number `index` of a key, an unsigned 32-bit integer. */
export const randomBits = (key: number, index: number): number => hash32(key ^ indexHash(index));

/** Draw number `index` of a key, uniform in [0, 1) with 24 bits: exact in float32, hence equal on every backend. */
export const uniform = (key: number, index: number): number => (randomBits(key, index) >>> 8) / 16_777_216;

/** A sequential source for libraries that want `() => number` in [0, 1). */
export function sequence(key: number): () => number {
  let index = 0;
  return () => uniform(key, index++);
}
