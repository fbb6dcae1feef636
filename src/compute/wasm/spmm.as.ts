/**
 * out = A x for A in compressed sparse rows, one row of A at a time, 16 columns of x at a time. When the width is no
 * multiple of 4 the last vector of a row overlaps the one before it: the same sum is computed twice, which costs
 * less than a scalar tail. Each element is summed in the order of the row's entries: the result is deterministic.
 */
// @inline with a constant `count` makes one specialised loop per case; asc has no other way to say it.

function narrow(
  rowPtr: usize,
  colIndex: usize,
  values: usize,
  x: usize,
  out: usize,
  numRows: i32,
  stride: usize,
): void {
  for (let row = 0; row < numRows; row++) {
    const pointer = rowPtr + ((<usize>row) << 2);
    const start = (<usize>load<i32>(pointer)) << 2;
    const end = (<usize>load<i32>(pointer, 4)) << 2;
    for (let column: usize = 0; column < stride; column += 4) {
      let sum: f32 = 0;
      for (let at = start; at < end; at += 4) {
        sum += load<f32>(values + at) * load<f32>(x + <usize>load<i32>(colIndex + at) * stride + column);
      }
      store<f32>(out + <usize>row * stride + column, sum);
    }
  }
}

/** Columns at byte offsets c0 .. c3 within a row, `count` of them (1 to 4). */
@inline
function block(
  rowPtr: usize,
  colIndex: usize,
  values: usize,
  x: usize,
  out: usize,
  numRows: i32,
  stride: usize,
  c0: usize,
  c1: usize,
  c2: usize,
  c3: usize,
  count: i32,
): void {
  let start = (<usize>load<i32>(rowPtr)) << 2;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = (<usize>load<i32>(rowPtr)) << 2;
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let at = start; at < end; at += 4) {
      const value = v128.load32_splat(values + at);
      const source = x + <usize>load<i32>(colIndex + at) * stride;
      s0 = f32x4.add(s0, f32x4.mul(value, v128.load(source + c0)));
      if (count > 1) s1 = f32x4.add(s1, f32x4.mul(value, v128.load(source + c1)));
      if (count > 2) s2 = f32x4.add(s2, f32x4.mul(value, v128.load(source + c2)));
      if (count > 3) s3 = f32x4.add(s3, f32x4.mul(value, v128.load(source + c3)));
    }
    v128.store(out + c0, s0);
    if (count > 1) v128.store(out + c1, s1);
    if (count > 2) v128.store(out + c2, s2);
    if (count > 3) v128.store(out + c3, s3);
    out += stride;
    start = end;
  }
}

export function spmm(
  rowPtr: usize,
  colIndex: usize,
  values: usize,
  x: usize,
  out: usize,
  numRows: i32,
  width: i32,
): void {
  const stride = (<usize>width) << 2;
  if (width < 4) {
    narrow(rowPtr, colIndex, values, x, out, numRows, stride);
    return;
  }
  const last = stride - 16;
  for (let c0: usize = 0; c0 < stride; c0 += 64) {
    const left = stride - c0;
    const c1 = min<usize>(c0 + 16, last);
    const c2 = min<usize>(c0 + 32, last);
    const c3 = min<usize>(c0 + 48, last);
    if (left > 48) {
      block(rowPtr, colIndex, values, x, out, numRows, stride, c0, c1, c2, c3, 4);
    } else if (left > 32) {
      block(rowPtr, colIndex, values, x, out, numRows, stride, c0, c1, c2, 0, 3);
    } else if (left > 16) {
      block(rowPtr, colIndex, values, x, out, numRows, stride, c0, c1, 0, 0, 2);
    } else {
      const only = min<usize>(c0, last);
      block(rowPtr, colIndex, values, x, out, numRows, stride, only, 0, 0, 0, 1);
    }
  }
}
