/**
 * Multinomial logistic regression: the probe that says what a linear classifier can read from an embedding.
 *
 *   minimise  C * sum_i ( log sum_c e^{z_ic} - z_{i, y_i} ) + 1/2 ||W||^2,   Z = X W + b
 *
 * over the training nodes, b unpenalised: the objective of sklearn.linear_model.LogisticRegression. Convex, and solved
 * from zero to the same tolerance each time, so it is a function of the embedding alone. (For two classes scikit-learn
 * has one vector of weights in place of two; its C is then twice this one.)
 */
import type { DenseMatrix, Labelling } from '../../data/graph/graphData';
import { minimise } from './lbfgs';

export interface LogisticRegression {
  /** numCols x numClasses, row-major. */
  readonly weights: Float64Array;
  /** numClasses. */
  readonly bias: Float64Array;
}

/** Largest component of the gradient of the mean objective at which the fit stops. */
const TOLERANCE = 1e-6;
const MAX_ITERATIONS = 500;

/**
 * @param nodes rows of x to learn from; those without a class (y = -1) are left out
 * @param inverseStrength C: the smaller, the stronger the penalty
 */
export function fitLogisticRegression(
  x: DenseMatrix,
  y: Int32Array,
  nodes: Int32Array,
  numClasses: number,
  inverseStrength = 1,
): LogisticRegression {
  const { numCols, values } = x;
  const rows = nodes.filter((node) => y[node] >= 0);
  const numWeights = numCols * numClasses;
  // Divided by C and by the number of rows, so that the tolerance means the same on every set.
  const share = 1 / Math.max(rows.length, 1);
  const penalty = share / inverseStrength;
  const scores = new Float64Array(numClasses);

  const solution = minimise(
    (at, gradient) => {
      let total = 0;
      for (const row of rows) {
        const from = row * numCols;
        for (let c = 0; c < numClasses; c++) scores[c] = at[numWeights + c];
        for (let r = 0; r < numCols; r++) {
          const value = values[from + r];
          for (let c = 0; c < numClasses; c++) scores[c] += value * at[r * numClasses + c];
        }
        total += crossEntropy(scores, y[row]);
        for (let r = 0; r < numCols; r++) {
          const value = values[from + r] * share;
          for (let c = 0; c < numClasses; c++) gradient[r * numClasses + c] += value * scores[c];
        }
        for (let c = 0; c < numClasses; c++) gradient[numWeights + c] += share * scores[c];
      }
      let squares = 0;
      for (let i = 0; i < numWeights; i++) {
        squares += at[i] * at[i];
        gradient[i] += penalty * at[i];
      }
      return share * total + 0.5 * penalty * squares;
    },
    new Float64Array(numWeights + numClasses),
    { tolerance: TOLERANCE, maxIterations: MAX_ITERATIONS },
  );
  return { weights: solution.subarray(0, numWeights), bias: solution.subarray(numWeights) };
}

/** In place: scores become softmax minus one-hot, the gradient; returns the loss. */
function crossEntropy(scores: Float64Array, label: number): number {
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score);
  const wanted = scores[label] - top;
  let sum = 0;
  for (let c = 0; c < scores.length; c++) {
    scores[c] = Math.exp(scores[c] - top);
    sum += scores[c];
  }
  for (let c = 0; c < scores.length; c++) scores[c] /= sum;
  scores[label] -= 1;
  return Math.log(sum) - wanted;
}

/** Z = X W + b, numRows x numClasses. */
export function classScores({ weights, bias }: LogisticRegression, x: DenseMatrix): Float32Array {
  const { numRows, numCols, values } = x;
  const numClasses = bias.length;
  const out = new Float32Array(numRows * numClasses);
  const scores = new Float64Array(numClasses);
  for (let row = 0; row < numRows; row++) {
    scores.set(bias);
    for (let r = 0; r < numCols; r++) {
      const value = values[row * numCols + r];
      for (let c = 0; c < numClasses; c++) scores[c] += value * weights[r * numClasses + c];
    }
    out.set(scores, row * numClasses);
  }
  return out;
}

/** What a probe fitted to the training nodes says of every node, numNodes x classes; nothing where there are none. */
export function probeScores(x: DenseMatrix, { y, split, classNames }: Labelling): Float32Array {
  if (classNames.length === 0) return new Float32Array(0);
  return classScores(fitLogisticRegression(x, y, split.train, classNames.length), x);
}
