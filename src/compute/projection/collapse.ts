/**
 * Whether a layer has made its nodes so alike that a picture of them shows noise: UMAP spreads whatever differences are
 * left over the whole canvas.
 *
 * Two numbers of the rows' directions u_i = h_i / |h_i|, rows of zeros left out:
 * - cosine: its mean over all pairs of nodes. 1: all rows point the same way.
 * - rank: how many directions the nodes spread over about their mean, as the participation ratio
 *   (sum of eigenvalues)^2 / (sum of squared eigenvalues) of the covariance of u (Gao et al., bioRxiv 214262, 2017). 1: all
 *   on one line, where classes cannot lie apart from each other unless there are two of them, which lie at its ends.
 *
 * Collapsed: cosine above 0.95, or rank below 1.5 with other than two classes. Measured after 200 epochs of the recipe,
 * seed 0 (accuracy on all nodes; least rank and greatest cosine over the layers past X):
 *
 *   Cora, GCN of 1, 2, 3, 4, 6 layers    74, 83, 81, 76, 71 %   rank 5.0, 4.7, 3.3, 2.3, 2.0   cosine .15 to .65
 *   Cora, GCN of 6 layers with residuals 76 %                   rank 2.9                       cosine .42
 *   Cora, GCN of 8 layers                24 %                   rank 1.07 (Z), 1.14 (H7)       cosine .36 (Z), .68 (H7)
 *   Karate, two factions, every model    97 %                   rank 1.0: two classes          cosine .80 at most
 *   Karate, GCN of 8 layers              94 %                                                  cosine .91
 *
 * Rows after ReLU point into one corner, so that a cosine of .6 is nothing; a trained GCN of two layers has .65 on Cora
 * and .53 on Karate. Cosine alone would not do: 8 layers on Cora lie on one line with nodes at both of its ends.
 */
import type { Collapse } from '../../engine/types';
import type { DenseMatrix } from '../../data/graph/graphData';

export const ALIKE_COSINE = 0.95;
export const ONE_LINE = 1.5;

/** Rows between two yields. */
const ROWS_PER_SLICE = 256;

/**
 * @param every looks at each `every`-th row only
 * @returns null where fewer than two rows are not zero
 */
export function* collapseOf(
  { numRows, numCols, values }: DenseMatrix,
  { numClasses, every = 1 }: { numClasses: number; every?: number },
): Generator<void, Collapse | null> {
  const total = new Float64Array(numCols);
  const moments = new Float64Array(numCols * numCols);
  const unit = new Float64Array(numCols);
  let count = 0;
  for (let i = 0, looked = 0; i < numRows; i += every) {
    let square = 0;
    for (let c = 0; c < numCols; c++) square += values[i * numCols + c]! ** 2;
    if (square > 0) {
      const length = Math.sqrt(square);
      for (let c = 0; c < numCols; c++) total[c]! += unit[c] = values[i * numCols + c]! / length;
      for (let a = 0; a < numCols; a++)
        if (unit[a] !== 0) for (let b = a; b < numCols; b++) moments[a * numCols + b]! += unit[a]! * unit[b]!;
      count += 1;
    }
    if (++looked % ROWS_PER_SLICE === 0) yield;
  }
  if (count < 2) return null;
  const all = total.reduce((sum, value) => sum + value * value, 0);
  const cosine = (all - count) / (count * (count - 1));
  let [trace, squares] = [0, 0];
  for (let a = 0; a < numCols; a++)
    for (let b = a; b < numCols; b++) {
      const covariance = moments[a * numCols + b]! / count - (total[a]! / count) * (total[b]! / count);
      if (a === b) trace += covariance;
      squares += (a === b ? 1 : 2) * covariance ** 2;
    }
  // Of rows that all point the same way nothing is left but rounding.
  const rank = trace > 1e-12 && squares > 0 ? trace ** 2 / squares : 1;
  return { cosine, rank, isCollapsed: cosine > ALIKE_COSINE || (rank < ONE_LINE && numClasses !== 2) };
}
