/**
 * Exact k nearest neighbours by Euclidean distance, of dense or sparse rows. Deterministic: ties go to the lowest
 * index. Comes as a generator, so that a worker can listen between two slices.
 */
import type { DenseMatrix, SparseMatrix } from '../../data/graph/graphData';
import { createRowDistances, squaredDistance } from './distances';
import { isSparse, type Rows } from './matrix';
import { createNearestRows, type NearestRows, type NeighbourLists } from './nearest';

/** Distances computed between two yields: some milliseconds' worth. */
const PAIRS_PER_SLICE = 200_000;

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

/** Each pair once. Every row meets the others in ascending order: one that ties with the worst kept comes too late. */
function* denseNeighbours({ numRows, numCols, values }: DenseMatrix, nearest: NearestRows): Generator<void> {
  const { worst, offer } = nearest;
  let pairs = 0;
  for (let i = 0; i < numRows; i++) {
    for (let j = i + 1; j < numRows; j++) {
      const squared = squaredDistance(values, i * numCols, j * numCols, numCols);
      if (squared < worst[i]!) offer(i, j, squared);
      if (squared < worst[j]!) offer(j, i, squared);
    }
    pairs += numRows - i;
    if (pairs >= PAIRS_PER_SLICE) {
      pairs = 0;
      yield;
    }
  }
}
