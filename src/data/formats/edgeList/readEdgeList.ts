/**
 * Edges in rows of text, with or without a second file that lists the nodes: CSV, TSV and lists with blanks, as Gephi,
 * NetworkX, SNAP, igraph and spreadsheets write them.
 */
import { fail } from '../../base/errors';
import { valuesOf } from '../cells';
import { at, checkBytes, quoted, stemOf } from '../guards';
import type { Cell, FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf } from '../text';
import { isMoment } from '../times';
import { looksNumericIn, withPoints } from './decimalComma';
import { delimiterOf, firstLines } from './delimiter';
import { endColumns, idColumn } from './header';
import { readPythonDict } from './pythonDict';
import { readTable, type Table } from './table';

const ENDINGS = [
  '.csv',
  '.tsv',
  '.txt',
  '.tab',
  '.edges',
  '.edgelist',
  '.nodes',
  '.dat',
  '.cites',
  '.content',
];
const NEXT = 'Name the columns source and target in the first line.';

/** The two columns of ends: by their names, else the first two. */
function endsOf(table: Table): readonly [number, number] | null {
  if (table.columns.length < 2) return null;
  return table.header ? endColumns(table.header) : [0, 1];
}

/** One table of edges, and of nodes where there are two. */
function sortTables(tables: readonly Table[]): { edges: Table; nodes: Table | null } {
  const [first, second] = tables;
  if (!second) return { edges: first, nodes: null };
  const named = tables.filter(({ header }) => header !== null && endColumns(header) !== null);
  if (named.length === 2) {
    throw fail(
      tables.map(({ file }) => file.name).join(', '),
      'expected one list of edges and one table of nodes, got two lists of edges',
      'Drop one of them, or put both lists into one file.',
    );
  }
  const byWidth = [...tables].toSorted((a, b) => a.columns.length - b.columns.length);
  const headless = tables.filter(({ header }) => header === null);
  // Without names, the list of edges is the one without a header, and of two such the narrower one.
  const edges = named[0] ?? (headless.length === 1 ? headless[0] : byWidth[0]);
  return { edges, nodes: tables.find((table) => table !== edges) ?? null };
}

const columnName = ({ header, columns, delimiter }: Table, column: number): string => {
  if (header) return header[column];
  const isNumeric =
    column === 2 &&
    columns.length === 3 &&
    columns[column].every((cell) => looksNumericIn(cell.trim(), delimiter));
  if (!isNumeric) return `column ${column + 1}`;
  return columns[column].every((cell) => isMoment(Number(cell))) ? 'time' : 'weight';
};

/** Columns of text as typed values; numbers that are not finite are counted by the builder. */
function typedValues(builder: RawGraphBuilder, table: Table, column: number): Cell[] {
  const cells = table.columns[column];
  const pointed = withPoints(cells, table.delimiter);
  if (!pointed) return valuesOf(cells);
  const example = cells.find((cell) => cell.includes(',')) ?? '';
  builder.remark(
    `${table.file.name}: numbers in ${quoted(columnName(table, column))} were read with a decimal comma (${quoted(example)} is ${example.trim().replace(',', '.')}).`,
  );
  return valuesOf(pointed);
}

function addNodes(builder: RawGraphBuilder, table: Table): void {
  const { file, header, columns, lines } = table;
  const idAt = (header ? idColumn(header) : 0) ?? 0;
  if (header && idColumn(header) === null) {
    builder.remark(`${file.name}: the first column, ${quoted(header[0])}, was taken as the nodes' ids.`);
  }
  const indices = columns[idAt].map((cell, row) => {
    const id = cell.trim();
    if (id !== '') return builder.node(at(file, lines[row]), id);
    throw fail(at(file, lines[row]), 'expected the id of a node, got an empty cell');
  });
  columns.forEach((_, i) => {
    if (i === idAt) return;
    typedValues(builder, table, i).forEach((value, row) => {
      builder.setNode(at(file, lines[row]), indices[row], columnName(table, i), value);
    });
  });
}

const isDictionary = (column: readonly string[]): boolean =>
  column.some((cell) => cell.startsWith('{')) && column.every((cell) => cell === '' || cell.startsWith('{'));

