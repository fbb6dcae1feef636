/** What UMAP's optimiser runs over: the edges that are drawn and when, and the tables of its two forces. */
import type { SparseMatrix } from '../../data/graph/graphData';
import type { UmapCurve } from './umapCurve';

export interface DrawnEdges {
  /** The end that is pulled and pushed. */
  readonly head: Int32Array;
  /** The end that is only pulled. */
  readonly tail: Int32Array;
  /** Epochs between two draws. */
  readonly period: Float32Array;
  /** The epoch of the next draw: an edge is drawn at every multiple of its period. */
  readonly next: Float32Array;
}

export function drawnEdges(
  { numRows, rowPtr, colIndex, values }: SparseMatrix,
  pruneEpochs: number,
  firstEpoch: number,
): DrawnEdges {
  let max = 0;
  for (const w of values) max = Math.max(max, w);
  const least = max / pruneEpochs;
  let size = 0;
  for (const w of values) if (w >= least) size++;
  const head = new Int32Array(size);
  const tail = new Int32Array(size);
  const period = new Float32Array(size);
  for (let i = 0, at = 0; i < numRows; i++)
    for (let e = rowPtr[i]!; e < rowPtr[i + 1]!; e++)
      if (values[e]! >= least) {
        tail[at] = i;
        head[at] = colIndex[e]!;
        period[at++] = max / values[e]!;
      }
  const next = period.map((p) => p * Math.floor(firstEpoch / p + 1));
  return { head, tail, period, next };
}

/** Entries of a force table: float32 numbers by their upper 16 bits, sign bit 0. */
export const TABLE_SIZE = 32_768;
/** From here on the bits stand for infinity and NaN. */
const FINITE = 32_640;

/**
 * Entry t holds the factor at the middle of the numbers whose upper 16 bits are t: off by 0.4 % of d^2 at most.
 */
export function forceTables({ a, b }: UmapCurve) {
  const bits = new Uint32Array(1);
  const asFloat = new Float32Array(bits.buffer);
  const pull = new Float32Array(TABLE_SIZE);
  const push = new Float32Array(TABLE_SIZE);
  for (let t = 0; t < FINITE; t++) {
    bits[0] = (t << 16) | 0x8000;
    const squared = asFloat[0]!;
    const near = 1 / (1 + a * squared ** b);
    pull[t] = -2 * a * b * squared ** (b - 1) * near;
    push[t] = ((2 * b) / (0.001 + squared)) * near;
  }
  return { pull, push };
}
