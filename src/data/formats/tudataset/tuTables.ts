/** The text files of a TUDataset: one line per node, edge or graph, its numbers separated by commas. */
import { fail } from '../../base/errors';
import { decimal } from '../decimal';
import { at, checkCell, quoted } from '../guards';
import { linesOf } from '../lines';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { decodeText } from '../text';

/** Each line of the file, in order, without blanks at its ends; empty lines at the end of the file are none. */
export function* recordsOf(
  file: ImportFile,
  limits: ImportLimits,
): Generator<{ readonly number: number; readonly text: string }> {
  let empty = 0;
  for (const line of linesOf(decodeText(file))) {
    const text = line.text.trim();
    if (text === '') {
      empty ||= line.number;
      continue;
    }
    if (empty > 0) throw fail(at(file, empty), 'expected a record, got an empty line');
    checkCell(at(file, line.number), text, limits);
    yield { number: line.number, text };
  }
}

/** Lines as they stand: classes. @throws PlaygroundError when there are more or fewer than `count` */
export function readLabels(
  file: ImportFile,
  count: number,
  what: string,
  limits: ImportLimits,
): readonly string[] {
  const labels: string[] = [];
  for (const { number, text } of recordsOf(file, limits)) {
    checkCount(file, labels.length + 1, count, what, number);
    labels.push(text);
  }
  checkCount(file, labels.length, count, what);
  return labels;
}

export interface NumberTable {
  readonly numCols: number;
  /** Row-major. */
  readonly values: Float32Array;
}

/** A matrix, one row per line. @throws PlaygroundError when a row is longer than the first, or there are not `count` */
export function readTable(file: ImportFile, count: number, what: string, limits: ImportLimits): NumberTable {
  let values = new Float32Array(0);
  let numCols = 0;
  let row = 0;
  for (const { number, text } of recordsOf(file, limits)) {
    checkCount(file, row + 1, count, what, number);
    const words = text.split(',');
    if (row === 0) {
      numCols = words.length;
      checkTable(file, count, numCols, limits);
      values = new Float32Array(count * numCols);
    }
    if (words.length !== numCols)
      throw fail(at(file, number), `expected ${numCols} numbers as in the first line, got ${words.length}`);
    for (const [column, word] of words.entries()) {
      const value = decimal(word.trim());
      const single = value === null ? NaN : Math.fround(value);
      if (!Number.isFinite(single))
        throw fail(at(file, number), `expected finite numbers, got ${quoted(word.trim())}`);
      values[row * numCols + column] = single;
    }
    row++;
  }
  checkCount(file, row, count, what);
  return { numCols, values };
}

/** What a matrix takes in memory is told by its first row and the number of rows alone. */
function checkTable(file: ImportFile, numRows: number, numCols: number, limits: ImportLimits): void {
  const bytes = numRows * numCols * Float32Array.BYTES_PER_ELEMENT;
  if (bytes > limits.bytes)
    throw fail(file.name, `expected a smaller table, got one of ${numRows} x ${numCols} numbers`);
}

function checkCount(file: ImportFile, found: number, expected: number, what: string, line?: number): void {
  if (line === undefined ? found === expected : found <= expected) return;
  throw fail(
    line === undefined ? file.name : at(file, line),
    `expected one line for each of ${expected} ${what}, got ${line === undefined ? found : 'more'}`,
    'The files must be of the same set and whole.',
  );
}
