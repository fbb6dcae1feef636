/**
 * out[i, h, c] = sum over the entries k of row i of w[edge[k], h] x[node[k], h, c]: spmm with a weight for each head.
 * One row and one head at a time, 16 channels at a time, with overlapping last vectors as in spmm.as.ts. Each
 * element is summed in the order of the row's entries.
 */

/** Channels at byte offsets c0 .. c3 of one head, `count` vectors (1 to 4); entries from byte `start` to `end`. */
@inline
function block(
  start: usize,
  end: usize,
  edge: usize,
  node: usize,
  weights: usize,
  weightStride: usize,
  x: usize,
  stride: usize,
  out: usize,
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
  for (let at = start; at < end; at += 4) {
    const weight = v128.load32_splat(weights + <usize>load<i32>(edge + at) * weightStride);
    const from = x + <usize>load<i32>(node + at) * stride;
    s0 = f32x4.add(s0, f32x4.mul(weight, v128.load(from + c0)));
    if (count > 1) s1 = f32x4.add(s1, f32x4.mul(weight, v128.load(from + c1)));
    if (count > 2) s2 = f32x4.add(s2, f32x4.mul(weight, v128.load(from + c2)));
    if (count > 3) s3 = f32x4.add(s3, f32x4.mul(weight, v128.load(from + c3)));
  }
  v128.store(out + c0, s0);
  if (count > 1) v128.store(out + c1, s1);
  if (count > 2) v128.store(out + c2, s2);
  if (count > 3) v128.store(out + c3, s3);
}

/** One head of fewer than four channels. */
function narrow(
  start: usize,
  end: usize,
  edge: usize,
  node: usize,
  weights: usize,
  weightStride: usize,
  x: usize,
  stride: usize,
  out: usize,
  size: usize,
): void {
  for (let c: usize = 0; c < size; c += 4) {
    let sum: f32 = 0;
    for (let at = start; at < end; at += 4) {
      const weight = load<f32>(weights + <usize>load<i32>(edge + at) * weightStride);
      sum += weight * load<f32>(x + <usize>load<i32>(node + at) * stride + c);
    }
    store<f32>(out + c, sum);
  }
}

export function spmmWeighted(
  rowPtr: usize,
  edge: usize,
  node: usize,
  weights: usize,
  x: usize,
  out: usize,
  numRows: i32,
  heads: i32,
  channels: i32,
): void {
  const size = (<usize>channels) << 2;
  const stride = size * <usize>heads;
  const wide = (<usize>heads) << 2;
  const last = size - 16;
  let start = (<usize>load<i32>(rowPtr)) << 2;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = (<usize>load<i32>(rowPtr)) << 2;
    let w = weights;
    let from = x;
    for (let head = 0; head < heads; head++) {
      if (channels < 4) {
        narrow(start, end, edge, node, w, wide, from, stride, out, size);
      } else {
        for (let c0: usize = 0; c0 < size; c0 += 64) {
          const left = size - c0;
          const c1 = min<usize>(c0 + 16, last);
          const c2 = min<usize>(c0 + 32, last);
          const c3 = min<usize>(c0 + 48, last);
          if (left > 48) {
            block(start, end, edge, node, w, wide, from, stride, out, c0, c1, c2, c3, 4);
          } else if (left > 32) {
            block(start, end, edge, node, w, wide, from, stride, out, c0, c1, c2, 0, 3);
          } else if (left > 16) {
            block(start, end, edge, node, w, wide, from, stride, out, c0, c1, 0, 0, 2);
          } else {
            const only = min<usize>(c0, last);
            block(start, end, edge, node, w, wide, from, stride, out, only, 0, 0, 0, 1);
          }
        }
      }
      w += 4;
      from += size;
      out += size;
    }
    start = end;
  }
}
