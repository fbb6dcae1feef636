/** What logits come to, class by class and on each part of the split. Pure functions of plain arrays. */
import type { Labelling } from '../../data/graph/graphData';
import type { PartScores, Scores } from '../../data/run/records';

/** What numNodes x numClasses logits say, node by node. */
export interface Evaluation {
  /** Softmax of each row. */
  readonly probabilities: Float32Array;
  /** Index of the largest logit of each row, the lowest of equals. */
  readonly predicted: Int32Array;
  /** Cross-entropy of each node, log sum_c e^{z_ic} - z_{i, y_i}; 0 for nodes without a class. */
  readonly losses: Float32Array;
  /** Whether every logit is a finite number. */
  readonly isFinite: boolean;
}

/** One pass over the logits: it runs after every epoch. Rows are shifted by their maximum, so nothing overflows. */
export function evaluateLogits(logits: Float32Array, numClasses: number, y: Int32Array): Evaluation {
  const probabilities = new Float32Array(logits.length);
  const predicted = new Int32Array(y.length);
  const losses = new Float32Array(y.length);
  // Stays 0 unless some logit is not finite: Infinity and NaN times 0 are NaN.
  let finite = 0;
  for (let node = 0, from = 0; node < y.length; node++, from += numClasses) {
    let best = 0;
    for (let c = 1; c < numClasses; c++) if (logits[from + c] > logits[from + best]) best = c;
    const top = logits[from + best];
    let sum = 0;
    for (let c = 0; c < numClasses; c++) {
      const z = logits[from + c];
      finite += z * 0;
      const power = Math.exp(z - top);
      probabilities[from + c] = power;
      sum += power;
    }
    const scale = 1 / sum;
    for (let c = 0; c < numClasses; c++) probabilities[from + c] *= scale;
    predicted[node] = best;
    if (y[node] >= 0) losses[node] = Math.log(sum) - (logits[from + y[node]] - top);
  }
  return { probabilities, predicted, losses, isFinite: finite === 0 };
}

/** Mean of f over those of the nodes that have a class, or over all that have; 0 when there is none. */
function meanOver(y: Int32Array, nodes: Int32Array | null, f: (node: number) => number): number {
  const length = nodes ? nodes.length : y.length;
  let total = 0;
  let count = 0;
  for (let i = 0; i < length; i++) {
    const node = nodes ? nodes[i] : i;
    if (y[node] < 0) continue;
    total += f(node);
    count += 1;
  }
  return count === 0 ? 0 : total / count;
}

/** Mean cross-entropy of some nodes; of all nodes with a class where `nodes` is null. */
export const meanLoss = ({ losses }: Evaluation, y: Int32Array, nodes: Int32Array | null): number =>
  meanOver(y, nodes, (node) => losses[node]);

/** Share of right predictions, 0 to 1; on all nodes with a class where `nodes` is null. */
export const accuracy = ({ predicted }: Evaluation, y: Int32Array, nodes: Int32Array | null): number =>
  meanOver(y, nodes, (node) => (predicted[node] === y[node] ? 1 : 0));

/** On each part of the split, and on all nodes with a class. */
export function scores(evaluation: Evaluation, { y, split, classNames }: Labelling): Scores {
  if (classNames.length === 0) return { train: null, val: null, test: null, all: null };
  const on = (nodes: Int32Array | null): PartScores => ({
    loss: meanLoss(evaluation, y, nodes),
    accuracy: accuracy(evaluation, y, nodes),
  });
  return {
    train: on(split.train),
    val: split.val && on(split.val),
    test: split.test && on(split.test),
    all: on(null),
  };
}
