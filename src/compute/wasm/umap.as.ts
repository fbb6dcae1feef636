/**
 * One epoch of UMAP's optimiser (compute/projection/umapLayout.ts is the readable reference: both give the same bits).
 * Every edge that is due pulls its two ends together; one of them is pushed from five nodes drawn at random, four in
 * the lanes of a vector and one beside them. All six forces are taken at the same place: none waits for another.
 *
 * `pull` and `push` are tables of factors by the upper half of the float32 squared distance.
 */

@inline
function within(value: f32, reach: f32): f32 {
  return min<f32>(reach, max<f32>(-reach, value));
}

@inline
function within4(value: v128, reach: v128): v128 {
  return f32x4.min(reach, f32x4.max(f32x4.neg(reach), value));
}

/** xorshift32 (Marsaglia 2003). */
@inline
function shifted(state: u32): u32 {
  state ^= state << 13;
  state ^= state >>> 17;
  return state ^ (state << 5);
}

@inline
function shifted4(state: v128): v128 {
  state = v128.xor(state, i32x4.shl(state, 13));
  state = v128.xor(state, i32x4.shr_u(state, 17));
  return v128.xor(state, i32x4.shl(state, 5));
}

@inline
function factor(table: usize, squared: u32): f32 {
  return load<f32>(table + ((squared >>> 16) << 2));
}

export function umapEpoch(
  positions: usize,
  head: usize,
  tail: usize,
  period: usize,
  next: usize,
  numEdges: i32,
  numNodes: i32,
  pull: usize,
  push: usize,
  epoch: f32,
  rate: f32,
  seed: u32,
): void {
  const reach: f32 = <f32>4 * rate;
  const reach4 = f32x4.splat(reach);
  const rate4 = f32x4.splat(rate);
  const count = i32x4.splat(numNodes);
  let single: u32 = seed | 1;
  let random = v128.or(
    v128.xor(i32x4.splat(seed), i32x4(0x3c6ef372, 0x5851f42d, 0x27d4eb2f, 0x165667b1)),
    i32x4.splat(1),
  );
  const epoch4 = f32x4.splat(epoch);
  for (let first = 0; first < numEdges; first += 4) {
    const four = next + ((<usize>first) << 2);
    let due = i32x4.bitmask(f32x4.le(v128.load(four), epoch4));
    if (first + 4 > numEdges) due &= (1 << (numEdges - first)) - 1;
    for (; due != 0; due &= due - 1) {
    const e = (<usize>(first + ctz(due))) << 2;
    store<f32>(next + e, load<f32>(next + e) + load<f32>(period + e));
    const node = load<u32>(head + e);
    const i = positions + ((<usize>node) << 3);
    const j = positions + ((<usize>load<u32>(tail + e)) << 3);
    const x = load<f32>(i);
    const y = load<f32>(i, 4);
    const jx = load<f32>(j);
    const jy = load<f32>(j, 4);
    let dx = x - jx;
    let dy = y - jy;
    let force = rate * factor(pull, reinterpret<u32>(dx * dx + dy * dy));
    const mx = within(force * dx, reach);
    const my = within(force * dy, reach);

    random = shifted4(random);
    const low = i64x2.shr_u(i64x2.extmul_low_i32x4_u(random, count), 32);
    const high = i64x2.shr_u(i64x2.extmul_high_i32x4_u(random, count), 32);
    const k0 = positions + ((<usize>i64x2.extract_lane(low, 0)) << 3);
    const k1 = positions + ((<usize>i64x2.extract_lane(low, 1)) << 3);
    const k2 = positions + ((<usize>i64x2.extract_lane(high, 0)) << 3);
    const k3 = positions + ((<usize>i64x2.extract_lane(high, 1)) << 3);
    const a = v128.load64_lane(k1, v128.load64_zero(k0), 1);
    const b = v128.load64_lane(k3, v128.load64_zero(k2), 1);
    const dx4 = f32x4.sub(f32x4.splat(x), v128.shuffle<f32>(a, b, 0, 2, 4, 6));
    const dy4 = f32x4.sub(f32x4.splat(y), v128.shuffle<f32>(a, b, 1, 3, 5, 7));
    const squared = f32x4.add(f32x4.mul(dx4, dx4), f32x4.mul(dy4, dy4));
    const at = i32x4.shl(i32x4.shr_u(squared, 16), 2);
    let factors = v128.load32_zero(push + <usize>i32x4.extract_lane(at, 0));
    factors = v128.load32_lane(push + <usize>i32x4.extract_lane(at, 1), factors, 1);
    factors = v128.load32_lane(push + <usize>i32x4.extract_lane(at, 2), factors, 2);
    factors = v128.load32_lane(push + <usize>i32x4.extract_lane(at, 3), factors, 3);
    const force4 = f32x4.mul(rate4, factors);
    // A node is where it is, so that it does not push itself: its distance is 0.
    const px = within4(f32x4.mul(force4, dx4), reach4);
    const py = within4(f32x4.mul(force4, dy4), reach4);

    single = shifted(single);
    const k = positions + ((<usize>(((<u64>single) * (<u64>numNodes)) >> 32)) << 3);
    dx = x - load<f32>(k);
    dy = y - load<f32>(k, 4);
    force = rate * factor(push, reinterpret<u32>(dx * dx + dy * dy));

    // Lanes 0 and 2 hold halves of the sum of x, lanes 1 and 3 of y.
    const halves = f32x4.add(v128.shuffle<f32>(px, py, 0, 4, 2, 6), v128.shuffle<f32>(px, py, 1, 5, 3, 7));
    const sum = f32x4.add(halves, v128.shuffle<f32>(halves, halves, 2, 3, 2, 3));
    store<f32>(i, x + (mx + (within(force * dx, reach) + f32x4.extract_lane(sum, 0))));
    store<f32>(i, y + (my + (within(force * dy, reach) + f32x4.extract_lane(sum, 1))), 4);
    store<f32>(j, jx - mx);
    store<f32>(j, jy - my, 4);
  }
  }
}
