/** What a cell of a table is, as a number or as text. Infinities and NaN count as missing, as in data/formats. */
import { fail } from '../base/errors';
import type { Cell, Column } from '../formats/rawGraph';

/** Longer names are cut: a file may say anything, and 10 MB of it are no name. */
const MAX_NAME = 200;

/** Trimmed; null where there is nothing. */
export function textIn(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : null;
  const text = String(cell).trim();
  return text === '' ? null : text;
}

/** null: missing; NaN: something that is no number. */
export function numberIn(cell: Cell | undefined): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  const text = textIn(cell);
  if (text === null || /^nan$/i.test(text)) return null;
  const number = Number(text);
  return Number.isFinite(number) ? number : NaN;
}

export const cutName = (text: string): string =>
  text.length > MAX_NAME ? `${text.slice(0, MAX_NAME - 1)}…` : text;

/** @throws PlaygroundError where there is no such column */
export function columnNamed(columns: readonly Column[], name: string, of: 'nodes' | 'edges'): Column {
  const found = columns.find((column) => column.name === name);
  if (!found)
    throw fail(
      'import',
      `expected a column of the ${of}, got '${cutName(name)}'`,
      columns.length > 0
        ? `There are ${columns
            .map((column) => `'${cutName(column.name)}'`)
            .slice(0, 20)
            .join(', ')}.`
        : `The file says nothing of its ${of}.`,
    );
  return found;
}

const collator = new Intl.Collator('en', { numeric: true });

/** As a person would sort them: numbers by value, `class 2` before `class 10`. */
export function naturally(texts: readonly string[]): string[] {
  if (texts.every((text) => Number.isFinite(Number(text))))
    return texts.toSorted((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  return texts.toSorted((a, b) => collator.compare(a, b) || (a < b ? -1 : 1));
}
