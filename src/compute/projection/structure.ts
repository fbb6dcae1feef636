import type { Activations } from '../../data/run/records';
import { columnMeans, isSparse, squaredNorms, type Rows } from './matrix';

export type Structure =
  | { readonly kind: 'rows'; readonly rows: Rows; readonly caveats: readonly string[] }
  /** Nothing to project, and why. */
  | { readonly kind: 'nothing'; readonly sentence: string };

/** Rows whose spread is below this share of their size differ by rounding of float32 alone. */
const ROUNDING = 1e-12;

const nothing = (sentence: string): Structure => ({ kind: 'nothing', sentence });

/** @param layer id of the layer, `x` for the input */
export function findStructure(activations: Activations, layer: string): Structure {
  if (activations.kind === 'identity')
    return nothing(
      'Identity features: every node is equally far from every other, so there is nothing to project.',
    );
  const rows = activations.matrix;
  const n = rows.numRows;
  if (n === 0) return nothing('There are no nodes, so there is nothing to project.');
  if (!rows.values.every(Number.isFinite))
    return nothing('Some values here are no longer finite numbers, so there is nothing to project.');
  const norms = squaredNorms(rows);
  const numZero = norms.reduce((count, norm) => count + (norm === 0 ? 1 : 0), 0);
  if (numZero === n)
    return nothing('Every value here is zero, so all nodes are alike and there is nothing to project.');
  if (n > 1 && isAllAlike(rows, norms))
    return nothing('All nodes have the same values here, so there is nothing to project.');
  return { kind: 'rows', rows, caveats: caveats(numZero, numAlike(rows, norms), layer === 'x') };
}

function caveats(numZero: number, numEqual: number, isInput: boolean): string[] {
  const sentences: string[] = [];
  if (numZero === 1) sentences.push(isInput ? '1 node has no features.' : '1 node has only zeros here.');
  if (numZero > 1) sentences.push(`${numZero} nodes have ${isInput ? 'no features' : 'only zeros here'}.`);
  if (numEqual > 0) sentences.push(`${numEqual} nodes have identical vectors.`);
  return sentences;
}

/** Total variance against total size, so that the test holds for large and small values alike. */
function isAllAlike(rows: Rows, norms: Float64Array): boolean {
  let size = 0;
  for (const norm of norms) size += norm;
  let variance = size;
  for (const mean of columnMeans(rows)) variance -= rows.numRows * mean * mean;
  return variance <= size * ROUNDING;
}

/** Number of rows, not all zero, that equal some other row value for value. */
function numAlike(rows: Rows, norms: Float64Array): number {
  const byNorm = new Map<number, number[]>();
  let count = 0;
  norms.forEach((norm, i) => {
    if (norm === 0) return;
    const peers = byNorm.get(norm);
    if (peers) peers.push(i);
    else byNorm.set(norm, [i]);
  });
  for (const peers of byNorm.values()) if (peers.length > 1) count += numEqualAmong(rows, peers);
  return count;
}

/** Rows of equal norm, grouped by their exact contents. */
function numEqualAmong(rows: Rows, peers: readonly number[]): number {
  const groups = new Map<string, number>();
  for (const i of peers) {
    const key = contents(rows, i);
    groups.set(key, (groups.get(key) ?? 0) + 1);
  }
  let count = 0;
  for (const size of groups.values()) if (size > 1) count += size;
  return count;
}

function contents(rows: Rows, i: number): string {
  if (!isSparse(rows)) return rows.values.subarray(i * rows.numCols, (i + 1) * rows.numCols).join();
  const start = rows.rowPtr[i]!;
  const end = rows.rowPtr[i + 1]!;
  return `${rows.colIndex.subarray(start, end).join()}:${rows.values.subarray(start, end).join()}`;
}
