/**
 * How far a picture can be trusted, by its k nearest points against the k nearest rows.
 *
 * kept: share of the k nearest points of each point that are among the k nearest of its row, over all points.
 *
 * Trustworthiness (Venna and Kaski 2001), as scikit-learn computes it:
 *   T(k) = 1 - 2 / (n k (2n - 3k - 1)) sum_i sum_{j in U_k(i)} (r(i, j) - k)
 * with U_k(i) the k nearest points of i in the picture that are not among its k nearest rows, and r(i, j) the rank of
 * row j by distance from row i. 1: no false neighbour. Over a sample of m rows the sum's factor is 2 / (m k ...).
 *
 * Rows at the same distance rank by their index, as scikit-learn has it (it sorts). Sharing the best rank would flatter:
 * 39 % of the pairs of Cora's papers have no word in common and tie, and a random picture would score 0.58, not 0.5.
 */
import { fail } from '../../data/base/errors';
import type { Fidelity } from '../../data/run/pictures';
import { plainKernels, type ProjectionKernels } from './kernels';
import { isSparse, type Rows } from './matrix';

const NUM_NEIGHBOURS = 15;
/** Rows between two yields. */
const ROWS_PER_SLICE = 64;

/** The k for so many rows: 15, or the most for which trustworthiness has a meaning; 0 where there is none. */
export const fidelityK = (numRows: number): number =>
  Math.max(0, Math.min(NUM_NEIGHBOURS, Math.ceil(numRows / 2) - 1));

/**
 * @param rows as distances see them: sparse ones at unit length, which compares by direction (comparedRows)
 * @param positions x, y interleaved, one point per row
 * @param k neighbours, less than half the number of rows
 * @param every looks at each `every`-th row only
 * @throws if k is not from 1 to numRows / 2, where the formula has no meaning
 */
export function* fidelity(
  rows: Rows,
  positions: Float32Array,
  { k, every = 1, kernels = plainKernels }: { k: number; every?: number; kernels?: ProjectionKernels },
): Generator<void, Omit<Fidelity, 'collapse'>> {
  const n = rows.numRows;
  if (!(k >= 1 && k < n / 2))
    throw fail(
      'projection/fidelity',
      `expected k from 1 to less than half of ${n} rows, got ${k}`,
      'Choose a smaller k.',
    );
  const picture = { numRows: n, numCols: 2, values: positions };
  const all = every === 1 ? (yield* kernels.nearest(picture, k + 1)).index : null;
  const shown = new Int32Array(k);
  const perNode = new Float32Array(n).fill(Number.NaN);
  const rank = new Int32Array(k);
  const ranks = kernels.ranks(rows);
  let kept = 0;
  let excess = 0;
  let looked = 0;
  try {
    for (let i = 0; i < n; i += every) {
      if (all) shown.set(all.subarray(i * (k + 1) + 1, (i + 1) * (k + 1)));
      else nearestPoints(positions, i, shown);
      ranks.of(i, shown, rank);
      let own = 0;
      for (const r of rank)
        if (r <= k) own++;
        else excess += r - k;
      perNode[i] = own / k;
      kept += own;
      if (++looked % ROWS_PER_SLICE === 0) yield;
    }
  } finally {
    ranks.release();
  }
  return {
    k,
    metric: isSparse(rows) ? 'cosine' : 'euclidean',
    kept: kept / (looked * k),
    trustworthiness: 1 - (2 * excess) / (looked * k * (2 * n - 3 * k - 1)),
    perNode,
  };
}

/** The nearest other points of point i, as many as `nearest` holds. */
function nearestPoints(positions: Float32Array, i: number, nearest: Int32Array): void {
  const k = nearest.length;
  const squared = new Float64Array(k).fill(Infinity);
  for (let j = 0; 2 * j < positions.length; j++) {
    if (j === i) continue;
    const dx = positions[2 * j]! - positions[2 * i]!;
    const dy = positions[2 * j + 1]! - positions[2 * i + 1]!;
    const distance = dx * dx + dy * dy;
    if (!(distance < squared[k - 1]!)) continue;
    let at = k - 1;
    for (; at > 0 && squared[at - 1]! > distance; at--) {
      squared[at] = squared[at - 1]!;
      nearest[at] = nearest[at - 1]!;
    }
    squared[at] = distance;
    nearest[at] = j;
  }
}
