/** Nodes by what a column of the visitor's file says of them. */
import type { Cell } from '../../data/graph/graphData';

export interface ColumnFilter {
  readonly column: string;
  /** A range `20..40`, a bound `>= 5`, a number, or a text that the value has in it. */
  readonly wanted: string;
}

const NUMBER = String.raw`\s*(-?\d*\.?\d+(?:e[+-]?\d+)?)\s*`;
const RANGE = new RegExp(`^${NUMBER}\\.\\.${NUMBER}$`, 'i');
const BOUND = new RegExp(`^\\s*(<=|>=|<|>|=)${NUMBER}$`, 'i');

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
};

const numberOf = (cell: Cell): number =>
  typeof cell === 'number' ? cell : typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : NaN;

/** Case does not count; nothing wanted lets everything through, and a missing value is never what is wanted. */
export function cellTest(wanted: string): (cell: Cell) => boolean {
  const text = wanted.trim().toLowerCase();
  if (text === '') return () => true;
  const range = RANGE.exec(wanted);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return (cell) => numberOf(cell) >= from && numberOf(cell) <= to;
  }
  const bound = BOUND.exec(wanted);
  if (bound) {
    const compare = COMPARE[bound[1]!]!;
    return (cell) => compare(numberOf(cell), Number(bound[2]));
  }
  const number = Number(text);
  return (cell) =>
    cell !== null &&
    (Number.isFinite(number) && Number.isFinite(numberOf(cell))
      ? numberOf(cell) === number
      : String(cell).toLowerCase().includes(text));
}
