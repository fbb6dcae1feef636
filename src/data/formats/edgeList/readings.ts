/** What rows of text can be taken for, and what they are taken for where nobody says. */
import { isMissing } from '../cells';
import { endsIn } from '../guards';
import { READINGS, type Reading } from '../rawGraph';
import { looksNumericIn } from './decimalComma';
import { endColumns } from './header';
import { matrixIn } from './matrix';
import type { Delimiter } from './rows';
import type { Table } from './table';

export interface Readings {
  readonly taken: Reading;
  /** With `taken`, the likeliest first. */
  readonly plausible: readonly Reading[];
}

/** Rows that are looked at for names that stand in several columns. */
const LOOKED_AT = 20_000;
/** A column is of nodes, or of something else, when so much of it is, or is not, in the others. */
const MOST = 0.5;
const HARDLY = 0.05;

/** What of the names in one column stands in others. */
function shareIn(names: ReadonlySet<string>, ...others: readonly ReadonlySet<string>[]): number {
  let found = 0;
  for (const name of names) if (others.some((other) => other.has(name))) found += 1;
  return names.size === 0 ? 0 : found / names.size;
}

interface Look {
  /** Different names of each of the first few columns. */
  readonly names: readonly ReadonlySet<string>[];
  readonly numeric: readonly boolean[];
  /** Nothing beyond the second column is a fraction, negative, or the beginning of a dictionary: all could be ids. */
  readonly couldBeIds: boolean;
  readonly fewest: number;
  readonly most: number;
  readonly rows: number;
}

const COLUMNS = 4;

function lookAt({ rows, delimiter }: Table): Look {
  const names = Array.from({ length: COLUMNS }, () => new Set<string>());
  const numeric = names.map(() => true);
  let [couldBeIds, fewest, most] = [true, Infinity, 0];
  const looked = Math.min(rows.length, LOOKED_AT);
  for (let row = 0; row < looked; row++) {
    const filled = rows.filled(row);
    [fewest, most] = [Math.min(fewest, filled), Math.max(most, filled)];
    for (let column = 0; column < filled; column++) {
      const cell = rows.cell(row, column);
      const isNumber = looksNumericIn(cell, delimiter);
      if (column > 1 && (isNumber ? !/^\d+$/.test(cell) : cell.startsWith('{'))) couldBeIds = false;
      if (column >= COLUMNS) continue;
      if (!isNumber && !isMissing(cell)) numeric[column] = false;
      if (cell !== '') names[column].add(cell);
    }
  }
  return { names, numeric, couldBeIds, fewest, most, rows: looked };
}

/** The first column and every other one after the second are of the same nodes. */
function isOfNeighbours({ names: [first, second, third, fourth], rows, most }: Look): boolean {
  const among = shareIn(third, first, second);
  return (
    rows > 2 &&
    shareIn(second, first, third) > HARDLY &&
    among >= MOST &&
    (most < 4 || shareIn(fourth, first, second) >= MOST)
  );
}

/** The middle column shares nothing with those beside it, and those share something, or it says less than they do. */
function isOfRelations(look: Look, isNamed: boolean, delimiter: Delimiter): boolean {
  const {
    names: [head, relation, tail],
    numeric,
    rows,
  } = look;
  if (numeric[2] || shareIn(relation, head, tail) > HARDLY) return false;
  if (shareIn(tail, head) > HARDLY) return true;
  if (isNamed || numeric[1] || relation.size === rows) return false;
  // Knowledge graphs stand between tabs; between commas and blanks, edges with a word about them are as frequent.
  return delimiter === '\t' || relation.size <= tail.size;
}

function takenFor(table: Table, look: Look): Reading {
  const { fewest, most, numeric, couldBeIds, rows, names } = look;
  const isNamed = table.header !== null;
  if (most < 3) return fewest < 2 && most === 2 && !isNamed ? 'adjacency' : 'edges';
  const isRagged = fewest < most && !isNamed;
  if (fewest > 2 && isOfRelations(look, isNamed, table.delimiter)) return 'triples';
  if (isNamed || !couldBeIds) return 'edges';
  const areIds = numeric[0] && numeric[1];
  // Beside names, numbers are weights.
  if (!areIds && numeric[2]) return 'edges';
  if (isRagged) return areIds && most === 3 && !isOfNeighbours(look) ? 'edges' : 'adjacency';
  if (!areIds) return isOfNeighbours(look) ? 'adjacency' : 'edges';
  // The k nearest of each node, once for each: a table of edges says the same node twice.
  return most > 3 && names[0].size === rows && isOfNeighbours(look) ? 'adjacency' : 'edges';
}

/** Reads nothing: looks at names and shapes. */
export function readingsOf(table: Table): Readings {
  const { file, all, header, dictionaries } = table;
  if (dictionaries) return { taken: 'edges', plausible: ['edges'] };
  const look = lookAt(table);
  const isMatrix = matrixIn(table) !== null;
  const hasEnds = header !== null && endColumns(header) !== null;
  const taken: Reading = endsIn(file, ['.adjlist', '.adj'])
    ? 'adjacency'
    : endsIn(file, ['.sif'])
      ? 'triples'
      : isMatrix
        ? 'matrix'
        : hasEnds
          ? 'edges'
          : takenFor(table, look);
  const isWide = !hasEnds && look.most > 2 && look.couldBeIds && (!isMatrix || header === null);
  const fits: Readonly<Record<Reading, boolean>> = {
    edges: all.width > 1,
    triples: isWide && look.fewest > 2 && !isMatrix,
    adjacency: isWide || (header === null && look.fewest < 2 && look.most > 1),
    matrix: isMatrix,
  };
  const others = READINGS.filter((reading) => reading !== taken && fits[reading]);
  return { taken, plausible: [taken, ...others] };
}
