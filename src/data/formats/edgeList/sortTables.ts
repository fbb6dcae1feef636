/** Which of several tables is the list of edges. */
import { fail } from '../../base/errors';
import { endsIn } from '../guards';
import { endColumns, idColumn } from './header';
import { matrixIn } from './matrix';
import type { Table } from './table';

export interface SortedTables {
  readonly edges: Table;
  readonly nodes: readonly Table[];
}

const EDGE_FILE = /edge|link|relation|kante|arc|cites|friend/i;
/** Rows of edges that are looked up in another table. */
const LOOKED_AT = 2000;
const MOST = 0.5;

const onlyOne = (tables: readonly Table[]): Table | null => (tables.length === 1 ? tables[0] : null);

/** How many of the ends in the first two columns are among the ids of another table: the lesser of both columns. */
function shareKnown(edges: Table, others: readonly Table[]): number {
  if (edges.width < 2) return 0;
  const ids = new Set<string>();
  for (const { header, rows } of others) {
    const column = (header ? idColumn(header) : 0) ?? 0;
    for (let row = 0; row < rows.length; row++) ids.add(rows.cell(row, column));
  }
  const rows = Math.min(edges.rows.length, LOOKED_AT);
  const known = [0, 1].map((column) => {
    let found = 0;
    for (let row = 0; row < rows; row++) if (ids.has(edges.rows.cell(row, column))) found += 1;
    return found / Math.max(1, rows);
  });
  return Math.min(...known);
}

/**
 * By its name or the names of its columns; by being a matrix; by naming in two columns what the others have ids of; else
 * the one without a header, and of several such the narrowest that has two columns.
 *
 * @throws PlaygroundError on two lists of edges
 */
export function sortTables(tables: readonly Table[]): SortedTables {
  const edges = edgesAmong(tables);
  return { edges, nodes: tables.filter((table) => table !== edges) };
}

function edgesAmong(tables: readonly Table[]): Table {
  const [first, ...others] = tables;
  if (others.length === 0) return first;
  const named = tables.filter(({ header }) => header !== null && endColumns(header) !== null);
  if (named.length > 1)
    throw fail(
      tables.map(({ file }) => file.name).join(', '),
      'expected one list of edges and one table of nodes, got two lists of edges',
      'Drop one of them, or put both lists into one file.',
    );
  const known = tables.filter(
    (table) =>
      shareKnown(
        table,
        tables.filter((other) => other !== table),
      ) > MOST,
  );
  const wide = tables.filter(({ width }) => width > 1);
  const headless = wide.filter(({ header }) => header === null);
  return (
    onlyOne(named) ??
    onlyOne(
      tables.filter(({ file }) =>
        endsIn(file, ['.sif', '.adjlist', '.adj', '.edges', '.edgelist', '.cites']),
      ),
    ) ??
    onlyOne(tables.filter((table) => matrixIn(table) !== null)) ??
    onlyOne(known) ??
    onlyOne(wide.filter(({ file }) => EDGE_FILE.test(file.name))) ??
    onlyOne(headless) ??
    [...(wide.length > 0 ? wide : tables)].toSorted((a, b) => a.width - b.width)[0]
  );
}
