/**
 * value[i, c] = max over the entries e of row i of x[from[e], c], and which entry it was: the first on a tie, 0 and
 * -1 in rows without entries. NaN wins and stays.
 */

function max4(x: usize, from: usize, value: usize, winners: usize, first: i32, end: i32, stride: usize): void {
  let best = v128.load(x + <usize>load<i32>(from + ((<usize>first) << 2)) * stride);
  let winner = i32x4.splat(first);
  for (let e = first + 1; e < end; e++) {
    const candidate = v128.load(x + <usize>load<i32>(from + ((<usize>e) << 2)) * stride);
    const isNumber = f32x4.eq(best, best);
    // Taken unless it is less or equal: a NaN is neither.
    const taken = v128.andnot(isNumber, f32x4.le(candidate, best));
    best = v128.bitselect(candidate, best, taken);
    winner = v128.bitselect(i32x4.splat(e), winner, taken);
  }
  v128.store(value, best);
  v128.store(winners, winner);
}

function max1(x: usize, from: usize, value: usize, winners: usize, first: i32, end: i32, stride: usize): void {
  let best = load<f32>(x + <usize>load<i32>(from + ((<usize>first) << 2)) * stride);
  let winner = first;
  for (let e = first + 1; e < end; e++) {
    const candidate = load<f32>(x + <usize>load<i32>(from + ((<usize>e) << 2)) * stride);
    if (best == best && !(candidate <= best)) {
      best = candidate;
      winner = e;
    }
  }
  store<f32>(value, best);
  store<i32>(winners, winner);
}

export function segmentMax(
  rowPtr: usize,
  from: usize,
  x: usize,
  value: usize,
  winners: usize,
  numRows: i32,
  width: i32,
): void {
  const stride = (<usize>width) << 2;
  const last = stride - 16;
  let first = load<i32>(rowPtr);
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = load<i32>(rowPtr);
    if (end == first) {
      memory.fill(value, 0, stride);
      memory.fill(winners, 255, stride);
    } else if (width < 4) {
      for (let c: usize = 0; c < stride; c += 4) max1(x + c, from, value + c, winners + c, first, end, stride);
    } else {
      for (let c: usize = 0; c < last; c += 16) max4(x + c, from, value + c, winners + c, first, end, stride);
      max4(x + last, from, value + last, winners + last, first, end, stride);
    }
    value += stride;
    winners += stride;
    first = end;
  }
}

/** out[j, c] = sum over the entries k of row j with winners[node[k], c] = edge[k] of dy[node[k], c]. */
export function segmentMaxGradient(
  rowPtr: usize,
  edge: usize,
  node: usize,
  winners: usize,
  dy: usize,
  out: usize,
  numRows: i32,
  width: i32,
): void {
  const stride = (<usize>width) << 2;
  const last = stride - 16;
  let start = (<usize>load<i32>(rowPtr)) << 2;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = (<usize>load<i32>(rowPtr)) << 2;
    if (width < 4) {
      for (let c: usize = 0; c < stride; c += 4) {
        let sum: f32 = 0;
        for (let at = start; at < end; at += 4) {
          const from = <usize>load<i32>(node + at) * stride + c;
          if (load<i32>(winners + from) == load<i32>(edge + at)) sum += load<f32>(dy + from);
        }
        store<f32>(out + c, sum);
      }
    } else {
      for (let c: usize = 0; c < stride; c += 16) {
        const column = min<usize>(c, last);
        let sum = f32x4.splat(0);
        for (let at = start; at < end; at += 4) {
          const from = <usize>load<i32>(node + at) * stride + column;
          const won = i32x4.eq(v128.load(winners + from), v128.load32_splat(edge + at));
          sum = f32x4.add(sum, v128.and(v128.load(dy + from), won));
        }
        v128.store(out + column, sum);
      }
    }
    out += stride;
    start = end;
  }
}
