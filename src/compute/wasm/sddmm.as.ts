/** out[e, h] = sum over c of a[targets[e], h, c] b[sources[e], h, c]. */

function sumOfLanes(v: v128): f32 {
  const pairs = f32x4.add(v, i32x4.shuffle(v, v, 2, 3, 0, 1));
  return f32x4.extract_lane(pairs, 0) + f32x4.extract_lane(pairs, 1);
}

export function sddmm(
  targets: usize,
  sources: usize,
  a: usize,
  b: usize,
  out: usize,
  numEdges: i32,
  heads: i32,
  channels: i32,
): void {
  const size = (<usize>channels) << 2;
  const stride = size * <usize>heads;
  const vectors = size & ~15;
  const end = targets + ((<usize>numEdges) << 2);
  for (; targets < end; targets += 4, sources += 4) {
    let left = a + <usize>load<i32>(targets) * stride;
    let right = b + <usize>load<i32>(sources) * stride;
    const rowEnd = left + stride;
    for (; left < rowEnd; left += size, right += size, out += 4) {
      let sum = f32x4.splat(0);
      let at: usize = 0;
      for (; at < vectors; at += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(left + at), v128.load(right + at)));
      let dot = sumOfLanes(sum);
      for (; at < size; at += 4) dot += load<f32>(left + at) * load<f32>(right + at);
      store<f32>(out, dot);
    }
  }
}
