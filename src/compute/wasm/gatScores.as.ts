/** out[e, h] = LeakyReLU(ofTarget[targets[e], h] + ofSource[sources[e], h]), and the gradient of LeakyReLU. */

@inline
function leaky4(z: v128, slope: v128): v128 {
  return v128.bitselect(z, f32x4.mul(z, slope), f32x4.gt(z, f32x4.splat(0)));
}

export function gatScores(
  targets: usize,
  sources: usize,
  ofTarget: usize,
  ofSource: usize,
  out: usize,
  numEdges: i32,
  heads: i32,
  slope: f32,
): void {
  const stride = (<usize>heads) << 2;
  const slopes = f32x4.splat(slope);
  const end = targets + ((<usize>numEdges) << 2);
  const last = stride - 16;
  for (; targets < end; targets += 4, sources += 4, out += stride) {
    const t = ofTarget + <usize>load<i32>(targets) * stride;
    const s = ofSource + <usize>load<i32>(sources) * stride;
    if (heads < 4) {
      for (let at: usize = 0; at < stride; at += 4) {
        const z = load<f32>(t + at) + load<f32>(s + at);
        store<f32>(out + at, z > 0 ? z : slope * z);
      }
    } else {
      for (let at: usize = 0; at < last; at += 16) {
        v128.store(out + at, leaky4(f32x4.add(v128.load(t + at), v128.load(s + at)), slopes));
      }
      v128.store(out + last, leaky4(f32x4.add(v128.load(t + last), v128.load(s + last)), slopes));
    }
  }
}

/** dz = dy where y > 0, slope dy elsewhere. */
export function leakyGradient(dy: usize, y: usize, dz: usize, size: i32, slope: f32): void {
  const slopes = f32x4.splat(slope);
  const end = (<usize>size) << 2;
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) {
    const d = v128.load(dy + at);
    const isPositive = f32x4.gt(v128.load(y + at), f32x4.splat(0));
    v128.store(dz + at, v128.bitselect(d, f32x4.mul(d, slopes), isPositive));
  }
  for (; at < end; at += 4) {
    const d = load<f32>(dy + at);
    store<f32>(dz + at, load<f32>(y + at) > 0 ? d : slope * d);
  }
}
