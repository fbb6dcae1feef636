/**
 * Numbers with a decimal comma, as spreadsheets write them where the comma is no delimiter: `1,5` in Germany, France and
 * Spain. A column is of such numbers only when all of it is.
 */
import { isMissing, looksNumeric } from '../cells';
import type { Delimiter } from './rows';

const DECIMAL_COMMA = /^[+-]?(?:0|[1-9]\d*)?,\d+(?:[eE][+-]?\d{1,4})?$/;
/** `1,234` may also be a thousand and more. */
const MAY_BE_THOUSANDS = /^[+-]?[1-9]\d{0,2},\d{3}$/;

const hasDecimalComma = (text: string): boolean => DECIMAL_COMMA.test(text);

/** Whether a cell of a table with this delimiter could stand in a column of numbers. */
export const looksNumericIn = (text: string, delimiter: Delimiter): boolean =>
  looksNumeric(text) || (delimiter !== ',' && hasDecimalComma(text));

/**
 * The column with points for its commas; null where it has no commas, or cells that are neither whole numbers nor
 * numbers with a comma, so that `1,5` and `1.5` do not stand together. Semicolons are what a spreadsheet writes where
 * the comma is taken; with other delimiters a column of `1,234` throughout says nothing sure and stays text.
 */
export function withPoints(column: readonly string[], delimiter: Delimiter): string[] | null {
  if (delimiter === ',') return null;
  let [commas, doubtful] = [0, 0];
  for (const cell of column) {
    const text = cell.trim();
    if (hasDecimalComma(text)) {
      commas += 1;
      if (MAY_BE_THOUSANDS.test(text)) doubtful += 1;
    } else if (!isMissing(text) && (text.includes('.') || !looksNumeric(text))) return null;
  }
  if (commas === 0 || (delimiter !== ';' && doubtful === commas)) return null;
  return column.map((cell) => cell.replace(',', '.'));
}
