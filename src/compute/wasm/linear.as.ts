/** The gradients of y = x w for dense matrices: dx = dy w^T and dw = x^T dy. */

/** out[c, r] = x[r, c]. */
function transpose(x: usize, out: usize, numRows: i32, numCols: i32): void {
  for (let row = 0; row < numRows; row++) {
    for (let column = 0; column < numCols; column++) {
      store<f32>(out + ((<usize>(column * numRows + row)) << 2), load<f32>(x));
      x += 4;
    }
  }
}

/** `count` vectors of one row of a b, at byte offsets c0 .. c3; a's row has `inner` bytes, b's rows `stride`. */
@inline
function rowBlock(
  a: usize,
  b: usize,
  out: usize,
  inner: usize,
  stride: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  count: i32,
): void {
  let s0 = f32x4.splat(0);
  let s1 = s0;
  let s2 = s0;
  let s3 = s0;
  for (let at: usize = 0; at < inner; at += 4) {
    const value = v128.load32_splat(a + at);
    s0 = f32x4.add(s0, f32x4.mul(value, v128.load(b + c0)));
    if (count > 1) s1 = f32x4.add(s1, f32x4.mul(value, v128.load(b + c1)));
    if (count > 2) s2 = f32x4.add(s2, f32x4.mul(value, v128.load(b + c2)));
    if (count > 3) s3 = f32x4.add(s3, f32x4.mul(value, v128.load(b + c3)));
    b += stride;
  }
  v128.store(out + c0, s0);
  if (count > 1) v128.store(out + c1, s1);
  if (count > 2) v128.store(out + c2, s2);
  if (count > 3) v128.store(out + c3, s3);
}

/** out = a b. The last vector of a row overlaps the one before it when the width is no multiple of 4. */
function product(a: usize, b: usize, out: usize, numRows: i32, innerSize: i32, width: i32): void {
  const inner = (<usize>innerSize) << 2;
  const stride = (<usize>width) << 2;
  if (width < 4) {
    for (let row = 0; row < numRows; row++) {
      for (let column: usize = 0; column < stride; column += 4) {
        let sum: f32 = 0;
        let from = b + column;
        for (let at: usize = 0; at < inner; at += 4) {
          sum += load<f32>(a + at) * load<f32>(from);
          from += stride;
        }
        store<f32>(out + column, sum);
      }
      a += inner;
      out += stride;
    }
    return;
  }
  const last = stride - 16;
  for (let row = 0; row < numRows; row++) {
    for (let c0: usize = 0; c0 < stride; c0 += 64) {
      const left = stride - c0;
      const c1 = min<usize>(c0 + 16, last);
      const c2 = min<usize>(c0 + 32, last);
      const c3 = min<usize>(c0 + 48, last);
      if (left > 48) rowBlock(a, b, out, inner, stride, c0, c1, c2, c3, 4);
      else if (left > 32) rowBlock(a, b, out, inner, stride, c0, c1, c2, 0, 3);
      else if (left > 16) rowBlock(a, b, out, inner, stride, c0, c1, 0, 0, 2);
      else rowBlock(a, b, out, inner, stride, min<usize>(c0, last), 0, 0, 0, 1);
    }
    a += inner;
    out += stride;
  }
}

/** @param flipped room for w^T */
export function linearInputGradient(
  dy: usize,
  w: usize,
  flipped: usize,
  dx: usize,
  numRows: i32,
  inChannels: i32,
  outChannels: i32,
): void {
  transpose(w, flipped, inChannels, outChannels);
  product(dy, flipped, dx, numRows, outChannels, inChannels);
}

/** Rows p0 .. p0 + 3 of dw, two vectors of columns at byte offsets c0 and c1. */
function fourRows(
  x: usize,
  dy: usize,
  dw: usize,
  numRows: i32,
  inner: usize,
  stride: usize,
  p0: usize,
  c0: usize,
  c1: usize,
): void {
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let d0 = a0;
  let d1 = a0;
  let e0 = a0;
  let e1 = a0;
  x += p0;
  for (let row = 0; row < numRows; row++) {
    const g0 = v128.load(dy + c0);
    const g1 = v128.load(dy + c1);
    const xa = v128.load32_splat(x);
    const xb = v128.load32_splat(x, 4);
    const xd = v128.load32_splat(x, 8);
    const xe = v128.load32_splat(x, 12);
    a0 = f32x4.add(a0, f32x4.mul(xa, g0));
    a1 = f32x4.add(a1, f32x4.mul(xa, g1));
    b0 = f32x4.add(b0, f32x4.mul(xb, g0));
    b1 = f32x4.add(b1, f32x4.mul(xb, g1));
    d0 = f32x4.add(d0, f32x4.mul(xd, g0));
    d1 = f32x4.add(d1, f32x4.mul(xd, g1));
    e0 = f32x4.add(e0, f32x4.mul(xe, g0));
    e1 = f32x4.add(e1, f32x4.mul(xe, g1));
    x += inner;
    dy += stride;
  }
  let out = dw + (p0 >> 2) * stride;
  v128.store(out + c0, a0);
  v128.store(out + c1, a1);
  out += stride;
  v128.store(out + c0, b0);
  v128.store(out + c1, b1);
  out += stride;
  v128.store(out + c0, d0);
  v128.store(out + c1, d1);
  out += stride;
  v128.store(out + c0, e0);
  v128.store(out + c1, e1);
}

/** One element of dw, for widths and rows that do not fill a vector. */
function element(x: usize, dy: usize, numRows: i32, inner: usize, stride: usize): f32 {
  let sum: f32 = 0;
  for (let row = 0; row < numRows; row++) {
    sum += load<f32>(x) * load<f32>(dy);
    x += inner;
    dy += stride;
  }
  return sum;
}

export function linearWeightGradient(
  x: usize,
  dy: usize,
  dw: usize,
  numRows: i32,
  inChannels: i32,
  outChannels: i32,
): void {
  const inner = (<usize>inChannels) << 2;
  const stride = (<usize>outChannels) << 2;
  let p: usize = 0;
  if (outChannels >= 4) {
    const last = stride - 16;
    for (; p + 16 <= inner; p += 16) {
      for (let c: usize = 0; c < stride; c += 32) {
        fourRows(x, dy, dw, numRows, inner, stride, p, min<usize>(c, last), min<usize>(c + 16, last));
      }
    }
  }
  for (; p < inner; p += 4) {
    for (let c: usize = 0; c < stride; c += 4) {
      store<f32>(dw + (p >> 2) * stride + c, element(x + p, dy + c, numRows, inner, stride));
    }
  }
}
