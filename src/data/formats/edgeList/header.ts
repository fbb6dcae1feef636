/** Which row names the columns, and what they are by their names. */
import { DistinctNames } from '../distinctNames';
import type { CellRows } from './cellRows';
import { looksNumericIn } from './decimalComma';
import type { Delimiter } from './rows';

/** As Gephi, NetworkX, SNAP, igraph, data sets of the field and spreadsheets in other languages call the two ends. */
const ENDS: readonly (readonly [string, string])[] = [
  ['source', 'target'],
  ['sourceid', 'targetid'],
  ['sourcenode', 'targetnode'],
  ['src', 'dst'],
  ['src', 'dest'],
  ['source', 'destination'],
  ['from', 'to'],
  ['fromid', 'toid'],
  ['fromnode', 'tonode'],
  ['fromnodeid', 'tonodeid'],
  ['node1', 'node2'],
  ['id1', 'id2'],
  ['vertex1', 'vertex2'],
  ['u', 'v'],
  ['i', 'j'],
  ['start', 'end'],
  ['citing', 'cited'],
  ['head', 'tail'],
  ['subject', 'object'],
  ['von', 'nach'],
  ['von', 'zu'],
  ['quelle', 'ziel'],
  ['start', 'ziel'],
  ['de', 'vers'],
  ['source', 'cible'],
  ['origine', 'destination'],
  ['desde', 'hasta'],
  ['origen', 'destino'],
];
/** The first that is there. */
const IDS: readonly string[] = [
  'id',
  'nodeid',
  'node',
  'vertex',
  'vertexid',
  'key',
  'name',
  'label',
  'index',
  'knoten',
  'nom',
  'nombre',
];
const RELATIONS: readonly string[] = [
  'relation',
  'relationship',
  'predicate',
  'interaction',
  'edgetype',
  'rel',
  'type',
  'kind',
  'beziehung',
];
const OTHERS: readonly string[] = ['weight', 'type', 'label', 'class', 'gewicht', 'poids', 'peso'];

/** `From_Node-Id` is `fromnodeid`. */
const plainName = (name: string): string => name.toLowerCase().replace(/[\s_.-]+/g, '');

/** The columns of the two ends, or null where no pair of names is known. */
export function endColumns(header: readonly string[]): readonly [number, number] | null {
  const names = header.map((name) => plainName(name.trim()));
  for (const [from, to] of ENDS) {
    const [source, target] = [names.indexOf(from), names.indexOf(to)];
    if (source >= 0 && target >= 0) return [source, target];
  }
  return null;
}

/** Whether a column is called like ids and nothing else: `name` and `label` may be classes. */
export const isIdName = (name: string): boolean =>
  IDS.slice(0, IDS.indexOf('name')).concat('index', 'knoten').includes(plainName(name.trim()));

/** The column of the nodes' ids, or null where no name is known. */
export function idColumn(header: readonly string[]): number | null {
  const names = header.map((name) => plainName(name.trim()));
  const known = IDS.map((id) => names.indexOf(id)).find((column) => column >= 0);
  return known ?? null;
}

/** The column between the ends that names relations, by what it is called; null where no such name is known. */
export function relationColumn(header: readonly string[]): number | null {
  const names = header.map((name) => plainName(name.trim()));
  const known = RELATIONS.map((relation) => names.indexOf(relation)).find((column) => column >= 0);
  return known ?? null;
}

/** Names for columns, each once; one without a name is called by its place. */
export function columnNames(cells: readonly string[]): string[] {
  const names = new DistinctNames();
  return cells.map((cell, column) => names.take(cell.trim() || `column ${column + 1}`));
}

/** The names in a comment above rows of so many cells, as netzschleuder writes them; null where it is a remark. */
export function commentHeader(comment: string, delimiter: Delimiter, width: number): string[] | null {
  const text = comment.replace(/^[#%\s]+/, '').trim();
  const cells = (delimiter === 'blank' ? text.split(/\s+/) : text.split(delimiter)).map((cell) =>
    cell.trim(),
  );
  if (cells.length !== width || width < 2 || new Set(cells).size < width) return null;
  if (cells.some((cell) => cell === '' || looksNumericIn(cell, delimiter))) return null;
  // Between blanks, any remark of so many words would do.
  return delimiter !== 'blank' || endColumns(cells) !== null || idColumn(cells) === 0 ? cells : null;
}

/** Rows looked at for numbers below a word. */
const LOOKED_AT = 20;
/** Of the edges below, so many may be pairs that nobody else is connected to: else the first row may be one, too. */
const FEW_PAIRS = 0.05;

/**
 * Whether the first row names the columns. Known names say so, numbers say no; a column that begins with a word and
 * goes on in numbers does. Words above words are names where they come up nowhere below, while what stands below does
 * come up again: of a list of edges, the first edge would be one between two nodes that have no other.
 */
export function looksLikeHeader(rows: CellRows, delimiter: Delimiter): boolean {
  const first = rows
    .row(0)
    .slice(0, rows.filled(0))
    .map((cell) => cell.trim());
  const isNumeric = (cell: string): boolean => looksNumericIn(cell, delimiter);
  if (first.some((cell) => cell !== '' && isNumeric(cell))) return false;
  if (endColumns(first) !== null) return true;
  const below = Math.min(rows.length - 1, LOOKED_AT);
  const isNumericBelow = (column: number): boolean => {
    for (let row = 1; row <= below; row++)
      if (column >= rows.size(row) || !isNumeric(rows.cell(row, column))) return false;
    return below > 0;
  };
  if (first.some((_, column) => isNumericBelow(column))) return true;
  if (idColumn(first) === 0 || first.some((name) => OTHERS.includes(plainName(name)))) return true;
  return standsAbove(rows, first);
}

/** Words of one shape apart from their digits are of one kind: `u1` and `u12`. */
const shapeOf = (cell: string): string => cell.replace(/\d+/g, '0');

function standsAbove(rows: CellRows, first: readonly string[]): boolean {
  const names = new Set(first);
  if (rows.length < 3 || names.has('') || names.size < first.length) return false;
  const times = new Map<string, number>();
  const distinct = first.map(() => new Set<string>());
  let alike = 0;
  for (let row = 1; row < rows.length; row++) {
    if (rows.filled(row) > first.length || rows.size(row) < first.length) return false;
    for (let column = 0; column < first.length; column++) {
      const cell = rows.cell(row, column);
      if (names.has(cell)) return false;
      distinct[column].add(cell);
      if (column < 2) times.set(cell, (times.get(cell) ?? 0) + 1);
    }
    if (/\d/.test(first[0]) && shapeOf(rows.cell(row, 0)) === shapeOf(first[0])) alike += 1;
  }
  const below = rows.length - 1;
  if (alike * 2 > below) return false;
  const isRepeated =
    distinct.some(({ size }) => size < below) || times.size < Math.min(2, first.length) * below;
  return isRepeated && (first.length < 2 || pairsIn(rows, times) <= FEW_PAIRS * below);
}

/** Edges below the first row whose two ends come up nowhere else. */
function pairsIn(rows: CellRows, times: ReadonlyMap<string, number>): number {
  let pairs = 0;
  for (let row = 1; row < rows.length; row++)
    if (times.get(rows.cell(row, 0)) === 1 && times.get(rows.cell(row, 1)) === 1) pairs += 1;
  return pairs;
}
