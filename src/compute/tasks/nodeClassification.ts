/**
 * Node classification on the CPU side: what is trained on, and how logits are evaluated. Pure functions of plain arrays;
 * the loss that is differentiated is kernels/softmaxCrossEntropy.
 */
import type { Labelling } from '../../data/graph/graphData';
import type { Scores } from '../../data/run/records';

/**
 * The class of each training node, -1 for all others: the target of the loss; `count` of them have a class. What a
 * person said of a node comes before what the set says.
 */
export function trainingClasses({ y, split, given }: Labelling): { classes: Int32Array; count: number } {
  const classes = new Int32Array(y.length).fill(-1);
  for (const node of split.train) classes[node] = given && given[node] >= 0 ? given[node] : y[node];
  return { classes, count: classes.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0) };
}

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

/** Mean cross-entropy of some nodes. */
export const meanLoss = ({ losses }: Evaluation, y: Int32Array, nodes: Int32Array): number =>
  meanOver(y, nodes, (node) => losses[node]);

/** Share of right predictions, 0 to 1; on all nodes with a class where `nodes` is null. */
export const accuracy = ({ predicted }: Evaluation, y: Int32Array, nodes: Int32Array | null): number =>
  meanOver(y, nodes, (node) => (predicted[node] === y[node] ? 1 : 0));

export function scores(evaluation: Evaluation, { y, split, classNames }: Labelling): Scores {
  if (classNames.length === 0) return { train: null, val: null, test: null, all: null };
  const on = (nodes: Int32Array | null) => (nodes ? accuracy(evaluation, y, nodes) : null);
  return {
    train: accuracy(evaluation, y, split.train),
    val: on(split.val),
    test: on(split.test),
    all: accuracy(evaluation, y, null),
  };
}