/** Gephi's column: how each edge goes. */
const isDirection = (name: string, column: readonly string[]): boolean =>
  name.toLowerCase() === 'type' &&
  column.every((cell) => ['', 'directed', 'undirected'].includes(cell.trim().toLowerCase()));

function addEdges(builder: RawGraphBuilder, table: Table, ends: readonly [number, number]): void {
  const { file, lines } = table;
  const others = table.columns
    .map((column, i) => ({ column, name: columnName(table, i), i }))
    .filter(({ i }) => !ends.includes(i));
  const type = others.find(({ name, column }) => isDirection(name, column));
  const wayOf = (row: number): boolean | null => {
    const said = type?.column[row].trim().toLowerCase();
    return said === undefined || said === '' ? null : said === 'directed';
  };
  lines.forEach((line, row) => {
    const [source, target] = ends.map((end) => table.columns[end][row].trim());
    if (source === '' || target === '') {
      throw fail(
        at(file, line),
        `expected the two ends of an edge, got ${source || target ? 'one' : 'none'}`,
      );
    }
    builder.edge(file.name, source, target, wayOf(row));
  });
  for (const { column, name, i } of others) {
    if (column === type?.column) continue;
    if (!table.header && isDictionary(column)) {
      column.forEach((cell, row) => {
        if (cell === '') return;
        const entries = readPythonDict(cell.trim());
        if (!entries) {
          builder.remark('Dictionaries at the ends of lines that hold more than plain values were left out.');
          return;
        }
        for (const [key, value] of entries) builder.setEdge(at(file, lines[row]), row, key, value);
      });
    } else {
      typedValues(builder, table, i).forEach((value, row) => builder.setEdge(file.name, row, name, value));
    }
  }
}

/** SNAP says so in a comment: `# Undirected graph: ...`. */
function directedByComment({ comments }: Table): boolean | null {
  const said = comments
    .map((comment) => /\b(un)?directed graph/i.exec(comment))
    .find((match) => match !== null);
  return said ? said[1] === undefined : null;
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const names = files.map(({ name }) => name).join(', ');
  if (files.length === 0 || files.length > 2) {
    throw fail(
      names || 'no file',
      `expected a list of edges and at most one table of nodes, got ${files.length} files`,
      'Drop these one or two only.',
    );
  }
  const tables = files.map((file) => readTable(file, limits));
  const { edges, nodes } = sortTables(tables);
  const ends = endsOf(edges) ?? (edges.header && idColumn(edges.header) === null ? ([0, 1] as const) : null);
  if (!ends || edges.columns.length < 2) {
    const found = edges.header?.slice(0, 6).join(', ').slice(0, 120) ?? 'one cell in each line';
    const next = edges.header
      ? `If this is a table of nodes, drop it together with its list of edges. ${NEXT}`
      : NEXT;
    throw fail(edges.file.name, `expected columns for the two ends of an edge, got ${found}`, next);
  }
  const builder = new RawGraphBuilder(limits);
  for (const { remarks } of tables) for (const remark of remarks) builder.remark(remark);
  if (edges.header && !endColumns(edges.header)) {
    builder.remark(
      `${edges.file.name}: the first two columns, ${quoted(edges.header[0])} and ${quoted(edges.header[1])}, were taken as the two ends of edges.`,
    );
  }
  if (nodes) addNodes(builder, nodes);
  addEdges(builder, edges, ends);
  return builder.finish(names, {
    format: nodes ? 'edge list with a table of nodes' : 'edge list',
    name: stemOf(edges.file),
    directed: directedByComment(edges),
    edgeLines: Int32Array.from(edges.lines),
  });
}

/** Whether it looks like rows of at least two cells, whatever the file is called. */
function looksLikeRows(file: ImportFile): boolean {
  const text = beginningOf(file);
  if (text.trim() === '' || /^\s*[<{[]/.test(text) || /[\0\ufffd]/.test(text)) return false;
  const lines = firstLines(text);
  const delimiter = delimiterOf(text);
  return lines.length > 0 && delimiter !== null;
}

export const edgeListReader: FormatReader = {
  id: 'edgeList',
  name: 'CSV or TSV edge list',
  endings: ENDINGS,
  matches: (files) =>
    files.length > 0 &&
    files.every(
      (file) => ENDINGS.some((ending) => file.name.toLowerCase().endsWith(ending)) || looksLikeRows(file),
    ),
  read,
};
