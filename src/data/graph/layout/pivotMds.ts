/**
 * Pivot multidimensional scaling: places the nodes of a connected graph so that distances on the plane follow
 * distances in hops, seen from a few pivots. A start for ForceAtlas2 that has the large shape right already.
 *
 * Brandes and Pich, Eigensolver Methods for Progressive Multidimensional Scaling of Large Data, GD 2006.
 */
import type { SparseMatrix } from '../graphData';

const MAX_PIVOTS = 50;
const POWER_STEPS = 60;

/** x, y per node, interleaved, in hops. Deterministic. `adjacency` must be connected. */
export function pivotMds(adjacency: SparseMatrix, mostPivots = MAX_PIVOTS): Float32Array {
  const numNodes = adjacency.numRows;
  const numPivots = Math.min(mostPivots, numNodes);
  const columns = pivotDistances(adjacency, numPivots);
  // C_ij = -(d_ij^2 - mean_i - mean_j + mean) / 2: double centring, on the pivots' columns only.
  const squares = columns.map((column) => Float64Array.from(column, (d) => d * d));
  const columnMeans = squares.map((column) => column.reduce((sum, d) => sum + d, 0) / numNodes);
  const mean = columnMeans.reduce((sum, each) => sum + each, 0) / numPivots;
  for (let node = 0; node < numNodes; node++) {
    const rowMean = squares.reduce((sum, column) => sum + column[node], 0) / numPivots;
    for (const [j, column] of squares.entries())
      column[node] = -(column[node] - rowMean - columnMeans[j] + mean) / 2;
  }
  const first = principalDirection(squares, null);
  const second = principalDirection(squares, first);
  const positions = new Float32Array(2 * numNodes);
  for (let node = 0; node < numNodes; node++) {
    positions[2 * node] = squares.reduce((sum, column, j) => sum + column[node] * first[j], 0);
    positions[2 * node + 1] = squares.reduce((sum, column, j) => sum + column[node] * second[j], 0);
  }
  return scaledToHops(positions, columns);
}

/** Hop distances from pivots, each the farthest from those before it (the smallest index among equals). */
function pivotDistances(adjacency: SparseMatrix, numPivots: number): Float64Array[] {
  const columns: Float64Array[] = [];
  const nearest = new Float64Array(adjacency.numRows).fill(Infinity);
  let pivot = 0;
  for (let k = 0; k < numPivots; k++) {
    const column = hopsFrom(adjacency, pivot);
    columns.push(column);
    for (const [node, hops] of column.entries()) nearest[node] = Math.min(nearest[node], hops);
    pivot = nearest.indexOf(nearest.reduce((a, b) => Math.max(a, b), 0));
  }
  return columns;
}

/** Breadth-first search. */
function hopsFrom({ numRows, rowPtr, colIndex }: SparseMatrix, start: number): Float64Array {
  const hops = new Float64Array(numRows).fill(Infinity);
  const queue = [start];
  hops[start] = 0;
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at];
    for (let k = rowPtr[node]; k < rowPtr[node + 1]; k++) {
      const neighbour = colIndex[k];
      if (hops[neighbour] < Infinity) continue;
      hops[neighbour] = hops[node] + 1;
      queue.push(neighbour);
    }
  }
  return hops;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i], 0);

/** The unit vector that CᵀC stretches most, orthogonal to `other`, by power iteration from a fixed start. */
function principalDirection(columns: readonly Float64Array[], other: Float64Array | null): Float64Array {
  const products = columns.map((a) => Float64Array.from(columns, (b) => dot(a, b)));
  let direction = Float64Array.from(columns, (_, j) => 1 + ((j * 7) % 5));
  for (let step = 0; step < POWER_STEPS; step++) {
    const next = Float64Array.from(products, (row) => dot(row, direction));
    if (other) {
      const along = dot(next, other);
      for (const [j, value] of other.entries()) next[j] -= along * value;
    }
    const norm = Math.sqrt(dot(next, next));
    // A path has no second direction: it stays a line, and ForceAtlas2 bends it from the jitter.
    if (norm < 1e-9) return new Float64Array(columns.length);
    direction = next.map((value) => value / norm);
  }
  return direction;
}

/** Scales so that the mean distance from the first pivot is what it is in hops. */
function scaledToHops(positions: Float32Array, columns: readonly Float64Array[]): Float32Array {
  const [hops] = columns;
  let [drawn, wanted] = [0, 0];
  for (const [node, distance] of hops.entries()) {
    drawn += Math.hypot(positions[2 * node] - positions[0], positions[2 * node + 1] - positions[1]);
    wanted += distance;
  }
  return drawn > 0 ? positions.map((value) => (value * wanted) / drawn) : positions;
}
