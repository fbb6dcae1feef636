/** Head, relation, tail, as knowledge graphs are written; in SIF a row may name several tails, or a node alone. */
import { fail } from '../../base/errors';
import { at, quoted } from '../guards';
import type { RawGraphBuilder } from '../rawGraphBuilder';
import { addEdges, type Ends } from './edgeRows';
import type { Table } from './table';

export const TRIPLE_ENDS: Ends = [0, 2];
const RELATION = 'relation';

/** Rows of one length are edges with their relation between the ends. */
const isSif = ({ rows, header }: Table): boolean => {
  if (header) return false;
  for (let row = 0; row < rows.length; row++) if (rows.filled(row) !== rows.width) return true;
  return false;
};

export function idsOfTriples(table: Table, ends: Ends): Set<string> {
  const { rows } = table;
  const ids = new Set<string>();
  const isRagged = isSif(table);
  for (let row = 0; row < rows.length; row++) {
    const last = isRagged ? rows.filled(row) : 0;
    for (const end of ends) if (rows.cell(row, end) !== '') ids.add(rows.cell(row, end));
    for (let column = 3; column < last; column++) ids.add(rows.cell(row, column));
  }
  return ids;
}

export function addTriples(builder: RawGraphBuilder, table: Table, ends: Ends) {
  if (!isSif(table)) {
    const { header, width } = table;
    const added = addEdges(builder, table, ends);
    const between = Array.from({ length: width }, (_, column) => column).find(
      (column) => !ends.includes(column),
    );
    return header && between !== undefined ? { ...added, typeColumn: header[between] } : added;
  }
  const { file, rows } = table;
  const lines: number[] = [];
  for (let row = 0; row < rows.length; row++) {
    const [head = '', relation = '', ...tails] = rows.row(row).map((cell) => cell.trim());
    const area = at(file, rows.line(row));
    const named = tails.filter((tail) => tail !== '');
    if (head === '' || (relation !== '' && named.length === 0))
      throw fail(area, `expected a head, a relation and a tail, got ${quoted(rows.row(row).join(' '))}`);
    builder.mention(area, head);
    for (const tail of named) {
      builder.setEdge(area, builder.edge(area, head, tail), RELATION, relation);
      lines.push(rows.line(row));
    }
  }
  return { directed: null, edgeLines: Int32Array.from(lines), typeColumn: RELATION };
}
