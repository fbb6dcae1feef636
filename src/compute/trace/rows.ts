/** Rows of node values in plain arithmetic, each computed when it is first asked for. */
import type { DenseMatrix } from '../../data/graph/graphData';

export type Row = Float32Array;
/** The row of a node. */
export type Rows = (node: number) => Row;

/** Rows that are computed once and kept. */
export function remembered(compute: Rows): Rows {
  const known = new Map<number, Row>();
  return (node) => {
    const before = known.get(node);
    if (before) return before;
    const row = compute(node);
    known.set(node, row);
    return row;
  };
}

/** into += factor * row. */
export function addScaled(into: Row, row: Row, factor: number): void {
  for (let c = 0; c < into.length; c++) into[c] += factor * row[c];
}

/** into += factor * (row k of the matrix). No view is made: this is the innermost loop of everything. */
export function addScaledRow(into: Row, { values, numCols }: DenseMatrix, k: number, factor: number): void {
  const start = k * numCols;
  for (let c = 0; c < numCols; c++) into[c] += factor * values[start + c];
}

export const scaled = (row: Row, factor: number): Row => row.map((value) => factor * value);

export const added = (a: Row, b: Row): Row => a.map((value, c) => value + b[c]);

export function sumOf(rows: readonly Row[], width: number): Row {
  const sum = new Float32Array(width);
  for (const row of rows) addScaled(sum, row, 1);
  return sum;
}

/** Row k of a matrix, as a view. */
export const rowOf = ({ values, numCols }: DenseMatrix, k: number): Row =>
  values.subarray(k * numCols, (k + 1) * numCols);

/** row W. */
export function times(row: Row, weight: DenseMatrix): Row {
  const product = new Float32Array(weight.numCols);
  for (let k = 0; k < row.length; k++) addScaledRow(product, weight, k, row[k]);
  return product;
}

/** Euclidean. */
export const lengthOf = (row: Row): number => Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));

export const relu = (x: number): number => (x < 0 ? 0 : x);

export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
