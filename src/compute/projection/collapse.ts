import type { Collapse } from '../../data/run/pictures';
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
