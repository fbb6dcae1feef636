/** What every reader checks: the limits of an import, and how its errors say where. Shared by all formats. */
import { fail, type PlaygroundError } from '../base/errors';
import type { ImportFile, ImportLimits } from './rawGraph';

const MIB = 2 ** 20;
const mebibytes = (bytes: number): string => `${(bytes / MIB).toFixed(bytes < 10 * MIB ? 1 : 0)} MB`;
const grouped = (count: number): string => count.toLocaleString('en-GB');

/** `file.csv, line 7`: the area of an error; cheap, since it is made for every row. */
export const at = (file: ImportFile, line: number): string => `${file.name}, line ${line}`;

/** A piece of a file for an error message: one line, cut short, control characters gone. */
export function quoted(found: string, maxLength = 40): string {
  // A long cell is cut before it is cleaned, so that 10 MB of it cost nothing.
  const oneLine = found
    .slice(0, maxLength + 1)
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
  return found.length > maxLength ? `'${oneLine.slice(0, maxLength)}...'` : `'${oneLine}'`;
}

/** @throws PlaygroundError when all files together are larger than allowed */
export function checkBytes(files: readonly ImportFile[], limits: ImportLimits): void {
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  if (bytes <= limits.bytes) return;
  throw fail(
    files.map(({ name }) => name).join(', '),
    `expected at most ${mebibytes(limits.bytes)}, got ${mebibytes(bytes)}`,
    'Take a part of the graph first, for instance in Gephi or NetworkX.',
  );
}

const tooMany = (area: string, what: string, allowed: number, found: number): PlaygroundError =>
  fail(
    area,
    `expected at most ${grouped(allowed)} ${what}, got ${found > allowed + 1 ? grouped(found) : 'more'}`,
    'Take a part of the graph first, for instance in Gephi or NetworkX.',
  );

/** @throws PlaygroundError when there are more nodes than allowed; cheap enough to ask for each node */
export function checkNodes(area: string, nodes: number, limits: ImportLimits): void {
  if (nodes > limits.nodes) throw tooMany(area, 'nodes', limits.nodes, nodes);
}

/** @throws PlaygroundError when there are more edges than allowed; cheap enough to ask for each edge */
export function checkEdges(area: string, edges: number, limits: ImportLimits): void {
  if (edges > limits.edges) throw tooMany(area, 'edges', limits.edges, edges);
}

/** @throws PlaygroundError when a cell is longer than allowed; `area` names the line */
export function checkCell(area: string, cell: string, limits: ImportLimits): void {
  if (cell.length <= limits.cell) return;
  throw fail(
    area,
    `expected cells of at most ${grouped(limits.cell)} characters, got ${grouped(cell.length)} that begin ${quoted(cell)}`,
    'A quotation mark that is never closed makes such cells too.',
  );
}

/** The file's name without its ending: what a graph is called where the file has no name for it. In an archive, its own. */
export function stemOf({ name }: ImportFile): string {
  const own = name.split(/: |[/\\]/).at(-1) ?? name;
  return own.replace(/(?!^)\.[^.]*$/, '') || name;
}

/** Whether the name ends in one of these, capitals or not. */
export const endsIn = ({ name }: ImportFile, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

/** Cells of all columns together: 160 MB of memory; Citeseer as a table has 12 million. */
const MAX_CELLS = 20_000_000;
const MAX_COLUMNS = 20_000;

/** @throws PlaygroundError when rows hold more cells than a tab does */
export function checkCells(area: string, cells: number): void {
  if (cells <= MAX_CELLS) return;
  throw fail(
    area,
    `expected at most ${grouped(MAX_CELLS)} cells, got more`,
    'Leave out the columns that are not needed.',
  );
}

/**
 * A file of ten thousand nodes with an attribute of its own each asks for a hundred million cells.
 *
 * @throws PlaygroundError when a table of so many rows and columns would not fit
 */
export function checkTable(area: string, rows: number, columns: number): void {
  if (columns <= MAX_COLUMNS && rows * columns <= MAX_CELLS) return;
  const most = Math.max(1, Math.min(MAX_COLUMNS, Math.floor(MAX_CELLS / Math.max(rows, 1))));
  throw fail(
    area,
    `expected at most ${grouped(most)} columns for ${grouped(rows)} rows, got ${grouped(columns)} or more`,
    'Leave out the columns that are not needed.',
  );
}
