/**
 * Workbooks of Excel (`.xlsx`): each sheet becomes a table of text, which the reader of tables takes on. Libraries make
 * a cell of every place up to the last one that is filled: 1.3 KB with a single cell far out end the tab. Here only what
 * is there is read, under the limits of every import. Source: ECMA-376, part 1, 18.2 to 18.4.
 */
import { fail } from '../../base/errors';
import { at, checkTable, quoted } from '../guards';
import type { ImportFile, ImportLimits } from '../rawGraph';
import { readText } from '../text';
import { eachElement } from '../xml/elements';
import { openZip, type Archive } from '../zip';
import type { Entries } from './archive';
import { datesIn, isoDate, type DateStyles } from './workbookDates';
import { placeOf, sharedTexts } from './workbookTexts';

const WORKBOOK = 'xl/workbook.xml';
/** One of edges, one of nodes. */
const MAX_SHEETS = 2;

export const isWorkbook = (names: readonly string[]): boolean => names.includes(WORKBOOK);

interface Sheet {
  readonly name: string;
  /** Of its entry in the archive. */
  readonly path: string;
}

/** The sheets that are shown, in their order. */
function listed(book: Archive, limits: ImportLimits): { sheets: readonly Sheet[]; from1904: boolean } {
  const file = book.unpack(WORKBOOK);
  const found: { name: string; id: string }[] = [];
  let from1904 = false;
  eachElement(file, readText(file).text, limits, {
    open: (element) => {
      if (element.name === 'workbookPr') from1904 = ['1', 'true'].includes(element.get('date1904') ?? '');
      if (element.name !== 'sheet' || (element.get('state') ?? 'visible') !== 'visible') return;
      found.push({ name: element.get('name') ?? '', id: element.get('r:id') ?? '' });
    },
    close: () => {},
    text: () => {},
  });
  const paths = new Map<string, string>();
  const relations = 'xl/_rels/workbook.xml.rels';
  if (book.names.includes(relations)) {
    const rels = book.unpack(relations);
    eachElement(rels, readText(rels).text, limits, {
      open: (element) => {
        const target = element.get('Target') ?? '';
        if (element.name === 'Relationship')
          paths.set(element.get('Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
      close: () => {},
      text: () => {},
    });
  }
  // Sheets that are a chart alone have another path.
  const sheets = found.flatMap(({ name, id }, i) => {
    const path = paths.get(id) ?? `xl/worksheets/sheet${i + 1}.xml`;
    return path.includes('worksheets/') && book.names.includes(path) ? [{ name, path }] : [];
  });
  return { sheets, from1904 };
}

/** A cell as it stands in a table with tabs. */
const written = (text: string): string =>
  /^[\w.+-]+$/.test(text) ? text : `"${text.replaceAll('"', '""')}"`;

/** Text with a row of the sheet on each line, so that lines are counted as rows are; empty: no cell is filled. */
class SheetTable {
  private readonly rows: string[] = [];
  private cells: string[] = [];
  private row = 0;
  private size = 0;
  private readonly area: ImportFile;
  private readonly limits: ImportLimits;

  constructor(area: ImportFile, limits: ImportLimits) {
    this.area = area;
    this.limits = limits;
  }

  begin(row: number): void {
    this.finish();
    // Rows are in order by their definition; one that is not would overwrite others.
    if (row <= this.row) throw fail(at(this.area, row), `expected a row after ${this.row}, got ${row}`);
    this.row = row;
  }

  /** @throws PlaygroundError where empty places in front of it are more than the limits allow */
  put(column: number, text: string): void {
    if (text === '') return;
    const { cells } = this;
    checkTable(at(this.area, this.row), 1, column + 1);
    this.count(column - cells.length + text.length + 2);
    while (cells.length < column) cells.push('');
    cells[column] = written(text);
  }

  private count(more: number): void {
    this.size += Math.max(0, more);
    if (this.size > this.limits.bytes)
      throw fail(
        at(this.area, this.row),
        `expected at most ${Math.round(this.limits.bytes / 2 ** 20)} MB of cells, got more`,
        'Take the two columns of the edges to a sheet of their own.',
      );
  }

  private finish(): void {
    if (this.cells.length === 0) return;
    this.count(this.row - this.rows.length);
    while (this.rows.length < this.row - 1) this.rows.push('');
    this.rows.push(this.cells.join('\t'));
    this.cells = [];
  }

  text(): string {
    this.finish();
    return this.rows.join('\n');
  }
}

interface Reading {
  readonly texts: readonly string[];
  readonly dates: DateStyles;
  readonly from1904: boolean;
}

function tableIn(sheet: ImportFile, { texts, dates, from1904 }: Reading, limits: ImportLimits): string {
  const table = new SheetTable(sheet, limits);
  let [row, column, type, style, value] = [0, 0, '', 0, ''];
  let [isInside, isPhonetic] = [false, false];
  const cell = (): string => {
    if (type === 's') return texts[Number(value)] ?? '';
    if (type === 'b') return value === '1' ? 'true' : 'false';
    // #N/A, #DIV/0!: there is no value.
    if (type === 'e') return '';
    const isDate = (type === '' || type === 'n') && dates.has(style) && value !== '';
    return isDate ? isoDate(Number(value), from1904) : value;
  };
  eachElement(sheet, readText(sheet).text, limits, {
    open: (element) => {
      if (element.name === 'row') {
        row = Number(element.get('r') ?? row + 1);
        column = -1;
        if (!Number.isInteger(row) || row < 1 || row > 2 ** 20)
          throw fail(sheet.name, `expected rows from 1 to ${2 ** 20}, got ${quoted(element.get('r') ?? '')}`);
        table.begin(row);
      } else if (element.name === 'c') {
        column = placeOf(element.get('r')) ?? column + 1;
        [type, style, value] = [element.get('t') ?? '', Number(element.get('s') ?? 0), ''];
      }
      if (element.name === 'rPh') isPhonetic = true;
      isInside = (element.name === 'v' || element.name === 't') && !isPhonetic;
    },
    close: (name) => {
      isInside = false;
      if (name === 'rPh') isPhonetic = false;
      if (name === 'c' && row > 0) table.put(column, cell());
    },
    text: (text) => {
      if (isInside) value += text;
    },
  });
  return table.text();
}

/**
 * The sheets of a workbook that hold anything, as tables with tabs.
 *
 * @throws PlaygroundError that names the workbook: no sheet with cells, or too many
 */
export function sheetsOf(file: ImportFile, limits: ImportLimits): Entries {
  const book = openZip(file, limits);
  const { sheets, from1904 } = listed(book, limits);
  const reading: Reading = {
    texts: sharedTexts(book, limits),
    dates: datesIn(book, limits),
    from1904,
  };
  const tables = sheets
    .map(({ name, path }) => {
      const sheet = { name: `${file.name}: ${name.slice(0, 60) || path}`, bytes: book.unpack(path).bytes };
      return { name: sheet.name, text: tableIn(sheet, reading, limits) };
    })
    .filter(({ text }) => text !== '');
  if (tables.length === 0)
    throw fail(
      file.name,
      'expected a sheet with an edge in each row, got empty ones',
      'Choose another file.',
    );
  if (tables.length > MAX_SHEETS)
    throw fail(
      file.name,
      `expected a sheet of edges and at most one of nodes, got ${tables.length}: ${sheets
        .map(({ name }) => quoted(name))
        .slice(0, 6)
        .join(', ')}`,
      'Delete or hide the others, or save the one with the edges as CSV.',
    );
  const encoder = new TextEncoder();
  return { files: tables.map(({ name, text }) => ({ name, bytes: encoder.encode(text) })), remarks: [] };
}
