/**
 * One Adam step over flat arrays; `moments` holds m then v. As torch.optim.Adam:
 * g += decay * w; m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2; w -= stepSize * m / (sqrt(v) * rootCorrection + eps).
 */
export function adam(
  weights: usize,
  moments: usize,
  gradient: usize,
  decay: usize,
  newWeights: usize,
  newMoments: usize,
  size: i32,
  stepSize: f32,
  rootCorrection: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  epsilon: f32,
): void {
  const second = (<usize>size) << 2;
  const b1 = f32x4.splat(beta1);
  const c1 = f32x4.splat(rest1);
  const b2 = f32x4.splat(beta2);
  const c2 = f32x4.splat(rest2);
  const rate = f32x4.splat(stepSize);
  const root = f32x4.splat(rootCorrection);
  const eps = f32x4.splat(epsilon);
  let i: usize = 0;
  for (; i + 16 <= second; i += 16) {
    const w = v128.load(weights + i);
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(v128.load(decay + i), w));
    const m = f32x4.add(f32x4.mul(b1, v128.load(moments + i)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(moments + second + i)), f32x4.mul(c2, f32x4.mul(g, g)));
    const denominator = f32x4.add(f32x4.mul(f32x4.sqrt(v), root), eps);
    v128.store(newWeights + i, f32x4.sub(w, f32x4.div(f32x4.mul(rate, m), denominator)));
    v128.store(newMoments + i, m);
    v128.store(newMoments + second + i, v);
  }
  for (; i < second; i += 4) {
    const w = load<f32>(weights + i);
    const g = load<f32>(gradient + i) + load<f32>(decay + i) * w;
    const m = beta1 * load<f32>(moments + i) + rest1 * g;
    const v = beta2 * load<f32>(moments + second + i) + rest2 * (g * g);
    store<f32>(newWeights + i, w - (stepSize * m) / (sqrt<f32>(v) * rootCorrection + epsilon));
    store<f32>(newMoments + i, m);
    store<f32>(newMoments + second + i, v);
  }
}
