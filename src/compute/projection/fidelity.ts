/**
 * How far a picture can be trusted.
 *
 * Trustworthiness (Venna and Kaski 2001), as scikit-learn computes it:
 *   T(k) = 1 - 2 / (n k (2n - 3k - 1)) sum_i sum_{j in U_k(i)} (r(i, j) - k)
 * with U_k(i) the k nearest points of i in the picture that are not among its k nearest rows, and r(i, j) the rank of
 * row j by distance from row i. 1: no false neighbour.
 */
import { fail } from '../../data/base/errors';
import { createRowDistances } from './distances';
import type { Rows } from './matrix';
import { nearestNeighbours } from './neighbours';

/**
 * @param positions x, y interleaved, one point per row
 * @param k neighbours, less than half the number of rows
 * @throws if k is not below numRows / 2, where the formula has no meaning
 */
export function* trustworthiness(rows: Rows, positions: Float32Array, k = 15): Generator<void, number> {
  const n = rows.numRows;
  if (k >= n / 2)
    throw fail('projection/fidelity', `expected k below half of ${n} rows, got ${k}`, 'Choose a smaller k.');
  const picture = { numRows: n, numCols: 2, values: positions };
  const shown = yield* nearestNeighbours(picture, k + 1);
  const distancesFrom = createRowDistances(rows);
  const squared = new Float64Array(n);
  let excess = 0;
  for (let i = 0; i < n; i++) {
    distancesFrom(i, squared);
    for (let e = i * (k + 1) + 1; e < (i + 1) * (k + 1); e++)
      excess += Math.max(0, rankOf(shown.index[e]!, i, squared) - k);
    if (i % 64 === 63) yield;
  }
  return 1 - (2 * excess) / (n * k * (2 * n - 3 * k - 1));
}

/** 1 for the nearest row other than `self`; ties by index. */
function rankOf(j: number, self: number, squared: Float64Array): number {
  const own = squared[j]!;
  let rank = 1;
  for (let other = 0; other < squared.length; other++)
    if (other !== self && (squared[other]! < own || (squared[other] === own && other < j))) rank++;
  return rank;
}
