/**
 * Mean cross-entropy of the rows with target >= 0, and its gradient with respect to the logits:
 * loss = scale * sum_i (log sum_c exp z_ic - z_it), gradient_ic = scale * (softmax_ic - [c = t]); zero in other rows.
 *
 * Sums are in double precision: once a row is nearly certain, all that is left of its loss is in the last digits.
 */
import { exp1, log1 } from './elementary.as';

export function softmaxCrossEntropy(
  logits: usize,
  target: usize,
  loss: usize,
  gradient: usize,
  numRows: i32,
  numClasses: i32,
  scale: f32,
): void {
  const stride = (<usize>numClasses) << 2;
  memory.fill(gradient, 0, stride * <usize>numRows);
  let total: f64 = 0;
  for (let row = 0; row < numRows; row++) {
    const wanted = load<i32>(target + ((<usize>row) << 2));
    if (wanted < 0) continue;
    const z = logits + stride * <usize>row;
    const g = gradient + stride * <usize>row;
    let top = load<f32>(z);
    for (let at: usize = 4; at < stride; at += 4) top = max<f32>(top, load<f32>(z + at));
    let sum: f64 = 0;
    for (let at: usize = 0; at < stride; at += 4) {
      const e = exp1(load<f32>(z + at) - top);
      store<f32>(g + at, e);
      sum += <f64>e;
    }
    const wantedAt = (<usize>wanted) << 2;
    const ofWanted = <f64>scale * (<f64>load<f32>(g + wantedAt) / sum - 1);
    const factor = <f32>(<f64>scale / sum);
    for (let at: usize = 0; at < stride; at += 4) store<f32>(g + at, load<f32>(g + at) * factor);
    store<f32>(g + wantedAt, <f32>ofWanted);
    total += log1(sum) - <f64>(load<f32>(z + wantedAt) - top);
  }
  store<f32>(loss, <f32>(total * <f64>scale));
}
