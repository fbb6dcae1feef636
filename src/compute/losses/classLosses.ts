/**
 * Losses of numNodes x numClasses logits z beside the plain cross-entropy, which is a kernel of its own
 * (kernels/softmaxCrossEntropy). Each is the mean over the nodes that have a class, weighted by that of their class:
 * loss = sum_i r_i l_i with r_i = w_{y_i} / sum_j w_{y_j}. All give a tensor of shape [], with gradients.
 */
import {
  add,
  exp,
  keep,
  logSoftmax,
  maximum,
  mul,
  pow,
  sub,
  sum,
  tensor2d,
  tidy,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { differentiable } from '../kernels/differentiable';
import { softplus } from './softplus';

/** What is to be learned, on the device; its owner disposes of it. */
export interface ClassTargets {
  /** numNodes x numClasses: 1 at the class of a node; a row of zeros where it has none. */
  readonly oneHot: Tensor2D;
  /** numNodes x 1: r_i, 0 for nodes without a class. */
  readonly share: Tensor2D;
  dispose(): void;
}

/**
 * @param classes of each node, -1 where it does not count
 * @param weights one a class; null: all 1
 */
export function classTargets(
  classes: Int32Array,
  numClasses: number,
  weights: readonly number[] | null,
): ClassTargets {
  const ones = new Float32Array(classes.length * numClasses);
  const shares = Float32Array.from(classes, (c) => (c < 0 ? 0 : (weights?.[c] ?? 1)));
  const total = shares.reduce((all, weight) => all + weight, 0) || 1;
  classes.forEach((c, node) => {
    if (c >= 0) ones[node * numClasses + c] = 1;
  });
  const kept = (values: Float32Array, numCols: number) =>
    tidy(() => keep(tensor2d(values, [classes.length, numCols])));
  const oneHot = kept(ones, numClasses);
  const share = kept(
    shares.map((weight) => weight / total),
    1,
  );
  return {
    oneHot,
    share,
    dispose: () => {
      oneHot.dispose();
      share.dispose();
    },
  };
}

/** Weights under which every class counts alike: n / (C n_c), as scikit-learn's class_weight='balanced'; 0 for one that does not occur. */
export function balancedWeights(classes: Int32Array, numClasses: number): readonly number[] {
  const counts = Array.from({ length: numClasses }, () => 0);
  for (const c of classes) if (c >= 0) counts[c] += 1;
  const total = counts.reduce((sum_, count) => sum_ + count, 0);
  return counts.map((count) => (count > 0 ? total / (numClasses * count) : 0));
}

/** log p of each node's own class, numNodes x 1; 0 where it has none. */
const logProbability = (logits: Tensor2D, { oneHot }: ClassTargets): Tensor =>
  sum(mul(oneHot, logSoftmax(logits)), 1, true);

/** l_i = -log p_i: as torch.nn.CrossEntropyLoss with weights. */
export const weightedCrossEntropy = (logits: Tensor2D, targets: ClassTargets): Tensor =>
  mul(sum(mul(targets.share, logProbability(logits, targets))), -1);

/** One class against the rest: l_i = 1/C sum_c (log(1 + e^z_ic) - [c = y_i] z_ic). */
export const oneVersusRest = (logits: Tensor2D, { oneHot, share }: ClassTargets): Tensor =>
  mul(sum(mul(share, sub(softplus(logits), mul(oneHot, logits)))), 1 / logits.shape[1]);

/** l_i = 1/C sum_{c != y_i} max(0, margin - z_{i, y_i} + z_ic): as torch.nn.MultiMarginLoss. */
export function multiClassHinge(logits: Tensor2D, { oneHot, share }: ClassTargets, margin = 1): Tensor {
  const own = sum(mul(oneHot, logits), 1, true);
  const short = maximum(add(sub(logits, own), margin), 0);
  return mul(sum(mul(share, mul(sub(1, oneHot), short))), 1 / logits.shape[1]);
}

/**
 * l_i = -(1 - p_i)^gamma log p_i: nodes that are already right count less. gamma 0 is the cross-entropy. Lin et al., Focal
 * loss for dense object detection, ICCV 2017.
 */
export function focal(logits: Tensor2D, targets: ClassTargets, gamma = 2): Tensor {
  // 0 to a negative power is infinite: the gradient has (1 - p)^(gamma - 1).
  const wrong = (logP: Tensor) => maximum(sub(1, exp(logP)), 1e-7);
  const logP = logProbability(logits, targets);
  const each = differentiable(
    [logP],
    () => ({ value: mul(mul(pow(wrong(logP), gamma), logP), -1), saved: [logP] }),
    (dy, [l]) => {
      const q = wrong(l);
      const rising = mul(mul(mul(pow(q, gamma - 1), exp(l)), l), gamma);
      return [mul(dy, sub(rising, pow(q, gamma)))];
    },
  );
  return sum(mul(targets.share, each));
}
