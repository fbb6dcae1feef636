/** Tables of what is known of the nodes, beside their edges: found by their ids, or row by row in the order of the nodes. */
import { fail } from '../../base/errors';
import { DistinctNames } from '../distinctNames';
import { at, quoted, stemOf } from '../guards';
import { NODE_JOINS, type NodeJoin } from '../rawGraph';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { typedValues } from './edgeRows';
import { idColumn, isIdName } from './header';
import { checkWidth, shortRows, type Table } from './table';

/** What the edges say of the nodes. */
export interface EdgeNodes {
  readonly ids: ReadonlySet<string>;
  /** Whether `ids` come in an order that does not hang on which edge is named first: rows of a matrix. */
  readonly areInOrder: boolean;
}

/** A column tells the nodes by their ids when so many of its cells are ids. */
const MOST = 0.5;

/**
 * The ids of the nodes that rows of this number are of, one by one: those of the matrix, or whole numbers from 0, or from
 * 1 where the last is the number of rows. null: there is no such order.
 */
function orderOf({ ids, areInOrder }: EdgeNodes, rows: number): readonly string[] | null {
  if (areInOrder) return ids.size === rows ? [...ids] : null;
  let [least, most] = [Infinity, -1];
  for (const id of ids) {
    if (!/^(?:0|[1-9]\d{0,8})$/.test(id)) return null;
    [least, most] = [Math.min(least, Number(id)), Math.max(most, Number(id))];
  }
  const base = least > 0 && most === rows ? 1 : 0;
  return most - base < rows ? Array.from({ length: rows }, (_, k) => String(k + base)) : null;
}

/** Whether a column has an id in each row, none twice, and most of them of the edges. */
function isKey({ rows }: Table, column: number, { ids }: EdgeNodes): boolean {
  const seen = new Set<string>();
  let known = 0;
  for (let row = 0; row < rows.length; row++) {
    const id = rows.cell(row, column);
    if (id === '' || seen.has(id)) return false;
    seen.add(id);
    if (ids.has(id)) known += 1;
  }
  return known >= MOST * Math.min(ids.size, rows.length);
}

const idAtOf = ({ header }: Table): number => (header ? idColumn(header) : 0) ?? 0;

/** How a table is joined where nobody says: by a column of ids that is called so, or looks so; else in order, where that fits. */
function joinFor(table: Table, nodes: EdgeNodes): NodeJoin {
  const { header, rows } = table;
  const idAt = idAtOf(table);
  if ((header && isIdName(header[idAt])) || isKey(table, idAt, nodes)) return 'id';
  return orderOf(nodes, rows.length) || table.width === 1 ? 'order' : 'id';
}

/** Names of columns, distinct over all tables; without a header, one of several tables lends its own. */
function namesIn(table: Table, all: DistinctNames, isOnly: boolean): string[] {
  const { header, width, file } = table;
  const stem = stemOf(file);
  const plain = (column: number): string =>
    width === 1 ? stem : isOnly ? `column ${column + 1}` : `${stem} ${column + 1}`;
  return Array.from({ length: width }, (_, column) => all.take(header?.[column] ?? plain(column)));
}

function addById(builder: RawGraphBuilder, table: Table, names: readonly string[]): void {
  const { file, header, rows } = table;
  const idAt = idAtOf(table);
  if (header && idColumn(header) === null)
    builder.remark(`${file.name}: the first column, ${quoted(header[0])}, was taken as the nodes' ids.`);
  const indices = Array.from({ length: rows.length }, (_, row) => {
    const id = rows.cell(row, idAt);
    if (id !== '') return builder.node(at(file, rows.line(row)), id);
    throw fail(at(file, rows.line(row)), 'expected the id of a node, got an empty cell');
  });
  addColumns(builder, table, names, indices, idAt);
}

function addInOrder(
  builder: RawGraphBuilder,
  table: Table,
  names: readonly string[],
  nodes: EdgeNodes,
): void {
  const { file, rows } = table;
  const order = orderOf(nodes, rows.length);
  if (!order)
    throw fail(
      file.name,
      `expected a column with the ids of nodes, or a row for each of ${nodes.ids.size} nodes in their order, got ${rows.length} rows`,
      'Nodes are in order where their ids are 0, 1, 2 and so on, or in a matrix.',
    );
  builder.remark(
    `${file.name}: its ${rows.length} rows were taken for the nodes in their order, ${quoted(order[0])} to ${quoted(order.at(-1) ?? '')}.`,
  );
  const indices = order.map((id) => builder.mention(file.name, id));
  addColumns(builder, table, names, indices, null);
}

/** `array([0.5, -1.2])`, as netzschleuder writes where its nodes are. */
const PLACE = /^array\(\[\s*([-+.\de]{1,30}),\s*([-+.\de]{1,30})\s*\]\)$/;

/** The positions in a column that has nothing else; null where it has. */
function placesIn(cells: readonly string[]): (readonly [number, number])[] | null {
  if (!PLACE.test(cells[0]?.trim() ?? '')) return null;
  const places = cells.map((cell) => PLACE.exec(cell.trim()));
  const read = places.flatMap((match) => (match ? [[Number(match[1]), Number(match[2])] as const] : []));
  return read.length === cells.length ? read : null;
}

function addColumns(
  builder: RawGraphBuilder,
  table: Table,
  names: readonly string[],
  indices: readonly number[],
  idAt: number | null,
): void {
  const { file, rows } = table;
  names.forEach((name, column) => {
    if (column === idAt) return;
    const places = placesIn(rows.column(column));
    if (places) {
      places.forEach(([x, y], row) => builder.place(indices[row], x, y));
      builder.remark(`${quoted(name)} of the nodes was read as their positions.`);
      return;
    }
    typedValues(builder, table, column, name).forEach((value, row) => {
      builder.setNode(at(file, rows.line(row)), indices[row], name, value);
    });
  });
}

/**
 * Adds what the tables say.
 *
 * @param asked how they are joined; a table of a single column has no ids, and is in order
 * @returns how they were joined (by ids where any was), and how they could be
 * @throws PlaygroundError where a row has no id, or rows do not fit the nodes
 */
export function addNodeTables(
  builder: RawGraphBuilder,
  tables: readonly Table[],
  nodes: EdgeNodes,
  asked: NodeJoin | null | undefined,
): { readonly taken: NodeJoin; readonly joins: readonly NodeJoin[] } {
  const all = new DistinctNames();
  const joins = tables.map((table): NodeJoin => {
    checkWidth(table);
    const short = shortRows(table);
    if (short !== null) builder.remark(short);
    const join = table.width > 1 && asked ? asked : joinFor(table, nodes);
    const names = namesIn(table, all, tables.length === 1);
    if (join === 'id') addById(builder, table, names);
    else addInOrder(builder, table, names, nodes);
    return join;
  });
  const wide = tables.filter(({ width }) => width > 1);
  const fits: Readonly<Record<NodeJoin, boolean>> = {
    id: wide.length > 0,
    order: wide.every(({ rows }) => orderOf(nodes, rows.length) !== null),
  };
  return { taken: joins.includes('id') ? 'id' : 'order', joins: NODE_JOINS.filter((join) => fits[join]) };
}
