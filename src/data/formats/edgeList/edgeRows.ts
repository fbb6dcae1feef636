/** An edge on each row: two columns of ends, and whatever else is said of it. */
import { fail } from '../../base/errors';
import { valuesOf } from '../cells';
import { at, quoted } from '../guards';
import type { Cell } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { isMoment } from '../times';
import { looksNumericIn, withPoints } from './decimalComma';
import { endColumns, relationColumn } from './header';
import { readPythonDict } from './pythonDict';
import { checkWidth, shortRows, type Table } from './table';

/** Columns of the two ends. */
export type Ends = readonly [number, number];

/**
 * Names of the columns. Without a header a last column of numbers beside the ends is their weight, or their time; the
 * one between the ends is the relation.
 */
export function columnNamesOf({ header, rows, width, delimiter }: Table, ends: Ends): string[] {
  if (header) return [...header];
  const others = Array.from({ length: width }, (_, column) => column).filter(
    (column) => !ends.includes(column),
  );
  const isBetween = (column: number): boolean => ends[0] < column && column < ends[1];
  const measures = others.filter((column) => !isBetween(column));
  return Array.from({ length: width }, (_, column) => {
    if (isBetween(column)) return 'relation';
    const cells = measures.length === 1 && measures[0] === column ? rows.column(column) : null;
    if (!cells?.every((cell) => looksNumericIn(cell.trim(), delimiter))) return `column ${column + 1}`;
    return cells.every((cell) => isMoment(Number(cell))) ? 'time' : 'weight';
  });
}

/** Columns of text as typed values; numbers that are not finite are counted by the builder. */
export function typedValues(builder: RawGraphBuilder, table: Table, column: number, name: string): Cell[] {
  const cells = table.rows.column(column);
  const pointed = withPoints(cells, table.delimiter);
  if (!pointed) return valuesOf(cells);
  const example = cells.find((cell) => cell.includes(',')) ?? '';
  builder.remark(
    `${table.file.name}: numbers in ${quoted(name)} were read with a decimal comma (${quoted(example)} is ${example.trim().replace(',', '.')}).`,
  );
  return valuesOf(pointed);
}

const isDictionary = (column: readonly string[]): boolean =>
  column.some((cell) => cell.startsWith('{')) && column.every((cell) => cell === '' || cell.startsWith('{'));

/** Gephi's column: how each edge goes. */
const isDirection = (name: string, column: readonly string[]): boolean =>
  name.toLowerCase() === 'type' &&
  column.every((cell) => ['', 'directed', 'undirected'].includes(cell.trim().toLowerCase()));

/** SNAP says so in a comment: `# Undirected graph: ...`. */
function directedByComment({ comments }: Table): boolean | null {
  const said = comments
    .map((comment) => /\b(un)?directed graph/i.exec(comment))
    .find((match) => match !== null);
  return said ? said[1] === undefined : null;
}

interface AddedEdges {
  readonly directed: boolean | null;
  readonly edgeLines: Int32Array;
  readonly typeColumn: string | null;
}

/** @throws PlaygroundError that names the line: an end that is missing, cells too many */
export function addEdges(builder: RawGraphBuilder, table: Table, ends: Ends): AddedEdges {
  checkWidth(table);
  const { file, rows, header, width } = table;
  const short = shortRows(table);
  if (short !== null) builder.remark(short);
  const names = columnNamesOf(table, ends);
  const others = names
    .map((name, column) => ({ name, column }))
    .filter(({ column }) => !ends.includes(column));
  const type = others.find(({ name, column }) => header !== null && isDirection(name, rows.column(column)));
  const wayOf = (row: number): boolean | null => {
    const said = type && rows.cell(row, type.column).toLowerCase();
    return said === undefined || said === '' ? null : said === 'directed';
  };
  for (let row = 0; row < rows.length; row++) {
    const [source, target] = ends.map((end) => rows.cell(row, end));
    if (source === '' || target === '')
      throw fail(
        at(file, rows.line(row)),
        `expected the two ends of an edge, got ${source || target ? 'one' : 'none'}`,
      );
    builder.edge(file.name, source, target, wayOf(row));
  }
  for (const other of others) {
    if (other === type) continue;
    const { name, column } = other;
    const cells = header ? [] : rows.column(column);
    if (isDictionary(cells)) addDictionaries(builder, table, cells);
    else
      typedValues(builder, table, column, name).forEach((value, row) =>
        builder.setEdge(file.name, row, name, value),
      );
  }
  const relation = header ? relationColumn(header) : names.indexOf('relation');
  const isType = relation !== null && relation >= 0 && relation < width && relation !== type?.column;
  return {
    directed: directedByComment(table),
    edgeLines: rows.lines(),
    typeColumn: isType && !ends.includes(relation) ? names[relation] : null,
  };
}

function addDictionaries(builder: RawGraphBuilder, { file, rows }: Table, cells: readonly string[]): void {
  cells.forEach((cell, row) => {
    if (cell === '') return;
    const entries = readPythonDict(cell.trim());
    if (!entries) {
      builder.remark('Dictionaries at the ends of lines that hold more than plain values were left out.');
      return;
    }
    for (const [key, value] of entries) builder.setEdge(at(file, rows.line(row)), row, key, value);
  });
}

/** What columns are called where the ends are chosen: by their place, where they have no names. */
export const endNames = ({ header, width }: Table): readonly string[] =>
  header ?? Array.from({ length: width }, (_, column) => `column ${column + 1}`);

/** The two columns of ends: those that were asked for by name, else by the names that are known, else `first`. */
export function endsOf(
  table: Table,
  first: Ends,
  asked: { readonly source?: string | null; readonly target?: string | null },
): Ends {
  const known = (table.header && endColumns(table.header)) ?? first;
  const names = endNames(table);
  const columnOf = (name: string | null | undefined, column: number): number => {
    if (name === null || name === undefined) return column;
    const found = names.indexOf(name);
    if (found >= 0) return found;
    throw fail(
      table.file.name,
      `expected a column of the edges, got ${quoted(name)}`,
      `There are ${names
        .slice(0, 20)
        .map((each) => quoted(each))
        .join(', ')}.`,
    );
  };
  const ends: Ends = [columnOf(asked.source, known[0]), columnOf(asked.target, known[1])];
  if (ends[0] === ends[1])
    throw fail(
      table.file.name,
      `expected two different columns for the ends, got ${quoted(names[ends[0]])} twice`,
    );
  return ends;
}
