/**
 * M = A + A^2: who is one and two steps away. Row = target, column = source, as message passing reads A. M itself is
 * never written down: on a graph with a hub it would be dense.
 */
import { randomBits, randomKey } from '../../data/base/random';
import type { GraphData, SparseMatrix } from '../../data/graph/graphData';
import { adjacency, transpose } from '../../data/graph/sparse';
import { EMBED_STREAM } from './streams';
import type { Operator } from './subspace';

function multiply({ numRows, rowPtr, colIndex, values }: SparseMatrix, x: Float64Array): Float64Array {
  const out = new Float64Array(numRows);
  for (let row = 0; row < numRows; row++) {
    let sum = 0;
    for (let e = rowPtr[row]; e < rowPtr[row + 1]; e++) sum += values[e] * x[colIndex[e]];
    out[row] = sum;
  }
  return out;
}

/** A (x + A x) */
function twice(matrix: SparseMatrix, x: Float64Array): Float64Array {
  const sum = multiply(matrix, x);
  for (let i = 0; i < x.length; i++) sum[i] += x[i];
  return multiply(matrix, sum);
}

export interface TwoStep extends Operator {
  /** ||M||_F^2, the sum of squares of all entries. */
  readonly squaredNorm: number;
}

export function twoStep({
  numNodes,
  edgeIndex,
  edgeWeight,
}: Pick<GraphData, 'numNodes' | 'edgeIndex' | 'edgeWeight'>): TwoStep {
  const a = adjacency(numNodes, edgeIndex, edgeWeight);
  const { matrix: transposed } = transpose(a);
  const apply = (x: Float64Array) => twice(a, x);
  return {
    size: numNodes,
    apply,
    applyTransposed: (x) => twice(transposed, x),
    squaredNorm: numWalksOfTwo(a) <= MAX_COUNTED ? countedNorm(a) : estimatedNorm(numNodes, apply),
  };
}

/** Walks of two steps that are counted one by one, about a second's worth. */
const MAX_COUNTED = 1e8;

function numWalksOfTwo({ rowPtr, colIndex }: SparseMatrix): number {
  let total = 0;
  for (const via of colIndex) total += rowPtr[via + 1] - rowPtr[via];
  return total;
}

/** Row by row, exactly. */
function countedNorm({ numRows, rowPtr, colIndex, values }: SparseMatrix): number {
  const row = new Float64Array(numRows);
  const met: number[] = [];
  let total = 0;
  const put = (column: number, value: number) => {
    if (row[column] === 0) met.push(column);
    row[column] += value;
  };
  for (let i = 0; i < numRows; i++) {
    for (let e = rowPtr[i]; e < rowPtr[i + 1]; e++) {
      const via = colIndex[e];
      put(via, values[e]);
      for (let f = rowPtr[via]; f < rowPtr[via + 1]; f++) put(colIndex[f], values[e] * values[f]);
    }
    for (const column of met) {
      total += row[column] * row[column];
      row[column] = 0;
    }
    met.length = 0;
  }
  return total;
}

const PROBES = 64;

/** E ||M z||^2 over random signs z (Hutchinson 1990). */
export function estimatedNorm(numNodes: number, apply: Operator['apply']): number {
  let total = 0;
  for (let probe = 0; probe < PROBES; probe++) {
    const key = randomKey(0, EMBED_STREAM.subspace, probe + 1);
    const signs = Float64Array.from({ length: numNodes }, (_, i) => (randomBits(key, i) & 1 ? 1 : -1));
    for (const value of apply(signs)) total += value * value;
  }
  return total / PROBES;
}
