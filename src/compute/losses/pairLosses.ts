/**
 * Losses of scores of pairs: s+ of linked ones (positives), s- of others (negatives), as tensors of any shape. Those that
 * compare two scores take as many of each, number k with number k. All give a tensor of shape [], with gradients.
 */
import { add, maximum, mean, mul, sub, sum, type Tensor } from '@tensorflow/tfjs-core';
import { softplus } from './softplus';

/** -log sigma(s), without overflow. */
const missed = (scores: Tensor): Tensor => softplus(mul(scores, -1));

/**
 * Binary cross-entropy with logits, one mean over both kinds:
 * 1 / (P + N) (sum -log sigma(s+) + sum -log(1 - sigma(s-))). PyTorch Geometric, examples/link_pred.py.
 */
export const binaryCrossEntropy = (positives: Tensor, negatives: Tensor): Tensor =>
  mul(
    add(sum(missed(positives)), sum(softplus(negatives))),
    1 / Math.max(1, positives.size + negatives.size),
  );

/** The same with a mean of its own for each kind. Kipf and Welling, Variational graph auto-encoders, 2016. */
export const reconstruction = (positives: Tensor, negatives: Tensor): Tensor =>
  add(mean(missed(positives)), mean(softplus(negatives)));

/** Max-margin: mean of max(0, margin - s+ + s-). Nothing is left to learn of pairs that are margin apart. */
export const hinge = (positives: Tensor, negatives: Tensor, margin: number): Tensor =>
  mean(maximum(add(sub(negatives, positives), margin), 0));

/** Mean of -log sigma(s+ - s-). Rendle et al., BPR: Bayesian personalized ranking from implicit feedback, UAI 2009. */
export const logistic = (positives: Tensor, negatives: Tensor): Tensor =>
  mean(softplus(sub(negatives, positives)));
