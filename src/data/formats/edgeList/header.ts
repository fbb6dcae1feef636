/** Which row names the columns, and what they are by their names. */
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
  'knoten',
  'nom',
  'nombre',
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

/** The column of the nodes' ids, or null where no name is known. */
export function idColumn(header: readonly string[]): number | null {
  const names = header.map((name) => plainName(name.trim()));
  const known = IDS.map((id) => names.indexOf(id)).find((column) => column >= 0);
  return known ?? null;
}

/**
 * Whether the first row names the columns. Known names say so, numbers say no; else a column that begins with a word
 * and goes on in numbers does.
 */
export function isHeader(
  first: readonly string[],
  rest: readonly (readonly string[])[],
  delimiter: Delimiter,
): boolean {
  const looksNumeric = (cell: string): boolean => looksNumericIn(cell, delimiter);
  const cells = first.map((cell) => cell.trim());
  if (cells.some((cell) => cell !== '' && looksNumeric(cell))) return false;
  if (endColumns(cells) !== null) return true;
  const names = cells.map(plainName);
  const numericBelow = names.some(
    (_, column) =>
      rest.length > 0 && rest.every((row) => row[column] !== undefined && looksNumeric(row[column].trim())),
  );
  if (numericBelow) return true;
  return idColumn(cells) === 0 || names.some((name) => OTHERS.includes(name));
}
