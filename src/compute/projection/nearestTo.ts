/** The rows nearest to one, in the full space: what a picture of two dimensions can only hint at. */
import { fail } from '../../data/base/errors';
import type { Metric } from '../../data/run/pictures';
import { createRowDistances } from './distances';
import { squaredNorms, type Rows } from './matrix';

export interface NearestTo {
  /** Nearest first, ties by index; without the row itself. */
  readonly nodes: Int32Array;
  readonly distances: Float32Array;
}

/**
 * euclidean: |a - b|. cosine: 1 - a.b / (|a| |b|), from 0 (same direction) to 2; a row of zeros has no direction and
 * is at distance 1 from every other.
 *
 * @throws PlaygroundError when there is no such row
 */
export function nearestTo(rows: Rows, row: number, k: number, metric: Metric): NearestTo {
  const { numRows } = rows;
  if (!(Number.isInteger(row) && row >= 0 && row < numRows))
    throw fail('projection/nearest', `expected a node from 0 to ${numRows - 1}, got ${row}`);
  const squared = new Float64Array(numRows);
  createRowDistances(rows)(row, squared);
  const distance = metric === 'euclidean' ? squared.map(Math.sqrt) : cosines(rows, row, squared);
  const others = Array.from({ length: numRows }, (_, j) => j).filter((j) => j !== row);
  others.sort((a, b) => distance[a]! - distance[b]! || a - b);
  const nodes = Int32Array.from(others.slice(0, k));
  return { nodes, distances: Float32Array.from(nodes, (j) => distance[j]!) };
}

/** From |a - b|^2 = |a|^2 + |b|^2 - 2 a.b. */
function cosines(rows: Rows, row: number, squared: Float64Array): Float64Array {
  const norms = squaredNorms(rows);
  const own = norms[row]!;
  return squared.map((between, j) => {
    const lengths = Math.sqrt(own * norms[j]!);
    const cosine = lengths > 0 ? (own + norms[j]! - between) / (2 * lengths) : 0;
    return Math.max(0, 1 - cosine);
  });
}
