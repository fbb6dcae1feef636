/** Text to plain values, for formats in which every cell is text: a column is of numbers when all of it is. */
import type { Cell } from './rawGraph';

/** As most programs write that there is nothing. */
const MISSING = new Set(['', 'na', 'n/a', '<na>', 'null', 'none', '#n/a']);
const NAN = /^[+-]?nan$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;
/** Not `007`, which is a name, nor `1,5`. */
const NUMBER = /^[+-]?(?:(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,4})?$/;
/** More digits than a double keeps apart: an identifier, not a quantity. */
const LONG_INTEGER = /^[+-]?\d{16,}$/;

const isNumber = (text: string): boolean => NUMBER.test(text) && !LONG_INTEGER.test(text);

/** Whether a cell says that there is nothing. */
export const isMissing = (text: string): boolean => MISSING.has(text.trim().toLowerCase());

/** Whether this could stand in a column of numbers. */
export const looksNumeric = (text: string): boolean => isNumber(text) || NOT_FINITE.test(text);

/**
 * The values of a column of text: numbers where all that is there is numbers, booleans where all is `true` and
 * `false`, else text without blanks around it. NaN, Infinity and numbers beyond a double come as such, for the caller to count.
 */
export function valuesOf(column: readonly (string | null)[]): Cell[] {
  const trimmed = column.map((text) => {
    const inner = text?.trim() ?? '';
    return isMissing(inner) ? null : inner;
  });
  const present = trimmed.filter((text) => text !== null);
  if (present.some((text) => isNumber(text)) && present.every(looksNumeric)) {
    return trimmed.map((text) => (text === null ? null : isNumber(text) ? Number(text) : Number.NaN));
  }
  if (present.length > 0 && present.every((text) => /^(?:true|false)$/i.test(text))) {
    return trimmed.map((text) => (text === null ? null : text.toLowerCase() === 'true'));
  }
  // Among words, what pandas and R write for no number says that there is nothing, and is no class of its own.
  return trimmed.map((text) => (text === null || NAN.test(text) ? null : text));
}
