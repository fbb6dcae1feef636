/**
 * Softmax over the edges of each row, and its gradient; four heads at a time. The last four overlap the ones before
 * them when the number of heads is no multiple of 4: they are computed anew from the inputs.
 */
import { exp1, exp4 } from './elementary.as';

function softmax4(scores: usize, out: usize, start: usize, end: usize, stride: usize): void {
  let top = v128.load(scores + start);
  for (let at = start + stride; at < end; at += stride) top = f32x4.max(top, v128.load(scores + at));
  let sum = f32x4.splat(0);
  for (let at = start; at < end; at += stride) {
    const e = exp4(f32x4.sub(v128.load(scores + at), top));
    v128.store(out + at, e);
    sum = f32x4.add(sum, e);
  }
  for (let at = start; at < end; at += stride) v128.store(out + at, f32x4.div(v128.load(out + at), sum));
}

function softmax1(scores: usize, out: usize, start: usize, end: usize, stride: usize): void {
  let top = load<f32>(scores + start);
  for (let at = start + stride; at < end; at += stride) top = max<f32>(top, load<f32>(scores + at));
  let sum: f32 = 0;
  for (let at = start; at < end; at += stride) {
    const e = exp1(load<f32>(scores + at) - top);
    store<f32>(out + at, e);
    sum += e;
  }
  for (let at = start; at < end; at += stride) store<f32>(out + at, load<f32>(out + at) / sum);
}

export function edgeSoftmax(rowPtr: usize, scores: usize, out: usize, numRows: i32, heads: i32): void {
  const stride = (<usize>heads) << 2;
  let start = <usize>load<i32>(rowPtr) * stride;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = <usize>load<i32>(rowPtr) * stride;
    if (end > start) {
      if (heads < 4) {
        for (let c: usize = 0; c < stride; c += 4) softmax1(scores + c, out + c, start, end, stride);
      } else {
        const last = stride - 16;
        for (let c: usize = 0; c < last; c += 16) softmax4(scores + c, out + c, start, end, stride);
        softmax4(scores + last, out + last, start, end, stride);
      }
    }
    start = end;
  }
}

function gradient4(dy: usize, y: usize, out: usize, start: usize, end: usize, stride: usize): void {
  let mean = f32x4.splat(0);
  for (let at = start; at < end; at += stride) {
    mean = f32x4.add(mean, f32x4.mul(v128.load(y + at), v128.load(dy + at)));
  }
  for (let at = start; at < end; at += stride) {
    v128.store(out + at, f32x4.mul(v128.load(y + at), f32x4.sub(v128.load(dy + at), mean)));
  }
}

function gradient1(dy: usize, y: usize, out: usize, start: usize, end: usize, stride: usize): void {
  let mean: f32 = 0;
  for (let at = start; at < end; at += stride) mean += load<f32>(y + at) * load<f32>(dy + at);
  for (let at = start; at < end; at += stride) {
    store<f32>(out + at, load<f32>(y + at) * (load<f32>(dy + at) - mean));
  }
}

/** out[e] = y[e] (dy[e] - sum of y dy over the row). */
export function edgeSoftmaxGradient(
  rowPtr: usize,
  dy: usize,
  y: usize,
  out: usize,
  numRows: i32,
  heads: i32,
): void {
  const stride = (<usize>heads) << 2;
  let start = <usize>load<i32>(rowPtr) * stride;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = <usize>load<i32>(rowPtr) * stride;
    if (heads < 4) {
      for (let c: usize = 0; c < stride; c += 4) gradient1(dy + c, y + c, out + c, start, end, stride);
    } else {
      const last = stride - 16;
      for (let c: usize = 0; c < last; c += 16) gradient4(dy + c, y + c, out + c, start, end, stride);
      gradient4(dy + last, y + last, out + last, start, end, stride);
    }
    start = end;
  }
}
