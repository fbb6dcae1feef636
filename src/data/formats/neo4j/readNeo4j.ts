/** Tables of nodes and of relationships for neo4j-admin's import: as many of each as there are kinds. */
import { fail } from '../../base/errors';
import { valuesOf } from '../cells';
import { delimiterOf } from '../edgeList/delimiter';
import { eachRow, type Row } from '../edgeList/rows';
import { at, checkBytes, checkTable, endsIn, quoted, stemOf } from '../guards';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';
import { isNeo4jHeader, neo4jColumn, type Neo4jColumn } from './neo4jHeader';

const ENDINGS = ['.csv', '.tsv', '.txt'];

interface Table {
  readonly file: ImportFile;
  readonly header: readonly Neo4jColumn[];
  /** By column, then row. */
  readonly columns: readonly string[][];
  readonly lines: readonly number[];
}

function tableIn(builder: RawGraphBuilder, file: ImportFile, limits: ImportLimits): Table {
  const { text, remarks } = readText(file);
  for (const remark of remarks) builder.remark(remark);
  const lines: number[] = [];
  let header: readonly Neo4jColumn[] | null = null;
  let columns: readonly string[][] = [];
  const add = ({ cells, line }: Row): void => {
    if (!header) {
      checkTable(file.name, 1, cells.length);
      header = cells.map(neo4jColumn);
      columns = header.map(() => []);
      return;
    }
    if (cells.length > columns.length)
      throw fail(
        at(file, line),
        `expected ${columns.length} cells as in the header, got ${cells.length}: ${quoted(cells.join(' '))}`,
        'Put cells that hold the delimiter in quotation marks.',
      );
    columns.forEach((column, i) => column.push(cells[i] ?? ''));
    lines.push(line);
    if (lines.length % 10_000 === 0) checkTable(file.name, lines.length, columns.length);
  };
  eachRow({ file, text, delimiter: delimiterOf(text) ?? ',', dictionaries: false }, limits, add);
  return { file, header: header ?? [], columns, lines };
}

const placeOf = ({ header }: Table, role: Neo4jColumn['role']): number =>
  header.findIndex((column) => column.role === role);

/** An id in its space, where there are several: person 1 is not movie 1. */
const idIn = (space: string, id: string, spaces: ReadonlySet<string>): string =>
  spaces.size > 1 && space !== '' ? `${space} ${id}` : id;

/** @throws PlaygroundError at a cell that is empty */
function idAt(table: Table, column: number, row: number, spaces: ReadonlySet<string>): string {
  const id = table.columns[column]?.[row]?.trim() ?? '';
  if (id === '') throw fail(at(table.file, table.lines[row]), 'expected the id of a node, got an empty cell');
  return idIn(table.header[column].space, id, spaces);
}

function addNodes(builder: RawGraphBuilder, table: Table, spaces: ReadonlySet<string>): void {
  const { file, header, columns, lines } = table;
  const place = placeOf(table, 'id');
  const nodes = lines.map((line, row) => builder.node(at(file, line), idAt(table, place, row, spaces)));
  header.forEach(({ role, name, isText }, i) => {
    if (role === 'ignored' || role === 'id') return;
    const values = isText ? columns[i].map((cell) => cell || null) : valuesOf(columns[i]);
    const called = role === 'labels' ? 'label' : name || `column ${i + 1}`;
    values.forEach((value, row) => builder.setNode(file.name, nodes[row], called, value));
  });
}

function addEdges(builder: RawGraphBuilder, table: Table, spaces: ReadonlySet<string>): void {
  const { file, header, columns, lines } = table;
  const [start, end] = [placeOf(table, 'start'), placeOf(table, 'end')];
  if (end < 0)
    throw fail(file.name, "expected a column ':END_ID' beside ':START_ID', got none", 'Name both ends.');
  const edges = lines.map((line, row) =>
    builder.edge(at(file, line), idAt(table, start, row, spaces), idAt(table, end, row, spaces)),
  );
  header.forEach(({ role, name, isText }, i) => {
    if (role !== 'type' && role !== 'property') return;
    const values = isText ? columns[i].map((cell) => cell || null) : valuesOf(columns[i]);
    const called = role === 'type' ? 'type' : name || `column ${i + 1}`;
    values.forEach((value, row) => builder.setEdge(file.name, edges[row], called, value));
  });
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const builder = new RawGraphBuilder(limits);
  const tables = files.map((file) => tableIn(builder, file, limits));
  const ofNodes = tables.filter((table) => placeOf(table, 'id') >= 0);
  const ofEdges = tables.filter((table) => placeOf(table, 'start') >= 0);
  const names = files.map(({ name }) => name).join(', ');
  const [first] = ofEdges;
  if (!first)
    throw fail(
      names,
      "expected a table of relationships with ':START_ID' and ':END_ID', got tables of nodes alone",
      'Drop the tables of nodes together with that of their relationships.',
    );
  const spaces = new Set(ofNodes.map((table) => table.header[placeOf(table, 'id')].space));
  for (const table of ofNodes) addNodes(builder, table, spaces);
  for (const table of ofEdges) addEdges(builder, table, spaces);
  return builder.finish(names, { format: 'Neo4j tables', name: stemOf(first.file), directed: true });
}

export const neo4jReader: FormatReader = {
  id: 'neo4j',
  name: 'Neo4j tables',
  endings: ENDINGS,
  matches: (files) =>
    files.length > 0 &&
    files.every((file) => {
      const [line = ''] = beginningOf(file)
        .replace(/^\ufeff/, '')
        .split(/[\r\n]/, 1);
      return (endsIn(file, ENDINGS) || !file.name.includes('.')) && line.length < 2000 && isNeo4jHeader(line);
    }),
  read,
};
