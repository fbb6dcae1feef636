/**
 * Matrix Market (.mtx): a square matrix as a graph, entry (i, j) as the edge i -> j with its value as weight. Rows are
 * counted from 1. Of a symmetric matrix the file holds one triangle. Source: Boisvert, Pozo, Remington, *The Matrix
 * Market Exchange Formats*, NISTIR 5935, 1996.
 */
import { fail } from '../../base/errors';
import { decimal } from '../decimal';
import { EdgeCollector } from '../edgeCollector';
import { at, checkBytes, checkNodes, endsIn, quoted, stemOf } from '../guards';
import { linesOf, type Line } from '../lines';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { beginningOf, readText } from '../text';
import { BANNER_START, readBanner, type Banner } from './banner';

export const matrixMarketReader: FormatReader = {
  id: 'matrixMarket',
  name: 'Matrix Market',
  endings: ['.mtx', '.mm'],
  matches: ([file, ...others]) =>
    file !== undefined &&
    others.length === 0 &&
    (endsIn(file, ['.mtx']) || BANNER_START.test(beginningOf(file, 64))),
  read: ([file, ...others], limits) => {
    if (!file || others.length > 0) throw fail('Matrix Market', 'expected one file, got several or none');
    checkBytes([file], limits);
    return readMatrix(file, limits);
  },
};

function readMatrix(file: ImportFile, limits: ImportLimits): RawGraph {
  const { text, remarks } = readText(file);
  const lines = linesOf(text);
  const banner = readBanner(file, next(lines)?.text ?? '');
  const sizeLine = nextOfContent(lines);
  const { numRows, numEntries } = readSizes(file, banner, sizeLine);
  checkNodes(file.name, numRows, limits);
  const edges = new EdgeCollector(file.name, limits);
  const weights: number[] = [];
  // Of a skew-symmetric matrix the other triangle has the other sign: an edge that symmetry does not tell.
  const isSkew = banner.symmetry === 'skew-symmetric';
  const add = (row: number, column: number, value: number): void => {
    edges.add(row, column);
    if (banner.field !== 'pattern') weights.push(value);
    if (!isSkew || row === column) return;
    edges.add(column, row);
    if (banner.field !== 'pattern') weights.push(-value);
  };
  const cellOf = banner.layout === 'array' ? arrayCells(banner, numRows) : null;
  let entries = 0;
  for (let line = nextOfContent(lines); line; line = nextOfContent(lines)) {
    if (entries === numEntries)
      throw fail(
        at(file, line.number),
        `expected the end after ${numEntries} entries, got ${quoted(line.text)}`,
      );
    entries++;
    const words = line.text.trim().split(/\s+/, 5);
    if (cellOf) {
      const [row, column] = cellOf();
      const value = readValue(file, line, words, 0);
      if (value !== 0) add(row, column, value);
    } else {
      const row = readIndex(file, line, words[0], numRows);
      const column = readIndex(file, line, words[1], numRows);
      add(row, column, banner.field === 'pattern' ? 1 : readValue(file, line, words, 2));
    }
  }
  if (entries < numEntries)
    throw fail(
      file.name,
      `expected ${numEntries} entries as line ${sizeLine?.number} says, got ${entries}`,
      'The file is cut short: download or copy it again.',
    );
  return {
    format: 'Matrix Market',
    name: stemOf(file),
    nodeIds: Array.from({ length: numRows }, (_, row) => String(row + 1)),
    ...edges.edges(),
    directed: banner.symmetry === 'symmetric' ? false : isSkew ? true : null,
    nodeColumns: [],
    edgeColumns: banner.field === 'pattern' ? [] : [{ name: 'weight', values: weights }],
    features: null,
    labelColumn: null,
    splitColumn: null,
    positions: null,
    remarks: [
      ...remarks,
      ...(isSkew
        ? ['The matrix is skew-symmetric: each entry stands for two edges, one of them with the other sign.']
        : []),
    ],
  };
}

function next(lines: Iterator<Line>): Line | null {
  const { done, value } = lines.next();
  return done ? null : value;
}

/** The next line that is neither empty nor a comment. */
function nextOfContent(lines: Iterator<Line>): Line | null {
  for (let line = next(lines); line; line = next(lines))
    if (!line.text.startsWith('%') && line.text.trim() !== '') return line;
  return null;
}

function readSizes(
  file: ImportFile,
  { layout, symmetry }: Banner,
  line: Line | null,
): { numRows: number; numEntries: number } {
  const words = line?.text.trim().split(/\s+/, 5) ?? [];
  const isCoordinate = layout === 'coordinate';
  if (!line || words.length !== (isCoordinate ? 3 : 2) || words.some((word) => !/^\d{1,15}$/.test(word)))
    throw fail(
      line ? at(file, line.number) : file.name,
      `expected the numbers of rows and columns${isCoordinate ? ' and entries' : ''}, got ${line ? quoted(line.text) : 'the end of the file'}`,
    );
  const [numRows = 0, numColumns = 0, listed = 0] = words.map(Number);
  if (numRows !== numColumns)
    throw fail(
      at(file, line.number),
      `expected as many rows as columns, got a matrix of ${numRows} x ${numColumns}`,
      'That is a table of features, not a graph. Save features and adjacency matrix together as .npz.',
    );
  const triangle = (numRows * (numRows + (symmetry === 'symmetric' ? 1 : -1))) / 2;
  const inArray = symmetry === 'general' ? numRows * numRows : triangle;
  return { numRows, numEntries: isCoordinate ? listed : inArray };
}

/** Rows and columns of a dense matrix in the file's order: column by column, below the diagonal where it is symmetric. */
function arrayCells({ symmetry }: Banner, numRows: number): () => readonly [number, number] {
  const firstRow = (column: number): number =>
    symmetry === 'general' ? 0 : symmetry === 'symmetric' ? column : column + 1;
  let column = 0;
  let row = firstRow(0);
  return () => {
    const cell = [row, column] as const;
    row++;
    if (row >= numRows) row = firstRow(++column);
    return cell;
  };
}

function readIndex(file: ImportFile, line: Line, word: string | undefined, numRows: number): number {
  const index = word !== undefined && /^\d{1,15}$/.test(word) ? Number(word) : NaN;
  if (index >= 1 && index <= numRows) return index - 1;
  throw fail(
    at(file, line.number),
    `expected a row and a column from 1 to ${numRows}, got ${quoted(line.text)}`,
    index === 0 ? 'Matrix Market counts from 1.' : '',
  );
}

function readValue(file: ImportFile, line: Line, words: readonly string[], place: number): number {
  const word = words[place] ?? '';
  // Fortran programs write 1.5D+3.
  const value = words.length > place + 1 ? null : decimal(word.replace(/d/i, 'e'));
  if (value !== null) return value;
  throw fail(at(file, line.number), `expected a finite number at the end, got ${quoted(line.text)}`);
}
