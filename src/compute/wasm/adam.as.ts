/**
 * One Adam step over flat arrays; `moments` holds m then v. As torch.optim.Adam and AdamW:
 * g += penalty * decay * w; m = b1 m + (1 - b1) g; v = b2 v + (1 - b2) g^2;
 * w = w (1 - shrinkage * rate * decay) - rate * correction * m / (sqrt(v) * rootCorrection + eps).
 */
export function adam(
  weights: usize,
  moments: usize,
  gradient: usize,
  rates: usize,
  decay: usize,
  newWeights: usize,
  newMoments: usize,
  size: i32,
  correction: f32,
  rootCorrection: f32,
  beta1: f32,
  rest1: f32,
  beta2: f32,
  rest2: f32,
  epsilon: f32,
  penalty: f32,
  shrinkage: f32,
): void {
  const second = (<usize>size) << 2;
  const b1 = f32x4.splat(beta1);
  const c1 = f32x4.splat(rest1);
  const b2 = f32x4.splat(beta2);
  const c2 = f32x4.splat(rest2);
  const corrections = f32x4.splat(correction);
  const root = f32x4.splat(rootCorrection);
  const eps = f32x4.splat(epsilon);
  const one = f32x4.splat(1);
  const penalties = f32x4.splat(penalty);
  const shrinkages = f32x4.splat(shrinkage);
  let i: usize = 0;
  for (; i + 16 <= second; i += 16) {
    const w = v128.load(weights + i);
    const d = v128.load(decay + i);
    const r = v128.load(rates + i);
    const g = f32x4.add(v128.load(gradient + i), f32x4.mul(f32x4.mul(penalties, d), w));
    const m = f32x4.add(f32x4.mul(b1, v128.load(moments + i)), f32x4.mul(c1, g));
    const v = f32x4.add(f32x4.mul(b2, v128.load(moments + second + i)), f32x4.mul(c2, f32x4.mul(g, g)));
    const denominator = f32x4.add(f32x4.mul(f32x4.sqrt(v), root), eps);
    const kept = f32x4.mul(w, f32x4.sub(one, f32x4.mul(f32x4.mul(shrinkages, r), d)));
    v128.store(newWeights + i, f32x4.sub(kept, f32x4.div(f32x4.mul(f32x4.mul(r, corrections), m), denominator)));
    v128.store(newMoments + i, m);
    v128.store(newMoments + second + i, v);
  }
  for (; i < second; i += 4) {
    const w = load<f32>(weights + i);
    const d = load<f32>(decay + i);
    const r = load<f32>(rates + i);
    const g = load<f32>(gradient + i) + penalty * d * w;
    const m = beta1 * load<f32>(moments + i) + rest1 * g;
    const v = beta2 * load<f32>(moments + second + i) + rest2 * (g * g);
    const kept = w * (1 - shrinkage * r * d);
    store<f32>(newWeights + i, kept - (r * correction * m) / (sqrt<f32>(v) * rootCorrection + epsilon));
    store<f32>(newMoments + i, m);
    store<f32>(newMoments + second + i, v);
  }
}
