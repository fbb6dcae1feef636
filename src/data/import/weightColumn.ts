/** The column of edges that is taken as their weights, and why one that is called so is not. */
import type { Cell, RawGraph } from '../formats/rawGraph';
import type { ColumnFacts } from './answers';
import { columnNamed, cutName, numberIn, textIn } from './cellValues';
import { called, plainName } from './columnNames';
import { isTimeColumn } from './timeColumn';

const WEIGHT_NAMES = [
  'weight',
  'weights',
  'w',
  'edgeweight',
  'gewicht',
  'poids',
  'peso',
  'value',
  'strength',
  'count',
];
const SHOWN = 40;

/** Degrees that weights make negative have no square root, which normalisation takes. */
const isWeight = (cell: Cell): boolean => typeof cell !== 'boolean' && (numberIn(cell) ?? 0) >= 0;

/** `edge 2 (line 3)`; without the line where the format has none. */
export const edgeAt = ({ edgeLines }: RawGraph, edge: number): string =>
  `edge ${edge + 1}${edgeLines && edge < edgeLines.length ? ` (line ${edgeLines[edge]})` : ''}`;

const firstBad = (raw: RawGraph, name: string): number =>
  columnNamed(raw.edgeColumns, name, 'edges').values.findIndex((cell) => !isWeight(cell));

/** Numbers under such a name are keys and codes. */
const CODE_NAMES =
  /^(edge|link|row)?(id|ids|key|index|nr|no|number|type|kind|class|label|relation|rel|sign)$/;

/** Whole numbers that count the edges, or are called a key or code. */
function isCode({ name, values }: RawGraph['edgeColumns'][number]): boolean {
  const first = numberIn(values[0]) ?? NaN;
  const isCount = values.length > 2 && values.every((cell, e) => numberIn(cell) === first + e);
  return isCount || CODE_NAMES.test(plainName(name));
}

const isNumber = ({ suggests }: ColumnFacts): boolean => suggests === 'number';

/** The column that is called so; else the only one that measures something: neither a key, a code nor a time. */
export function weightColumnOf(raw: RawGraph, facts: readonly ColumnFacts[]): string | null {
  const fits = (column: ColumnFacts) => isNumber(column) && firstBad(raw, column.name) < 0;
  const named = called(facts, WEIGHT_NAMES).find(fits);
  if (named) return named.name;
  const measures = measuresOf(raw, facts);
  const [only] = facts.filter(({ name }) => name === measures[0]);
  return only && measures.length === 1 && fits(only) ? only.name : null;
}

/** Columns of numbers that measure something: neither keys, codes nor times. */
export const measuresOf = (raw: RawGraph, facts: readonly ColumnFacts[]): readonly string[] =>
  facts.filter(isNumber).flatMap(({ name }) => {
    const column = columnNamed(raw.edgeColumns, name, 'edges');
    return isCode(column) || isTimeColumn(column) ? [] : [name];
  });

/** A sentence on each column that would have been taken as weights before the one that is, but for a value that is none. */
export function refusedWeights(
  raw: RawGraph,
  facts: readonly ColumnFacts[],
  taken: string | null,
): readonly string[] {
  const candidates = called(facts, WEIGHT_NAMES);
  const place = candidates.findIndex(({ name }) => name === taken);
  return candidates.slice(0, place < 0 ? candidates.length : place).flatMap(({ name }) => {
    const edge = firstBad(raw, name);
    if (edge < 0) return [];
    const said = textIn(columnNamed(raw.edgeColumns, name, 'edges').values[edge]) ?? '';
    return [
      `'${cutName(name)}' is not used as weights: ${edgeAt(raw, edge)} says '${said.slice(0, SHOWN)}', which is no number of at least 0.`,
    ];
  });
}
