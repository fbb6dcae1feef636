/** A file of rows as columns of text, with what its header says. */
import { fail } from '../../base/errors';
import { DistinctNames } from '../distinctNames';
import { at, checkTable, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { readText } from '../text';
import { delimiterOf, firstLines } from './delimiter';
import { isHeader } from './header';
import { isSentence } from './sentence';
import { eachRow, type Delimiter, type Row } from './rows';

export interface Table {
  readonly file: ImportFile;
  readonly delimiter: Delimiter;
  /** null: the file begins with its first row. */
  readonly header: readonly string[] | null;
  /** As many as the header, else as the first row has; by column, then row. */
  readonly columns: readonly string[][];
  /** Of each row. */
  readonly lines: readonly number[];
  readonly comments: readonly string[];
  readonly remarks: readonly string[];
}

const COMMENTS = 20;
/** Rows looked at to tell a header. */
const LOOKED_AT = 20;

function distinct(names: readonly string[]): string[] {
  const columns = new DistinctNames();
  return names.map((name, column) => columns.take(name.trim() || `column ${column + 1}`));
}

/** Not by a regular expression, of which a line of a hundred thousand braces makes a matter of days. */
function endsInDictionary(line: string): boolean {
  const before = line.slice(0, Math.max(0, line.indexOf('{'))).trim();
  return before !== '' && !before.includes('"') && line.trimEnd().endsWith('}');
}

/** Rows to columns; a row may be short of cells at its end, and have empty ones too many, but no others. */
class Columns {
  readonly columns: string[][];
  readonly lines: number[] = [];
  short = 0;
  private readonly file: ImportFile;
  private readonly first: number;

  constructor(file: ImportFile, width: number, first: number) {
    checkTable(file.name, 1, width);
    this.file = file;
    this.first = first;
    this.columns = Array.from({ length: width }, () => []);
  }

  add({ cells, line }: Row): void {
    const width = this.columns.length;
    if (cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')) {
      throw fail(
        at(this.file, line),
        `expected ${width} cells as in line ${this.first}, got ${cells.length}: ${quoted(cells.join(' '))}`,
        'Put cells that hold the delimiter in quotation marks.',
      );
    }
    if (cells.length < width) this.short++;
    for (let column = 0; column < width; column++) this.columns[column].push(cells[column] ?? '');
    this.lines.push(line);
    if (this.lines.length % 10_000 === 0) checkTable(this.file.name, this.lines.length, width);
  }
}

/** @throws PlaygroundError on binary files, files without rows, rows with cells too many, and by `eachRow` */
export function readTable(file: ImportFile, limits: ImportLimits): Table {
  const { text, remarks: readRemarks } = readText(file);
  const remarks = [...readRemarks];
  const delimiter = delimiterOf(text) ?? ',';
  const dictionaries = firstLines(text).some(endsInDictionary);
  const comments: string[] = [];
  const waiting: Row[] = [];
  let header: readonly string[] | null = null;
  let columns: Columns | null = null;
  // A few rows wait until they have told whether the first names the columns.
  const begin = (): Columns | null => {
    const [first, ...rest] = waiting.splice(0);
    if (!first) return null;
    const named = isHeader(
      first.cells,
      rest.map(({ cells }) => cells),
      delimiter,
    );
    if (named) header = distinct(first.cells);
    // Without a header, a dictionary may be missing in the first row only.
    const width = named ? first.cells.length : Math.max(first.cells.length, dictionaries ? 3 : 0);
    const begun = new Columns(file, width, first.line);
    for (const row of named ? rest : [first, ...rest]) begun.add(row);
    return begun;
  };
  eachRow(
    { file, text, delimiter, dictionaries },
    limits,
    (row) => {
      if (columns) columns.add(row);
      else if (waiting.push(row) > LOOKED_AT) columns = begin();
    },
    (comment) => comments.length < COMMENTS && comments.push(comment),
  );
  const read: Columns | null = columns ?? begin();
  if (!read) {
    throw fail(
      file.name,
      'expected rows of cells, got an empty file',
      'Choose a file with an edge on each line.',
    );
  }
  if (header === null && read.lines.length === 1 && isSentence(firstLines(text)[0] ?? ''))
    throw fail(
      file.name,
      `expected rows of edges, got a sentence: ${quoted(text.trim())}`,
      'Put an edge on each line: the names of its two ends, with a comma between them.',
    );
  if (read.short > 0)
    remarks.push(
      `${file.name}: ${read.short === 1 ? '1 row is' : `${read.short} rows are`} short of cells; what is missing was left empty.`,
    );
  return { file, delimiter, header, columns: read.columns, lines: read.lines, comments, remarks };
}
