/** y = x w for dense matrices and its gradients: dx = dy w^T and dw = x^T dy. */

/** out[c, r] = x[r, c]. */
function transpose(x: usize, out: usize, numRows: i32, numCols: i32): void {
  for (let row = 0; row < numRows; row++) {
    for (let column = 0; column < numCols; column++) {
      store<f32>(out + ((<usize>(column * numRows + row)) << 2), load<f32>(x));
      x += 4;
    }
  }
}

/** One vector of one row of a b, at byte offset c; a's row has `inner` bytes, b's rows `stride`. */
@inline
function oneByOne(a: usize, b: usize, out: usize, inner: usize, stride: usize, c: usize): void {
  let sum = f32x4.splat(0);
  for (let at: usize = 0; at < inner; at += 4) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(a + at), v128.load(b + c)));
    b += stride;
  }
  v128.store(out + c, sum);
}

/** The same for four rows at once, two vectors wide: each vector of b that is loaded serves four rows. */
@inline
function fourByTwo(a: usize, b: usize, out: usize, inner: usize, stride: usize, c0: usize, c1: usize): void {
  let p0 = f32x4.splat(0);
  let p1 = p0;
  let q0 = p0;
  let q1 = p0;
  let r0 = p0;
  let r1 = p0;
  let s0 = p0;
  let s1 = p0;
  const second = a + inner;
  const third = second + inner;
  const fourth = third + inner;
  for (let at: usize = 0; at < inner; at += 4) {
    const b0 = v128.load(b + c0);
    const b1 = v128.load(b + c1);
    const p = v128.load32_splat(a + at);
    const q = v128.load32_splat(second + at);
    const r = v128.load32_splat(third + at);
    const s = v128.load32_splat(fourth + at);
    p0 = f32x4.add(p0, f32x4.mul(p, b0));
    p1 = f32x4.add(p1, f32x4.mul(p, b1));
    q0 = f32x4.add(q0, f32x4.mul(q, b0));
    q1 = f32x4.add(q1, f32x4.mul(q, b1));
    r0 = f32x4.add(r0, f32x4.mul(r, b0));
    r1 = f32x4.add(r1, f32x4.mul(r, b1));
    s0 = f32x4.add(s0, f32x4.mul(s, b0));
    s1 = f32x4.add(s1, f32x4.mul(s, b1));
    b += stride;
  }
  v128.store(out + c0, p0);
  v128.store(out + c1, p1);
  out += stride;
  v128.store(out + c0, q0);
  v128.store(out + c1, q1);
  out += stride;
  v128.store(out + c0, r0);
  v128.store(out + c1, r1);
  out += stride;
  v128.store(out + c0, s0);
  v128.store(out + c1, s1);
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
  let row = 0;
  for (; row + 4 <= numRows; row += 4) {
    for (let c: usize = 0; c < stride; c += 32)
      fourByTwo(a, b, out, inner, stride, min<usize>(c, last), min<usize>(c + 16, last));
    a += 4 * inner;
    out += 4 * stride;
  }
  for (; row < numRows; row++) {
    for (let c: usize = 0; c < stride; c += 16) oneByOne(a, b, out, inner, stride, min<usize>(c, last));
    a += inner;
    out += stride;
  }
}

export function linear(x: usize, w: usize, out: usize, numRows: i32, inChannels: i32, outChannels: i32): void {
  product(x, w, out, numRows, inChannels, outChannels);
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

/** Rows p0 .. p0 + 3 of dw, two vectors of columns at byte offsets c0 and c1; added to what is there if `adds`. */
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
  adds: bool,
): void {
  const out0 = dw + (p0 >> 2) * stride;
  const out1 = out0 + stride;
  const out2 = out1 + stride;
  const out3 = out2 + stride;
  let a0 = f32x4.splat(0);
  let a1 = a0;
  let b0 = a0;
  let b1 = a0;
  let d0 = a0;
  let d1 = a0;
  let e0 = a0;
  let e1 = a0;
  if (adds) {
    a0 = v128.load(out0 + c0);
    a1 = v128.load(out0 + c1);
    b0 = v128.load(out1 + c0);
    b1 = v128.load(out1 + c1);
    d0 = v128.load(out2 + c0);
    d1 = v128.load(out2 + c1);
    e0 = v128.load(out3 + c0);
    e1 = v128.load(out3 + c1);
  }
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
  v128.store(out0 + c0, a0);
  v128.store(out0 + c1, a1);
  v128.store(out1 + c0, b0);
  v128.store(out1 + c1, b1);
  v128.store(out2 + c0, d0);
  v128.store(out2 + c1, d1);
  v128.store(out3 + c0, e0);
  v128.store(out3 + c1, e1);
}

/** A vector of one row of dw, on top of `start`; x and dy point at its first numbers. */
function vectorOfRow(x: usize, dy: usize, numRows: i32, inner: usize, stride: usize, start: v128): v128 {
  let sum = start;
  for (let row = 0; row < numRows; row++) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(x), v128.load(dy)));
    x += inner;
    dy += stride;
  }
  return sum;
}

/** One element of dw, for widths that do not fill a vector. */
function element(x: usize, dy: usize, numRows: i32, inner: usize, stride: usize, start: f32): f32 {
  let sum = start;
  for (let row = 0; row < numRows; row++) {
    sum += load<f32>(x) * load<f32>(dy);
    x += inner;
    dy += stride;
  }
  return sum;
}

/** dw = x^T dy, or dw += x^T dy. */
function weightGradient(
  x: usize,
  dy: usize,
  dw: usize,
  numRows: i32,
  inner: usize,
  stride: usize,
  adds: bool,
): void {
  let p: usize = 0;
  if (stride >= 16) {
    const last = stride - 16;
    for (; p + 16 <= inner; p += 16) {
      for (let c: usize = 0; c < stride; c += 32) {
        fourRows(x, dy, dw, numRows, inner, stride, p, min<usize>(c, last), min<usize>(c + 16, last), adds);
      }
    }
  }
  for (; p < inner; p += 4) {
    const out = dw + (p >> 2) * stride;
    if (stride >= 16) {
      for (let at: usize = 0; at < stride; at += 16) {
        const c = min<usize>(at, stride - 16);
        const start = adds ? v128.load(out + c) : f32x4.splat(0);
        v128.store(out + c, vectorOfRow(x + p, dy + c, numRows, inner, stride, start));
      }
    } else {
      for (let c: usize = 0; c < stride; c += 4) {
        const start = adds ? load<f32>(out + c) : <f32>0;
        store<f32>(out + c, element(x + p, dy + c, numRows, inner, stride, start));
      }
    }
  }
}

/** Bytes of x and dy that are worked on at a time: each of them is read many times over. */
const TILE: usize = 1 << 15;

/** In tiles of rows where the last vector of a row overlaps no other: it would be added to twice. */
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
  const tile = (outChannels & 3) == 0 ? max(16, <i32>(TILE / (inner + stride))) : numRows;
  for (let row = 0; row < numRows; row += tile) {
    const count = min(tile, numRows - row);
    weightGradient(x + <usize>row * inner, dy + <usize>row * stride, dw, count, inner, stride, row > 0);
  }
}
