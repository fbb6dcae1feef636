/** A node and its neighbours on each line, as NetworkX's `write_adjlist` writes them; a line of one name is a node. */
import type { RawGraphBuilder } from '../rawGraphBuilder';
import type { Table } from './table';

/** `a:` before the neighbours of a. */
const isMarked = ({ rows }: Table): boolean => {
  for (let row = 0; row < rows.length; row++) if (!/.:$/.test(rows.cell(row, 0))) return false;
  return true;
};

/** Of each row the names that it has, the node's own first, and its line. */
function* namesIn(table: Table): Generator<{ readonly names: readonly string[]; readonly line: number }> {
  const { rows } = table;
  const marked = isMarked(table);
  for (let row = 0; row < rows.length; row++) {
    const cells = rows.row(row).map((cell) => cell.trim());
    const own = marked ? cells.with(0, cells[0].slice(0, -1)) : cells;
    yield { names: own.filter((name) => name !== ''), line: rows.line(row) };
  }
}

export function neighboursIn(table: Table): Set<string> {
  const all = new Set<string>();
  for (const { names } of namesIn(table)) for (const name of names) all.add(name);
  return all;
}

/** Returns the line of each edge. */
export function addNeighbours(builder: RawGraphBuilder, table: Table): Int32Array {
  const area = table.file.name;
  const lines: number[] = [];
  for (const { names, line } of namesIn(table)) {
    const [node, ...neighbours] = names;
    if (node === undefined) continue;
    builder.mention(area, node);
    for (const neighbour of neighbours) {
      builder.edge(area, node, neighbour);
      lines.push(line);
    }
  }
  return Int32Array.from(lines);
}
