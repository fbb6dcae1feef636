/** out[e, h] = sum over c of a[h, c] LeakyReLU(ofTarget[targets[e], h, c] + ofSource[sources[e], h, c]), with gradients. */

@inline
function leaky4(z: v128, slope: v128): v128 {
  return v128.bitselect(z, f32x4.mul(z, slope), f32x4.gt(z, f32x4.splat(0)));
}

@inline
function leaky1(z: f32, slope: f32): f32 {
  return z > 0 ? z : slope * z;
}

function sumOfLanes(v: v128): f32 {
  const pairs = f32x4.add(v, i32x4.shuffle(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

export function gatv2Scores(
  targets: usize,
  sources: usize,
  ofTarget: usize,
  ofSource: usize,
  attention: usize,
  out: usize,
  numEdges: i32,
  heads: i32,
  channels: i32,
  slope: f32,
): void {
  const size = (<usize>channels) << 2;
  const stride = size * <usize>heads;
  const vectors = size & ~15;
  const slopes = f32x4.splat(slope);
  const end = targets + ((<usize>numEdges) << 2);
  for (; targets < end; targets += 4, sources += 4) {
    let left = ofTarget + <usize>load<i32>(targets) * stride;
    let right = ofSource + <usize>load<i32>(sources) * stride;
    let weights = attention;
    const rowEnd = left + stride;
    for (; left < rowEnd; left += size, right += size, weights += size, out += 4) {
      let sum = f32x4.splat(0);
      let at: usize = 0;
      for (; at < vectors; at += 16) {
        const z = f32x4.add(v128.load(left + at), v128.load(right + at));
        sum = f32x4.add(sum, f32x4.mul(v128.load(weights + at), leaky4(z, slopes)));
      }
      let score = sumOfLanes(sum);
      for (; at < size; at += 4) {
        score += load<f32>(weights + at) * leaky1(load<f32>(left + at) + load<f32>(right + at), slope);
      }
      store<f32>(out, score);
    }
  }
}

/** out[i, h, c] = a[h, c] sum over the entries k of row i of ds[edge[k], h] LeakyReLU'(own[i, h, c] + other[node[k], h, c]). */
export function gatv2EndGradient(
  rowPtr: usize,
  edge: usize,
  node: usize,
  own: usize,
  other: usize,
  attention: usize,
  ds: usize,
  out: usize,
  numRows: i32,
  heads: i32,
  channels: i32,
  slope: f32,
): void {
  const size = (<usize>channels) << 2;
  const stride = size * <usize>heads;
  const wide = (<usize>heads) << 2;
  const vectors = size & ~15;
  const slopes = f32x4.splat(slope);
  const ones = f32x4.splat(1);
  let start = (<usize>load<i32>(rowPtr)) << 2;
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = (<usize>load<i32>(rowPtr)) << 2;
    for (let head: usize = 0, column: usize = 0; head < wide; head += 4) {
      const next = column + size;
      const vectorEnd = column + vectors;
      for (; column < vectorEnd; column += 16) {
        const mine = v128.load(own + column);
        let sum = f32x4.splat(0);
        for (let at = start; at < end; at += 4) {
          const z = f32x4.add(mine, v128.load(other + <usize>load<i32>(node + at) * stride + column));
          const factor = v128.bitselect(ones, slopes, f32x4.gt(z, f32x4.splat(0)));
          const d = v128.load32_splat(ds + <usize>load<i32>(edge + at) * wide + head);
          sum = f32x4.add(sum, f32x4.mul(d, factor));
        }
        v128.store(out + column, f32x4.mul(v128.load(attention + column), sum));
      }
      for (; column < next; column += 4) {
        const mine = load<f32>(own + column);
        let sum: f32 = 0;
        for (let at = start; at < end; at += 4) {
          const z = mine + load<f32>(other + <usize>load<i32>(node + at) * stride + column);
          const d = load<f32>(ds + <usize>load<i32>(edge + at) * wide + head);
          sum += z > 0 ? d : slope * d;
        }
        store<f32>(out + column, load<f32>(attention + column) * sum);
      }
    }
    own += stride;
    out += stride;
    start = end;
  }
}

/** out[h, c] = sum over all edges of ds[e, h] LeakyReLU(...): by rows first, then over the rows, which rounds less. */
export function gatv2AttentionGradient(
  rowPtr: usize,
  sources: usize,
  ofTarget: usize,
  ofSource: usize,
  ds: usize,
  out: usize,
  numRows: i32,
  heads: i32,
  channels: i32,
  slope: f32,
): void {
  const size = (<usize>channels) << 2;
  const stride = size * <usize>heads;
  const wide = (<usize>heads) << 2;
  const vectors = size & ~15;
  const slopes = f32x4.splat(slope);
  memory.fill(out, 0, stride);
  let first = <usize>load<i32>(rowPtr);
  for (let row = 0; row < numRows; row++) {
    rowPtr += 4;
    const end = <usize>load<i32>(rowPtr);
    for (let head: usize = 0, column: usize = 0; head < wide; head += 4) {
      const next = column + size;
      const vectorEnd = column + vectors;
      for (; column < vectorEnd; column += 16) {
        const mine = v128.load(ofTarget + column);
        let sum = f32x4.splat(0);
        for (let e = first; e < end; e++) {
          const z = f32x4.add(mine, v128.load(ofSource + <usize>load<i32>(sources + (e << 2)) * stride + column));
          sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(ds + e * wide + head), leaky4(z, slopes)));
        }
        v128.store(out + column, f32x4.add(v128.load(out + column), sum));
      }
      for (; column < next; column += 4) {
        const mine = load<f32>(ofTarget + column);
        let sum: f32 = 0;
        for (let e = first; e < end; e++) {
          const z = mine + load<f32>(ofSource + <usize>load<i32>(sources + (e << 2)) * stride + column);
          sum += load<f32>(ds + e * wide + head) * leaky1(z, slope);
        }
        store<f32>(out + column, load<f32>(out + column) + sum);
      }
    }
    ofTarget += stride;
    first = end;
  }
}
