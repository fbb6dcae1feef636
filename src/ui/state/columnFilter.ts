/** Nodes by what a column of the visitor's file says of them. */
import type { Cell } from '../../data/graph/graphData';
import { folded } from './folded';

export interface ColumnFilter {
  readonly column: string;
  /**
   * Of numbers: a range `20..40`, open at one end `25..` or `..25`, a bound `>= 5`, or a number. Of texts: what the value
   * contains, or is as a whole: `=oslo`.
   */
  readonly wanted: string;
}

const NUMBER = String.raw`(-?\d*\.?\d+(?:e[+-]?\d+)?)`;
const RANGE = new RegExp(String.raw`^${NUMBER}?\s*\.\.\s*${NUMBER}?$`, 'i');
const BOUND = new RegExp(String.raw`^(<=|>=|<|>|=)\s*${NUMBER}$`, 'i');
const BARE = new RegExp(`^${NUMBER}$`, 'i');

const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
};

const numberOf = (cell: Cell): number =>
  typeof cell === 'number' ? cell : typeof cell === 'string' && cell.trim() !== '' ? Number(cell) : NaN;

/** Whether a column has numbers and nothing else. */
export const isNumeric = (cells: readonly Cell[]): boolean =>
  cells.some((cell) => cell !== null) &&
  cells.every((cell) => cell === null || Number.isFinite(numberOf(cell)));

/** A range, a bound or a number; null for anything else. */
function numbersWanted(text: string): ((value: number) => boolean) | null {
  const range = RANGE.exec(text);
  if (range && text !== '..') {
    const [from, to] = [Number(range[1] ?? -Infinity), Number(range[2] ?? Infinity)];
    return (value) => value >= from && value <= to;
  }
  const bound = BOUND.exec(text);
  if (bound) {
    const [compare, number] = [COMPARE[bound[1]!]!, Number(bound[2])];
    return (value) => compare(value, number);
  }
  return BARE.test(text) ? (value) => value === Number(text) : null;
}

/** Why nothing of a column of numbers can be what is wanted, as a sentence with what can be read; null where it can. */
export const whyUnread = (wanted: string): string | null =>
  wanted.trim() === '' || numbersWanted(wanted.trim())
    ? null
    : 'This column has numbers. Write 25, <25, <=25, >25, >=25, 20..40, 25.. or ..25.';

/** Nothing wanted lets everything through, and a missing value is never what is wanted. */
export function cellTest(wanted: string): (cell: Cell) => boolean {
  const text = wanted.trim();
  if (text === '') return () => true;
  const holds = numbersWanted(text);
  const isWanted = text.startsWith('=')
    ? (value: string) => value.trim() === folded(text.slice(1).trim())
    : (value: string) => value.includes(folded(text));
  return (cell) => {
    if (cell === null) return false;
    const number = numberOf(cell);
    return holds && Number.isFinite(number) ? holds(number) : isWanted(folded(String(cell)));
  };
}
