/**
 * Adjacency matrices in rows of text: bare (NumPy's `savetxt`), or with names in the first row, the first column or
 * both (pandas, R, spreadsheets, Gephi). The entry in row i and column j is the weight of the edge from i to j.
 */
import { fail } from '../../base/errors';
import { isMissing, looksNumeric } from '../cells';
import { at, checkTable, quoted } from '../guards';
import type { ImportFile } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import type { CellRows } from './cellRows';
import { endColumns } from './header';
import { looksNumericIn } from './decimalComma';
import type { Delimiter } from './rows';

export interface Matrix {
  /** Of the nodes, in the order of columns. */
  readonly names: readonly string[];
  /** The node that each row of numbers is of, by its place in `names`. */
  readonly rowOf: Int32Array;
  readonly firstRow: number;
  readonly firstColumn: number;
}

const counted = (size: number): string[] => Array.from({ length: size }, (_, k) => String(k));
const inOrder = (size: number): Int32Array => Int32Array.from({ length: size }, (_, k) => k);

/** Fewer nodes are no table of numbers that anybody would call a matrix: two rows of two numbers are two edges. */
const MIN_BARE = 3;

interface Text {
  readonly all: CellRows;
  readonly delimiter: Delimiter;
}

const isEntry = (cell: string, delimiter: Delimiter): boolean =>
  isMissing(cell) || looksNumericIn(cell, delimiter);

function areEntries({ all, delimiter }: Text, firstRow: number, firstColumn: number): boolean {
  let numbers = 0;
  for (let row = firstRow; row < all.length; row++)
    for (let column = firstColumn; column < all.width; column++) {
      const cell = all.cell(row, column);
      if (!isEntry(cell, delimiter)) return false;
      if (cell !== '') numbers += 1;
    }
  return numbers > 0;
}

const allDistinct = (names: readonly string[]): boolean =>
  !names.includes('') && new Set(names).size === names.length;

const isFull = (all: CellRows, from: number, size: number): boolean => {
  for (let row = from; row < all.length; row++) if (all.size(row) < size) return false;
  return true;
};

/** Names in the first row and in the first column, in whichever order: the corner is empty, or a word, or missing. */
function namedOnBothSides(text: Text): Matrix | null {
  const { all, delimiter } = text;
  const size = all.length - 1;
  if (size < 2 || all.width !== size + 1) return null;
  const hasCorner = all.size(0) >= all.width;
  const corner = hasCorner ? all.cell(0, 0) : '';
  const names = Array.from({ length: size }, (_, k) => all.cell(0, k + (hasCorner ? 1 : 0)));
  const place = new Map(names.map((name, k) => [name, k]));
  // `0 1 2` above rows that begin with 1 and 2 is a list of neighbours.
  if (!allDistinct(names) || (corner !== '' && looksNumeric(corner))) return null;
  const rowOf = Int32Array.from({ length: size }, (_, k) => place.get(all.cell(k + 1, 0)) ?? -1);
  if (rowOf.includes(-1) || new Set(rowOf).size < size) return null;
  return areEntries({ all, delimiter }, 1, 1) ? { names, rowOf, firstRow: 1, firstColumn: 1 } : null;
}

/** Three rows of three numbers may also be three edges with weights: a matrix of them is symmetric or has no loops. */
function isSure({ all }: Text, firstRow: number, size: number): boolean {
  const entry = (row: number, column: number): string => all.cell(firstRow + row, column);
  const places = inOrder(size);
  return (
    size > MIN_BARE ||
    places.every((k) => isMissing(entry(k, k)) || Number(entry(k, k)) === 0) ||
    places.every((row) => places.every((column) => entry(row, column) === entry(column, row)))
  );
}

