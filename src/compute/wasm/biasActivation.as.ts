/** out = act(x + bias) by rows, its gradient with respect to x, and the sum of rows that is the gradient of bias. */
import { elu4, tanh4 } from './elementary.as';

/** The order of ACTIVATIONS in src/data/run/params.ts. */
const RELU = 0;
const TANH = 1;
const ELU = 2;

function activate4(x: v128, activation: i32): v128 {
  if (activation == RELU) return f32x4.max(x, f32x4.splat(0));
  if (activation == TANH) return tanh4(x);
  if (activation == ELU) return elu4(x);
  return x;
}

/** The derivative, from the output y alone. */
function slope4(y: v128, activation: i32): v128 {
  const one = f32x4.splat(1);
  if (activation == RELU) return v128.and(one, f32x4.gt(y, f32x4.splat(0)));
  if (activation == TANH) return f32x4.sub(one, f32x4.mul(y, y));
  if (activation == ELU) return f32x4.min(f32x4.add(y, one), one);
  return one;
}

export function biasActivation(
  x: usize,
  bias: usize,
  out: usize,
  numRows: i32,
  width: i32,
  activation: i32,
): void {
  const stride = (<usize>width) << 2;
  const end = x + stride * <usize>numRows;
  if (width < 4) {
    for (; x < end; x += stride, out += stride) {
      for (let at: usize = 0; at < stride; at += 4) {
        const sum = f32x4.splat(load<f32>(x + at) + load<f32>(bias + at));
        store<f32>(out + at, f32x4.extract_lane(activate4(sum, activation), 0));
      }
    }
    return;
  }
  // The last vector of a row overlaps the one before it when the width is no multiple of 4: x is never written to.
  const last = stride - 16;
  for (; x < end; x += stride, out += stride) {
    for (let at: usize = 0; at < last; at += 16) {
      const sum = f32x4.add(v128.load(x + at), v128.load(bias + at));
      v128.store(out + at, activate4(sum, activation));
    }
    const sum = f32x4.add(v128.load(x + last), v128.load(bias + last));
    v128.store(out + last, activate4(sum, activation));
  }
}

export function activationGradient(dy: usize, y: usize, dx: usize, size: i32, activation: i32): void {
  const end = (<usize>size) << 2;
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) {
    v128.store(dx + at, f32x4.mul(v128.load(dy + at), slope4(v128.load(y + at), activation)));
  }
  for (; at < end; at += 4) {
    const slope = f32x4.extract_lane(slope4(v128.load32_splat(y + at), activation), 0);
    store<f32>(dx + at, load<f32>(dy + at) * slope);
  }
}

/** out[c] = sum of x[r, c] over the rows. */
export function columnSum(x: usize, out: usize, numRows: i32, width: i32): void {
  const stride = (<usize>width) << 2;
  const size = stride * <usize>numRows;
  let column: usize = 0;
  for (; column + 16 <= stride; column += 16) {
    let sum = f32x4.splat(0);
    for (let at = column; at < size; at += stride) sum = f32x4.add(sum, v128.load(x + at));
    v128.store(out + column, sum);
  }
  for (; column < stride; column += 4) {
    let sum: f32 = 0;
    for (let at = column; at < size; at += stride) sum += load<f32>(x + at);
    store<f32>(out + column, sum);
  }
}
