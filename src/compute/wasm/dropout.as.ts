/** out[i] = x[i] * scale where draw i survives, 0 where it does not. */
import { draw1, draw4, keeps1, keeps4 } from './random.as';

export function dropout(
  x: usize,
  out: usize,
  size: i32,
  key: i32,
  threshold: i32,
  scale: f32,
): void {
  const keys = i32x4.splat(key);
  const thresholds = i32x4.splat(threshold);
  const scales = f32x4.splat(scale);
  let index = i32x4(0, 1, 2, 3);
  let i = 0;
  for (; i + 4 <= size; i += 4) {
    const at = (<usize>i) << 2;
    const kept = keeps4(keys, draw4(index), thresholds);
    v128.store(out + at, v128.and(f32x4.mul(v128.load(x + at), scales), kept));
    index = i32x4.add(index, i32x4.splat(4));
  }
  for (; i < size; i++) {
    const at = (<usize>i) << 2;
    store<f32>(out + at, keeps1(key, draw1(i), threshold) ? load<f32>(x + at) * scale : 0);
  }
}

/** The same for the entries of a sparse matrix, whose draws come along: see kernels/sparseTensor.ts. */
export function dropoutOfEntries(
  values: usize,
  draws: usize,
  out: usize,
  size: i32,
  key: i32,
  threshold: i32,
  scale: f32,
): void {
  const keys = i32x4.splat(key);
  const thresholds = i32x4.splat(threshold);
  const scales = f32x4.splat(scale);
  const end = (<usize>size) << 2;
  let at: usize = 0;
  for (; at + 16 <= end; at += 16) {
    const kept = keeps4(keys, v128.load(draws + at), thresholds);
    v128.store(out + at, v128.and(f32x4.mul(v128.load(values + at), scales), kept));
  }
  for (; at < end; at += 4) {
    const kept = keeps1(key, load<i32>(draws + at), threshold);
    store<f32>(out + at, kept ? load<f32>(values + at) * scale : 0);
  }
}
