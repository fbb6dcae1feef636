/** A file of text as rows of cells, with what may stand above them put aside. */
import { fail } from '../../base/errors';
import { at, checkTable, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { readText } from '../text';
import { CellRows, filledIn } from './cellRows';
import { columnNames, commentHeader, looksLikeHeader } from './header';
import { CANDIDATES, delimiterOf, firstLines } from './delimiter';
import { eachRow, type Delimiter, type Row } from './rows';
import { isSentence } from './sentence';

/** Rows as they stand there; whether the first names the columns is not decided. */
export interface TextRows {
  readonly file: ImportFile;
  readonly delimiter: Delimiter;
  readonly all: CellRows;
  /** Names in the comment above the rows; null: none. */
  readonly above: readonly string[] | null;
  /** Some rows end in a Python dictionary. */
  readonly dictionaries: boolean;
  readonly comments: readonly string[];
  readonly remarks: readonly string[];
}

export interface Table extends TextRows {
  /** Of each column, each once; null: the file begins with its first row. */
  readonly header: readonly string[] | null;
  /** Below the header. */
  readonly rows: CellRows;
  /** As many as the header, else as the widest row has. */
  readonly width: number;
}

const COMMENTS = 20;
/** Lines named in a remark. */
const NAMED = 3;
/** Rows of a title, at most. */
const TITLE_ROWS = 5;

/** Not by a regular expression, of which a line of a hundred thousand braces makes a matter of days. */
function endsInDictionary(line: string): boolean {
  const before = line.slice(0, Math.max(0, line.indexOf('{'))).trim();
  return before !== '' && !before.includes('"') && line.trimEnd().endsWith('}');
}

/** `line 4`, `lines 4, 7, 9, ...` */
export const linesText = (lines: readonly number[]): string =>
  `line${lines.length === 1 ? '' : 's'} ${lines.slice(0, NAMED).join(', ')}${lines.length > NAMED ? ', ...' : ''}`;

/** The delimiter that spreadsheets write above everything: `sep=;`. */
function separatorIn(text: string): Delimiter | null {
  const said = /^sep=(.)[ \t]*\r?(?:\n|$)/i.exec(text)?.[1];
  return CANDIDATES.find((delimiter) => delimiter === said) ?? null;
}

/**
 * Titles above a table: rows of a single cell before the first of several, where something else than their brevity sets
 * them apart - empty cells beside it, an empty line below it, or several words.
 */
function titleRows(rows: readonly Row[], delimiter: Delimiter): number {
  if (delimiter === 'blank') return 0;
  let titles = 0;
  while (titles < rows.length && filledIn(rows[titles].cells) === 1) titles += 1;
  if (titles === 0 || titles === rows.length || titles > TITLE_ROWS) return 0;
  const isTitle = ({ cells, line }: Row, k: number): boolean =>
    cells.length > 1 || rows[k + 1].line > line + 1 || /\S\s+\S/.test(cells[0] ?? '');
  return rows.slice(0, titles).every(isTitle) ? titles : 0;
}

/** @throws PlaygroundError on binary files, files without rows, cells too many, and by `eachRow` */
export function readRows(file: ImportFile, limits: ImportLimits): TextRows {
  const { text, remarks: readRemarks } = readText(file);
  const remarks = [...readRemarks];
  const separator = separatorIn(text);
  const delimiter = separator ?? delimiterOf(text) ?? ',';
  if (separator)
    remarks.push(
      `${file.name}: the first line, ${quoted(firstLines(text)[0] ?? '')}, was taken to say what stands between cells.`,
    );
  const dictionaries = firstLines(text).some(endsInDictionary);
  const comments: string[] = [];
  const empty: number[] = [];
  const all = new CellRows();
  // The first few rows wait until it is known which of them are a title.
  let waiting: Row[] | null = [];
  let lastAbove: string | null = null;
  const begin = (): void => {
    const rows = waiting ?? [];
    waiting = null;
    const titles = titleRows(rows, delimiter);
    if (titles > 0)
      remarks.push(
        `${file.name}: ${quoted(rows[0].cells[0] ?? '')} in ${linesText(rows.slice(0, titles).map(({ line }) => line))} was passed over as a title.`,
      );
    for (const row of rows.slice(titles)) all.add(file.name, row);
  };
  eachRow(
    { file, text, delimiter, dictionaries },
    limits,
    (row) => {
      if (separator && row.line === 1) return;
      if (filledIn(row.cells) === 0) empty.push(row.line);
      else if (!waiting) all.add(file.name, row);
      else if (waiting.push(row) > TITLE_ROWS) begin();
    },
    (comment) => {
      if (comments.length < COMMENTS) comments.push(comment);
      if (all.length === 0 && waiting?.length === 0) lastAbove = comment;
    },
  );
  if (waiting) begin();
  if (all.length === 0)
    throw fail(
      file.name,
      'expected rows of cells, got an empty file',
      'Choose a file with an edge on each line.',
    );
  if (all.length === 1 && isSentence(firstLines(text)[0] ?? ''))
    throw fail(
      file.name,
      `expected rows of edges, got a sentence: ${quoted(text.trim())}`,
      'Put an edge on each line: the names of its two ends, with a comma between them.',
    );
  if (empty.length > 0)
    remarks.push(
      `${file.name}: ${empty.length === 1 ? '1 row has' : `${empty.length} rows have`} nothing in any cell (${linesText(empty)}) and ${empty.length === 1 ? 'was' : 'were'} passed over.`,
    );
  const above = lastAbove === null ? null : commentHeader(lastAbove, delimiter, all.filled(0));
  return { file, delimiter, all, above, dictionaries, comments, remarks };
}

/**
 * The rows below their header.
 *
 * @param isNamed whether the first row (or the comment above it) names the columns; undefined: as it looks
 */
export function tableOf(text: TextRows, isNamed?: boolean): Table {
  const { all, above, delimiter, dictionaries } = text;
  const named = isNamed ?? (above !== null || looksLikeHeader(all, delimiter));
  if (!named) {
    // A dictionary may be missing in the first row only.
    return { ...text, header: null, rows: all, width: Math.max(all.width, dictionaries ? 3 : 0) };
  }
  // Names may be missing above cells that are there; empty ones at the end are a spreadsheet's.
  const said = above ?? all.row(0).slice(0, Math.max(all.filled(0), Math.min(all.size(0), all.width)));
  return { ...text, header: columnNames(said), rows: above ? all : all.rest(), width: said.length };
}

/** @throws PlaygroundError on the first row with more cells than the table has columns */
export function checkWidth({ file, rows, width, header, above, all }: Table): void {
  checkTable(file.name, rows.length, width);
  for (let row = 0; row < rows.length; row++) {
    if (rows.filled(row) <= width) continue;
    const first = header && above ? 'the comment above' : `line ${all.line(0)}`;
    throw fail(
      at(file, rows.line(row)),
      `expected ${width} cells as in ${first}, got ${rows.size(row)}: ${quoted(rows.row(row).join(' '))}`,
      'Put cells that hold the delimiter in quotation marks.',
    );
  }
}

/** A sentence on rows that end early; null where there are none. */
export function shortRows({ file, rows, width }: Table): string | null {
  const short: number[] = [];
  for (let row = 0; row < rows.length; row++) if (rows.size(row) < width) short.push(rows.line(row));
  if (short.length === 0) return null;
  return `${file.name}: ${short.length === 1 ? '1 row is' : `${short.length} rows are`} short of cells (${linesText(short)}); what is missing was left empty.`;
}
