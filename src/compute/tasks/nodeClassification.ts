/**
 * Node classification on the CPU side: what is trained on, and how logits are judged. Pure functions of plain arrays;
 * the loss that is differentiated is kernels/softmaxCrossEntropy.
 */
import type { Labelling } from '../../data/graph/graphData';
import type { Scores } from '../../engine/types';

/** The class of each training node, -1 for all others: the target of the loss. */
export function trainingClasses({ y, split }: Labelling): { classes: Int32Array; count: number } {
  const classes = new Int32Array(y.length).fill(-1);
  for (const node of split.train) classes[node] = y[node];
  return { classes, count: classes.reduce((count, label) => count + (label >= 0 ? 1 : 0), 0) };
}

/** Softmax of each row of numNodes x numClasses logits, shifted by the row's maximum so that nothing overflows. */
export function softmaxRows(logits: Float32Array, numClasses: number): Float32Array {
  const probabilities = new Float32Array(logits.length);
  for (let from = 0; from < logits.length; from += numClasses) {
    let top = -Infinity;
    for (let c = 0; c < numClasses; c++) top = Math.max(top, logits[from + c]);
    let sum = 0;
    for (let c = 0; c < numClasses; c++) {
      const power = Math.exp(logits[from + c] - top);
      probabilities[from + c] = power;
      sum += power;
    }
    for (let c = 0; c < numClasses; c++) probabilities[from + c] /= sum;
  }
  return probabilities;
}

/** Index of the largest value of each row; the lowest one of equals. */
export function predictions(values: Float32Array, numClasses: number): Int32Array {
  const predicted = new Int32Array(values.length / numClasses);
  for (let node = 0; node < predicted.length; node++) {
    let best = 0;
    for (let c = 1; c < numClasses; c++)
      if (values[node * numClasses + c] > values[node * numClasses + best]) best = c;
    predicted[node] = best;
  }
  return predicted;
}

/** Mean of log sum_c e^{z_ic} - z_{i, y_i} over the nodes that have a class; 0 when there is none. */
export function crossEntropy(
  logits: Float32Array,
  numClasses: number,
  y: Int32Array,
  nodes: Iterable<number>,
): number {
  let total = 0;
  let count = 0;
  for (const node of nodes) {
    if (y[node] < 0) continue;
    const z = logits.subarray(node * numClasses, (node + 1) * numClasses);
    const top = z.reduce((a, b) => Math.max(a, b), -Infinity);
    total += Math.log(z.reduce((sum, value) => sum + Math.exp(value - top), 0)) - (z[y[node]] - top);
    count += 1;
  }
  return count === 0 ? 0 : total / count;
}

/** Share of the nodes with a class that are predicted right, 0 to 1; 0 when there is none. */
export function accuracy(predicted: Int32Array, y: Int32Array, nodes: Iterable<number>): number {
  let right = 0;
  let count = 0;
  for (const node of nodes) {
    if (y[node] < 0) continue;
    if (predicted[node] === y[node]) right += 1;
    count += 1;
  }
  return count === 0 ? 0 : right / count;
}

export function scores(predicted: Int32Array, { y, split }: Labelling): Scores {
  const on = (nodes: Int32Array | null) => (nodes ? accuracy(predicted, y, nodes) : null);
  return {
    train: accuracy(predicted, y, split.train),
    val: on(split.val),
    test: on(split.test),
    all: accuracy(predicted, y, y.keys()),
  };
}
