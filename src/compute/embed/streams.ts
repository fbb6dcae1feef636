/** Streams of random numbers (data/base/random.ts) that only this room draws from. */
export const EMBED_STREAM = { init: 32, order: 33, walk: 34, negative: 35, subspace: 36 } as const;
