/** GDF, as GUESS defines it and Gephi and Netvizz write it: a table of nodes and one of edges in one file. */
import { fail } from '../../base/errors';
import { isMissing, valuesOf } from '../cells';
import { DistinctNames } from '../distinctNames';
import { at, checkBytes, checkCell, checkTable, endsIn, quoted, stemOf } from '../guards';
import { linesOf } from '../lines';
import type { FormatReader, ImportFile, ImportLimits, RawGraph } from '../rawGraph';
import { RawGraphBuilder } from '../rawGraphBuilder';
import { beginningOf, readText } from '../text';

const ENDINGS = ['.gdf'];
const HEAD = /^\s*(node|edge)def>(.*)$/i;
/** How a node or an edge is drawn. */
const DRAWN = [
  'color',
  'strokecolor',
  'labelcolor',
  'style',
  'width',
  'height',
  'fixed',
  'labelvisible',
  'visible',
];

interface Table {
  readonly names: readonly string[];
  readonly isText: readonly boolean[];
  /** By column, then row. */
  readonly columns: readonly string[][];
  readonly lines: number[];
}

/** Cells between commas, in either kind of quotation marks or none. */
function cellsIn(file: ImportFile, text: string, line: number): string[] {
  if (!/["']/.test(text)) return text.split(',').map((cell) => cell.trim());
  const cells: string[] = [];
  for (let from = 0; from <= text.length;) {
    while (text[from] === ' ' || text[from] === '\t') from++;
    const mark = text[from];
    const isQuoted = mark === '"' || mark === "'";
    const close = isQuoted ? text.indexOf(mark, from + 1) : -1;
    const comma = text.indexOf(',', Math.max(from, close));
    const end = comma < 0 ? text.length : comma;
    // An apostrophe that no other follows begins a word: 's Gravenhage.
    if (isQuoted && close < 0 && mark === '"')
      throw fail(
        at(file, line),
        `expected the quotation mark that is opened here to be closed, got ${quoted(text.slice(from))}`,
        'Close it, or take it away.',
      );
    cells.push(close < 0 ? text.slice(from, end).trim() : text.slice(from + 1, close));
    from = end + 1;
  }
  return cells;
}

function tableOf(file: ImportFile, head: string, line: number): Table {
  const declared = cellsIn(file, head, line).map((each) => each.split(/\s+/));
  checkTable(file.name, 1, declared.length);
  const distinct = new DistinctNames();
  return {
    names: declared.map(([name = '']) => distinct.take(name || 'column')),
    isText: declared.map(([, type = '']) => /^(?:varchar|string|text)/i.test(type)),
    columns: declared.map(() => []),
    lines: [],
  };
}

function addRow(file: ImportFile, table: Table, text: string, line: number, limits: ImportLimits): void {
  const cells = cellsIn(file, text, line);
  const width = table.columns.length;
  if (cells.length > width)
    throw fail(
      at(file, line),
      `expected ${width} cells as declared, got ${cells.length}: ${quoted(text)}`,
      'Put cells that hold a comma in quotation marks.',
    );
  for (const cell of cells) if (cell.length > limits.cell) checkCell(at(file, line), cell, limits);
  table.columns.forEach((column, i) => column.push(cells[i] ?? ''));
  table.lines.push(line);
  if (table.lines.length % 10_000 === 0) checkTable(file.name, table.lines.length, width);
}

/** @throws PlaygroundError where one is missing that has to be there */
function columnOf(file: ImportFile, table: Table, name: string): readonly string[] {
  const found = table.names.findIndex((each) => each.toLowerCase() === name);
  if (found >= 0) return table.columns[found];
  throw fail(
    file.name,
    `expected a column '${name}', got ${table.names.slice(0, 6).join(', ').slice(0, 120)}`,
  );
}

/** Values of a column: as declared, so that `007` in a column of text stays what it is. */
const valuesIn = ({ columns, isText }: Table, i: number) =>
  isText[i] ? columns[i].map((cell) => (isMissing(cell) ? null : cell)) : valuesOf(columns[i]);

/** Columns beside those that say which node or edge it is; how it is drawn is no attribute. */
function others(builder: RawGraphBuilder, { names }: Table, except: readonly string[]): readonly number[] {
  return [...names.keys()].filter((i) => {
    const name = names[i].toLowerCase();
    const isDrawn = DRAWN.includes(name);
    if (isDrawn) builder.remark('How nodes and edges were drawn (sizes, colours) was left out.');
    return !isDrawn && !except.includes(name);
  });
}

function addNodes(builder: RawGraphBuilder, file: ImportFile, table: Table): void {
  const nodes = columnOf(file, table, 'name').map((id, row) => builder.node(at(file, table.lines[row]), id));
  for (const i of others(builder, table, ['name']))
    valuesIn(table, i).forEach((value, row) => builder.setNode(file.name, nodes[row], table.names[i], value));
}

function addEdges(builder: RawGraphBuilder, file: ImportFile, table: Table): void {
  const [sources, targets] = ['node1', 'node2'].map((name) => columnOf(file, table, name));
  const way = table.names.findIndex((name) => name.toLowerCase() === 'directed');
  const first = builder.numEdges;
  sources.forEach((source, row) => {
    const said = way < 0 ? '' : table.columns[way][row].toLowerCase();
    const directed = said === 'true' ? true : said === 'false' ? false : null;
    builder.edge(at(file, table.lines[row]), source, targets[row], directed);
  });
  for (const i of others(builder, table, ['node1', 'node2', 'directed']))
    valuesIn(table, i).forEach((value, row) =>
      builder.setEdge(file.name, first + row, table.names[i], value),
    );
}

function read(files: readonly ImportFile[], limits: ImportLimits): RawGraph {
  checkBytes(files, limits);
  const [file] = files;
  const { text, remarks } = readText(file);
  const builder = new RawGraphBuilder(limits);
  for (const remark of remarks) builder.remark(remark);
  const tables: { readonly of: string; readonly table: Table }[] = [];
  for (const { number, text: line } of linesOf(text)) {
    const [, of, head] = HEAD.exec(line) ?? [];
    const last = tables.at(-1);
    if (of !== undefined && head !== undefined)
      tables.push({ of: of.toLowerCase(), table: tableOf(file, head, number) });
    else if (line.trim() !== '' && last) addRow(file, last.table, line, number, limits);
    else if (line.trim() !== '')
      throw fail(at(file, number), `expected 'nodedef>' and the columns of the nodes, got ${quoted(line)}`);
  }
  if (tables.length === 0)
    throw fail(file.name, "expected 'nodedef>' and the columns of the nodes, got none");
  for (const { of, table } of tables) if (of === 'node') addNodes(builder, file, table);
  for (const { of, table } of tables) if (of === 'edge') addEdges(builder, file, table);
  return builder.finish(file.name, { format: 'GDF', name: stemOf(file), directed: null, places: ['x', 'y'] });
}

export const gdfReader: FormatReader = {
  id: 'gdf',
  name: 'GDF',
  endings: ENDINGS,
  matches: (files) =>
    files.length === 1 && (endsIn(files[0], ENDINGS) || /^\s*nodedef>/i.test(beginningOf(files[0]))),
  read,
};
