/**
 * A table of text to rows of cells (RFC 4180, and runs of blanks as a delimiter). Written here and not taken from
 * d3-dsv, which knows no lines and ends an unclosed quotation at the end of the file without a word: half a graph.
 */
import { fail } from '../../base/errors';
import { at, checkCell, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';

/** `blank`: any run of spaces and tabs. */
export type Delimiter = ',' | ';' | '\t' | '|' | 'blank';

export interface Row {
  readonly cells: readonly string[];
  /** Where it begins; the first is 1. */
  readonly line: number;
}

const splitPlain = (line: string, delimiter: Delimiter): string[] =>
  delimiter === 'blank'
    ? line
        .trim()
        .split(/[ \t]+/)
        .filter((cell) => cell !== '')
    : line.split(delimiter);

export interface TableText {
  readonly file: ImportFile;
  readonly text: string;
  readonly delimiter: Delimiter;
  /** Lines end in a Python dictionary, which stays one cell whatever stands in it. */
  readonly dictionaries: boolean;
}

function splitBeforeDictionary(line: string, delimiter: Delimiter): string[] {
  const brace = line.indexOf('{');
  const before = splitPlain(line.slice(0, brace), delimiter);
  // What stands between the last delimiter and the brace is nothing.
  if (before.at(-1)?.trim() === '') before.pop();
  return [...before, line.slice(brace)];
}

/** The line that a place in the row at `start`, line `line`, is on. */
function lineAt(text: string, newline: string, start: number, line: number, place: number): number {
  let found = line;
  for (let i = text.indexOf(newline, start); i >= 0 && i < place; i = text.indexOf(newline, i + 1)) found++;
  return found;
}

/** Reads the row at `start` character by character, since it has quotation marks; returns where the next one begins. */
function quotedRow({ file, text, delimiter }: TableText, newline: '\n' | '\r', start: number, line: number) {
  const cells: string[] = [];
  const isDelimiter = (char: string | undefined): boolean =>
    delimiter === 'blank' ? char === ' ' || char === '\t' : char === delimiter;
  // Of a file whose lines end in \n, \r alone is no end: were it one, a million of them would be a million rows to scan.
  const isEnd = (place: number): boolean =>
    place >= text.length ||
    text[place] === '\n' ||
    (text[place] === '\r' && (newline === '\r' || text[place + 1] === '\n' || place + 1 === text.length));
  const skipBlanks = (from: number): number => {
    let i = from;
    while (text[i] === ' ' || (text[i] === '\t' && delimiter !== '\t')) i++;
    return i;
  };
  let i = start;
  for (;;) {
    const cellStart = skipBlanks(i);
    if (delimiter === 'blank' && isEnd(cellStart)) {
      i = cellStart;
      break;
    }
    if (text[cellStart] === '"') {
      let close = text.indexOf('"', cellStart + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) {
        throw fail(
          at(file, lineAt(text, newline, start, line, cellStart)),
          `expected the quotation mark that is opened here to be closed, got the end of the file after ${quoted(text.slice(cellStart, cellStart + 60))}`,
          'Close it, or take it away; the file may also be cut off.',
        );
      }
      cells.push(text.slice(cellStart + 1, close).replaceAll('""', '"'));
      i = skipBlanks(close + 1);
      // Of blanks, those just passed were the delimiter.
      const blank = delimiter === 'blank' && i > close + 1;
      if (!isDelimiter(text[i]) && !isEnd(i) && !blank) {
        const opened = lineAt(text, newline, start, line, cellStart);
        const closed = lineAt(text, newline, start, line, close);
        if (closed > opened)
          throw fail(
            at(file, opened),
            `expected the quotation mark that is opened here to be closed at the end of its cell, got the next one in line ${closed}, before ${quoted(text.slice(i, i + 20))}`,
            'Close it, or take it away; quotation marks inside a cell are written twice.',
          );
        throw fail(
          at(file, closed),
          `expected the next cell after a closing quotation mark, got ${quoted(text.slice(i, i + 20))}`,
          'Quotation marks inside a cell are written twice.',
        );
      }
    } else {
      i = delimiter === 'blank' ? cellStart : i;
      const from = i;
      while (!isDelimiter(text[i]) && !isEnd(i)) i++;
      cells.push(text.slice(from, i));
    }
    if (isEnd(i)) break;
    if (isDelimiter(text[i])) i++;
  }
  const next = text[i] === '\r' && text[i + 1] === '\n' ? i + 2 : i + 1;
  return { cells, next };
}

const isComment = (text: string, start: number): boolean => text[start] === '#' || text[start] === '%';

/**
 * Every row that is neither empty nor a comment (`#`, `%`), to `onRow`, which may return false to stop.
 *
 * @throws PlaygroundError that names the line: an unclosed quotation, a cell over the limit
 */
export function eachRow(
  table: TableText,
  limits: ImportLimits,
  onRow: (row: Row) => void,
  onComment: (comment: string) => void = () => {},
): void {
  const { file, text, delimiter, dictionaries } = table;
  const newline = text.includes('\n') ? '\n' : '\r';
  const emit = (cells: readonly string[], line: number): void => {
    for (const cell of cells) if (cell.length > limits.cell) checkCell(at(file, line), cell, limits);
    onRow({ cells, line });
  };
  for (let start = 0, line = 1; start < text.length;) {
    const newlineAt = text.indexOf(newline, start);
    const end = newlineAt < 0 ? text.length : newlineAt;
    const plain = text.slice(start, end > start && text[end - 1] === '\r' ? end - 1 : end);
    if (isComment(text, start)) {
      onComment(plain.slice(0, 200));
    } else if (dictionaries && plain.includes('{')) {
      emit(splitBeforeDictionary(plain, delimiter), line);
    } else if (plain.includes('"')) {
      const { cells, next } = quotedRow(table, newline, start, line);
      emit(cells, line);
      for (let i = end; i >= 0 && i < next; i = text.indexOf(newline, i + 1)) line++;
      start = next;
      continue;
    } else if (plain.trim() !== '') {
      emit(splitPlain(plain, delimiter), line);
    }
    start = end + 1;
    line++;
  }
}