/** Names above the columns, or before the rows, alone. */
function namedOnOneSide(text: Text): Matrix | null {
  const { all, delimiter } = text;
  const { length, width } = all;
  const isName = (cell: string): boolean => cell !== '' && !looksNumericIn(cell, delimiter);
  if (width >= MIN_BARE && length === width + 1 && isFull(all, 0, width)) {
    const names = Array.from({ length: width }, (_, column) => all.cell(0, column));
    const isNamed = names.every(isName) && allDistinct(names) && endColumns(names) === null;
    if (isNamed && areEntries(text, 1, 0) && isSure(text, 1, width))
      return { names, rowOf: inOrder(width), firstRow: 1, firstColumn: 0 };
  }
  if (length >= MIN_BARE && width === length + 1 && isFull(all, 0, width)) {
    const names = Array.from({ length }, (_, row) => all.cell(row, 0));
    if (names.every(isName) && allDistinct(names) && areEntries(text, 0, 1))
      return { names, rowOf: inOrder(length), firstRow: 0, firstColumn: 1 };
  }
  return null;
}

/** A square of numbers. */
function bare(text: Text): Matrix | null {
  const { all } = text;
  const size = all.length;
  const isSquare = size >= MIN_BARE && all.width === size && isFull(all, 0, size);
  if (!isSquare || !areEntries(text, 0, 0) || !isSure(text, 0, size)) return null;
  return { names: counted(size), rowOf: inOrder(size), firstRow: 0, firstColumn: 0 };
}

/** The matrix that these rows are, or null where they are none. */
export function matrixIn(text: Text): Matrix | null {
  return namedOnBothSides(text) ?? namedOnOneSide(text) ?? bare(text);
}

/** @throws PlaygroundError: the rows of text are no square of numbers */
export function refuseMatrix(file: ImportFile, { all }: Text): never {
  throw fail(
    file.name,
    `expected a square table of numbers, with or without names, got ${all.length} rows of ${all.width} cells`,
    'Read it as a list of edges.',
  );
}

/** The weights, row-major in the order of `names`; missing entries are 0. */
function weightsOf(file: ImportFile, { all, delimiter }: Text, matrix: Matrix): Float64Array {
  const { names, rowOf, firstRow, firstColumn } = matrix;
  const size = names.length;
  checkTable(file.name, size, size);
  const weights = new Float64Array(size * size);
  rowOf.forEach((row, k) => {
    for (let column = 0; column < size; column++) {
      const cell = all.cell(firstRow + k, firstColumn + column);
      if (isMissing(cell) || /^[+-]?nan$/i.test(cell)) continue;
      const weight = Number(delimiter === ',' ? cell : cell.replace(',', '.'));
      if (!Number.isFinite(weight))
        throw fail(
          at(file, all.line(firstRow + k)),
          `expected a finite number, got ${quoted(cell)}`,
          'Leave it empty for no edge.',
        );
      weights[row * size + column] = weight;
    }
  });
  return weights;
}

/**
 * Adds nodes in the order of the matrix, and an edge for each entry that is not 0; of a symmetric matrix, one for both
 * ways. Weights that are all 1 are none.
 */
export function addMatrix(builder: RawGraphBuilder, file: ImportFile, text: Text, matrix: Matrix) {
  const { names, rowOf, firstRow } = matrix;
  const size = names.length;
  const weights = weightsOf(file, text, matrix);
  for (const name of names) builder.mention(file.name, name);
  const isSymmetric = weights.every(
    (weight, k) => weights[(k % size) * size + Math.floor(k / size)] === weight,
  );
  const isWeighted = weights.some((weight) => weight !== 0 && weight !== 1);
  const lines: number[] = [];
  rowOf.forEach((row, k) => {
    for (let column = isSymmetric ? row : 0; column < size; column++) {
      const weight = weights[row * size + column];
      if (weight === 0) continue;
      const edge = builder.edge(file.name, names[row], names[column]);
      if (isWeighted) builder.setEdge(file.name, edge, 'weight', weight);
      lines.push(text.all.line(firstRow + k));
    }
  });
  return { directed: !isSymmetric, edgeLines: Int32Array.from(lines) };
}
