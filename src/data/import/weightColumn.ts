/** The column of edges that is taken as their weights, and why one that is called so is not. */
import type { Cell, RawGraph } from '../formats/rawGraph';
import type { ColumnFacts } from './answers';
import { columnNamed, cutName, numberIn, textIn } from './cellValues';
import { called } from './columnNames';

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

export function weightColumnOf(raw: RawGraph, facts: readonly ColumnFacts[]): string | null {
  const fits = ({ name, suggests }: ColumnFacts) => suggests === 'number' && firstBad(raw, name) < 0;
  return called(facts, WEIGHT_NAMES).find(fits)?.name ?? null;
}

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
