/**
 * Exact k nearest neighbours by Euclidean distance, of dense or sparse rows. Deterministic: ties go to the lowest
 * index. Comes as a generator, so that a worker can listen between two slices.
 */
import type { DenseMatrix, SparseMatrix } from '../../data/graph/graphData';
import { createRowDistances } from './distances';
import { isSparse, type Rows } from './matrix';
import { createNearestRows, type NearestRows, type NeighbourLists } from './nearest';

/** Distances computed between two yields: some milliseconds' worth. */
const PAIRS_PER_SLICE = 200_000;
/** Columns between two looks at whether a pair is already too far apart. */
const COLUMNS_PER_LOOK = 32;

/**
 * @param k entries per row, the row itself (first, at distance 0) included; at most numRows are given
 */
export function* nearestNeighbours(rows: Rows, k: number): Generator<void, NeighbourLists> {
  const nearest = createNearestRows(rows.numRows, Math.max(1, Math.min(k, rows.numRows)));
  yield* isSparse(rows) ? sparseNeighbours(rows, nearest) : denseNeighbours(rows, nearest);
  return nearest.finish();
}

function* sparseNeighbours(rows: SparseMatrix, nearest: NearestRows): Generator<void> {
  const { numRows } = rows;
  const distancesFrom = createRowDistances(rows);
  const squared = new Float64Array(numRows);
  const { worst, offer } = nearest;
  let pairs = 0;
  for (let i = 0; i < numRows; i++) {
    distancesFrom(i, squared);
    for (let j = 0; j < numRows; j++) if (j !== i && squared[j]! < worst[i]!) offer(i, j, squared[j]!);
    pairs += numRows;
    if (pairs >= PAIRS_PER_SLICE) {
      pairs = 0;
      yield;
    }
  }
}

/** Each pair once, four rows against one at a time: the fifth row's numbers are loaded once for four products. */
function* denseNeighbours(rows: DenseMatrix, nearest: NearestRows): Generator<void> {
  const { numRows, numCols } = rows;
  const values = Float64Array.from(rows.values);
  const { worst, offer } = nearest;
  let pairs = 0;
  // Every row meets the others in ascending order, so that one that ties with the worst kept comes too late.
  for (let i = 0; i < numRows; i += 4) {
    const last = Math.min(i + 4, numRows);
    for (let a = i; a < last; a++)
      for (let b = a + 1; b < last; b++) {
        const squared = squaredDistance(values, a * numCols, b * numCols, numCols);
        offer(a, b, squared);
        offer(b, a, squared);
      }
    if (last === i + 4) fourAgainstTheRest(values, i, numRows, numCols, nearest);
    else
      for (let a = i; a < last; a++)
        for (let j = last; j < numRows; j++) {
          const squared = squaredDistance(values, a * numCols, j * numCols, numCols);
          if (squared < worst[a]!) offer(a, j, squared);
          if (squared < worst[j]!) offer(j, a, squared);
        }
    pairs += 4 * (numRows - i);
    if (pairs >= PAIRS_PER_SLICE) {
      pairs = 0;
      yield;
    }
  }
}

function fourAgainstTheRest(
  values: Float64Array,
  i: number,
  numRows: number,
  numCols: number,
  { worst, offer }: NearestRows,
): void {
  const r0 = i * numCols;
  const r1 = r0 + numCols;
  const r2 = r1 + numCols;
  const r3 = r2 + numCols;
  for (let j = i + 4; j < numRows; j++) {
    const rj = j * numCols;
    const worstJ = worst[j]!;
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let start = 0; start < numCols; start += COLUMNS_PER_LOOK) {
      const end = Math.min(start + COLUMNS_PER_LOOK, numCols);
      for (let c = start; c < end; c++) {
        const v = values[rj + c]!;
        const d0 = values[r0 + c]! - v;
        const d1 = values[r1 + c]! - v;
        const d2 = values[r2 + c]! - v;
        const d3 = values[r3 + c]! - v;
        s0 += d0 * d0;
        s1 += d1 * d1;
        s2 += d2 * d2;
        s3 += d3 * d3;
      }
      const isFar =
        s0 >= worstJ &&
        s1 >= worstJ &&
        s2 >= worstJ &&
        s3 >= worstJ &&
        s0 >= worst[i]! &&
        s1 >= worst[i + 1]! &&
        s2 >= worst[i + 2]! &&
        s3 >= worst[i + 3]!;
      if (isFar) break;
    }
    if (s0 < worst[i]!) offer(i, j, s0);
    if (s1 < worst[i + 1]!) offer(i + 1, j, s1);
    if (s2 < worst[i + 2]!) offer(i + 2, j, s2);
    if (s3 < worst[i + 3]!) offer(i + 3, j, s3);
    if (s0 < worst[j]!) offer(j, i, s0);
    if (s1 < worst[j]!) offer(j, i + 1, s1);
    if (s2 < worst[j]!) offer(j, i + 2, s2);
    if (s3 < worst[j]!) offer(j, i + 3, s3);
  }
}

function squaredDistance(values: Float64Array, a: number, b: number, numCols: number): number {
  let sum = 0;
  for (let c = 0; c < numCols; c++) {
    const difference = values[a + c]! - values[b + c]!;
    sum += difference * difference;
  }
  return sum;
}
