/**
 * Skip-gram with negative sampling over whole walks: see src/compute/embed/skipGram.ts for the loss. All pairs of a
 * walk are scored first, then the gradient of each of its rows is summed in registers and added to memory once.
 */
import { exp4, log1 } from './elementary.as';

/** Factors of at most 2 that a lane multiplies up before their logarithm is taken. */
const FACTORS = 24;

/** Scores of one row against `count` others (1 to 3), times sign. */
@inline
function dots(row: usize, a: usize, b: usize, c: usize, stride: usize, sign: f32, out: usize, count: i32): void {
  let sa = f32x4.splat(0);
  let sb = sa;
  let sc = sa;
  for (let at: usize = 0; at < stride; at += 16) {
    const value = v128.load(row + at);
    sa = f32x4.add(sa, f32x4.mul(value, v128.load(a + at)));
    if (count > 1) sb = f32x4.add(sb, f32x4.mul(value, v128.load(b + at)));
    if (count > 2) sc = f32x4.add(sc, f32x4.mul(value, v128.load(c + at)));
  }
  store<f32>(out, sign * sum4(sa));
  if (count > 1) store<f32>(out, sign * sum4(sb), 4);
  if (count > 2) store<f32>(out, sign * sum4(sc), 8);
}

@inline
function sum4(x: v128): f32 {
  return (
    f32x4.extract_lane(x, 0) +
    f32x4.extract_lane(x, 1) +
    (f32x4.extract_lane(x, 2) + f32x4.extract_lane(x, 3))
  );
}

/**
 * In place: x becomes factor * sigmoid(x), for whole vectors of x.
 *
 * @returns the sum of log(1 + e^x)
 */
function softplus(x: usize, end: usize, factor: f32): f64 {
  const one = f32x4.splat(1);
  const zero = f32x4.splat(0);
  const factors = f32x4.splat(factor);
  let total: f64 = 0;
  let product = one;
  let linear = zero;
  let left = FACTORS;
  for (; x < end; x += 16) {
    const value = v128.load(x);
    const e = exp4(f32x4.neg(f32x4.abs(value)));
    const sum = f32x4.add(one, e);
    const numerator = v128.bitselect(one, e, f32x4.gt(value, zero));
    v128.store(x, f32x4.mul(factors, f32x4.div(numerator, sum)));
    linear = f32x4.add(linear, f32x4.max(value, zero));
    product = f32x4.mul(product, sum);
    left -= 1;
    if (left == 0) {
      total += logOfProduct(product);
      product = one;
      left = FACTORS;
    }
  }
  return total + logOfProduct(product) + <f64>sum4(linear);
}

function logOfProduct(x: v128): f64 {
  return log1(
    <f64>f32x4.extract_lane(x, 0) *
      <f64>f32x4.extract_lane(x, 1) *
      (<f64>f32x4.extract_lane(x, 2) * <f64>f32x4.extract_lane(x, 3)),
  );
}

/** gradient[at ..] += sum over k of coefficients[k] * rows[k][at ..], `wide` ? 8 vectors : 1. */
@inline
function addRows(rows: usize, coefficients: usize, end: usize, gradient: usize, at: usize, wide: bool): void {
  let s0 = v128.load(gradient + at);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  let s4 = s0;
  let s5 = s0;
  let s6 = s0;
  let s7 = s0;
  if (wide) {
    s1 = v128.load(gradient + at, 16);
    s2 = v128.load(gradient + at, 32);
    s3 = v128.load(gradient + at, 48);
    s4 = v128.load(gradient + at, 64);
    s5 = v128.load(gradient + at, 80);
    s6 = v128.load(gradient + at, 96);
    s7 = v128.load(gradient + at, 112);
  }
  for (; coefficients < end; coefficients += 4, rows += 4) {
    const c = v128.load32_splat(coefficients);
    const row = <usize>load<u32>(rows) + at;
    s0 = f32x4.add(s0, f32x4.mul(c, v128.load(row)));
    if (wide) {
      s1 = f32x4.add(s1, f32x4.mul(c, v128.load(row, 16)));
      s2 = f32x4.add(s2, f32x4.mul(c, v128.load(row, 32)));
      s3 = f32x4.add(s3, f32x4.mul(c, v128.load(row, 48)));
      s4 = f32x4.add(s4, f32x4.mul(c, v128.load(row, 64)));
      s5 = f32x4.add(s5, f32x4.mul(c, v128.load(row, 80)));
      s6 = f32x4.add(s6, f32x4.mul(c, v128.load(row, 96)));
      s7 = f32x4.add(s7, f32x4.mul(c, v128.load(row, 112)));
    }
  }
  v128.store(gradient + at, s0);
  if (wide) {
    v128.store(gradient + at, s1, 16);
    v128.store(gradient + at, s2, 32);
    v128.store(gradient + at, s3, 48);
    v128.store(gradient + at, s4, 64);
    v128.store(gradient + at, s5, 80);
    v128.store(gradient + at, s6, 96);
    v128.store(gradient + at, s7, 112);
  }
}

