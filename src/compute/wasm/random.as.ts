/** The counter-based random numbers of src/data/base/random.ts, for one lane and for four. */

const INDEX_OFFSET: i32 = 0x68e31da4;

export function hash1(value: i32): i32 {
  let h = value;
  h = (h ^ (h >>> 16)) * 0x7feb352d;
  h = (h ^ (h >>> 15)) * 0x846ca68b;
  return h ^ (h >>> 16);
}

export function hash4(value: v128): v128 {
  let h = value;
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 16)), i32x4.splat(0x7feb352d));
  h = i32x4.mul(v128.xor(h, i32x4.shr_u(h, 15)), i32x4.splat(0x846ca68b));
  return v128.xor(h, i32x4.shr_u(h, 16));
}

/** Whether a draw survives dropout: its top 24 bits, as a fraction of 2^24, are at or above the rate. */
export function keeps1(key: i32, draw: i32, threshold: i32): bool {
  return hash1(key ^ draw) >>> 8 >= threshold;
}

/** Four at once: all ones where kept, zero where dropped. */
export function keeps4(key: v128, draw: v128, threshold: v128): v128 {
  return i32x4.ge_s(i32x4.shr_u(hash4(v128.xor(key, draw)), 8), threshold);
}

/** The part of a draw that does not hang on the key. */
export function draw1(index: i32): i32 {
  return hash1(index + INDEX_OFFSET);
}

export function draw4(index: v128): v128 {
  return hash4(i32x4.add(index, i32x4.splat(INDEX_OFFSET)));
}
