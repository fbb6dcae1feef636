/** out[e] = x[nodes[e]], row by row. The last vector of a row overlaps the one before it: both hold the same numbers. */
export function gatherRows(nodes: usize, x: usize, out: usize, numEdges: i32, width: i32): void {
  const stride = (<usize>width) << 2;
  const end = nodes + ((<usize>numEdges) << 2);
  if (width < 4) {
    for (; nodes < end; nodes += 4, out += stride) {
      const from = x + <usize>load<i32>(nodes) * stride;
      for (let at: usize = 0; at < stride; at += 4) store<f32>(out + at, load<f32>(from + at));
    }
    return;
  }
  const last = stride - 16;
  for (; nodes < end; nodes += 4, out += stride) {
    const from = x + <usize>load<i32>(nodes) * stride;
    for (let at: usize = 0; at < last; at += 16) v128.store(out + at, v128.load(from + at));
    v128.store(out + last, v128.load(from + last));
  }
}