/**
 * Adds the gradient of `scale` times the loss of these walks to `gradient`, marks the rows it has touched, and adds
 * the sum of the pairs' losses, unscaled, to the f64 at `loss`.
 *
 * @param width of a row, a multiple of 4
 * @param sign -1 for pairs that belong together, 1 for pairs that do not
 * @param rows room for walkLength u32: addresses of the walk's rows
 * @param scores room for the scores of a walk, and four more
 * @param band room for walkLength^2 f32, zero on the diagonal
 */
export function skipGram(
  walks: usize,
  numWalks: i32,
  walkLength: i32,
  context: i32,
  weights: usize,
  gradient: usize,
  touched: usize,
  width: i32,
  sign: f32,
  scale: f32,
  loss: usize,
  rows: usize,
  scores: usize,
  band: usize,
): void {
  const stride = (<usize>width) << 2;
  const numStarts = walkLength - context + 1;
  const bandStride = (<usize>walkLength) << 2;
  let total: f64 = 0;
  for (let walk = 0; walk < numWalks; walk++) {
    for (let i = 0; i < walkLength; i++) {
      const node = <usize>load<u32>(walks + ((<usize>i) << 2));
      store<u8>(touched + node, 1);
      store<u32>(rows + ((<usize>i) << 2), <u32>(weights + node * stride));
    }
    let out = scores;
    for (let start = 0; start < numStarts; start++) {
      let other = rows + ((<usize>start) << 2);
      const row = <usize>load<u32>(other);
      const end = other + ((<usize>context) << 2);
      other += 4;
      for (; other + 12 <= end; other += 12, out += 12) {
        dots(row, load<u32>(other), load<u32>(other, 4), load<u32>(other, 8), stride, sign, out, 3);
      }
      for (; other < end; other += 4, out += 4) dots(row, load<u32>(other), 0, 0, stride, sign, out, 1);
    }
    // What fills the last vector adds nothing to the loss.
    v128.store(out, f32x4.splat(-1000));
    total += softplus(scores, (out + 15) & ~(<usize>15), sign * scale);

    let score = scores;
    for (let start = 0; start < numStarts; start++) {
      for (let other = start + 1; other < start + context; other++) {
        const coefficient = load<f32>(score);
        score += 4;
        store<f32>(band + <usize>start * bandStride + ((<usize>other) << 2), coefficient);
        store<f32>(band + <usize>other * bandStride + ((<usize>start) << 2), coefficient);
      }
    }
    for (let i = 0; i < walkLength; i++) {
      const from = (<usize>max<i32>(0, i - context + 1)) << 2;
      const until = (<usize>(i < numStarts ? i + context : numStarts)) << 2;
      const coefficients = band + <usize>i * bandStride + from;
      const end = band + <usize>i * bandStride + until;
      const to = <usize>load<u32>(rows + ((<usize>i) << 2)) - weights + gradient;
      let at: usize = 0;
      for (; at + 128 <= stride; at += 128) addRows(rows + from, coefficients, end, to, at, true);
      for (; at < stride; at += 16) addRows(rows + from, coefficients, end, to, at, false);
    }
    walks += bandStride;
  }
  store<f64>(loss, load<f64>(loss) + total);
}

/** Adam on the rows that are marked, as torch.optim.SparseAdam; clears their marks and gradients. */
export function adamOfRows(
  weights: usize,
  gradient: usize,
  firstMoment: usize,
  secondMoment: usize,
  touched: usize,
  numRows: i32,
  width: i32,
  stepSize: f32,
  rest1: f32,
  rest2: f32,
  epsilon: f32,
): void {
  const stride = (<usize>width) << 2;
  const c1 = f32x4.splat(rest1);
  const c2 = f32x4.splat(rest2);
  const rate = f32x4.splat(stepSize);
  const eps = f32x4.splat(epsilon);
  for (let row = 0; row < numRows; row++) {
    const mark = touched + <usize>row;
    if (load<u8>(mark) == 0) continue;
    store<u8>(mark, 0);
    const from = stride * <usize>row;
    for (let at = from; at < from + stride; at += 16) {
      const g = v128.load(gradient + at);
      v128.store(gradient + at, f32x4.splat(0));
      const m0 = v128.load(firstMoment + at);
      const v0 = v128.load(secondMoment + at);
      const m = f32x4.add(m0, f32x4.mul(c1, f32x4.sub(g, m0)));
      const v = f32x4.add(v0, f32x4.mul(c2, f32x4.sub(f32x4.mul(g, g), v0)));
      v128.store(firstMoment + at, m);
      v128.store(secondMoment + at, v);
      const step = f32x4.div(f32x4.mul(rate, m), f32x4.add(f32x4.sqrt(v), eps));
      v128.store(weights + at, f32x4.sub(v128.load(weights + at), step));
    }
  }
}
