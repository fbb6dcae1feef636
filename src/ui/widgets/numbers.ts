/** How numbers are read from fields and written on the page. */

/** The whole number in `text`, moved into [min, max]; null where there is none. */
export function parseWithin(text: string, min: number, max: number): number | null {
  const value = Math.round(Number(text));
  return text.trim() === '' || !Number.isFinite(value) ? null : Math.min(max, Math.max(min, value));
}

/** The stop nearest to `value`: the console may set what lies in between. Ties go to the lower one. */
export function nearestStop(stops: readonly (number | null)[], value: number | null): number {
  const distance = (stop: number | null | undefined) =>
    stop === value ? 0 : typeof stop === 'number' && value !== null ? Math.abs(stop - value) : Infinity;
  return stops.reduce<number>(
    (best, stop, index) => (distance(stop) < distance(stops[best]) ? index : best),
    0,
  );
}

/** 10556 as 10,556. */
export const writeCount = (count: number): string => count.toLocaleString('en');

/** 0.00001, not 1e-5: at most five digits that mean something. null is what a layer leaves to the run. */
export const writeSetting = (value: number | null): string =>
  value === null
    ? 'as the run'
    : value.toLocaleString('en', { maximumSignificantDigits: 5, useGrouping: false });

/** A share of 0 to 1 as on the axis of the charts: 0.815. Three places, so that one node in 1000 can be seen. */
export const writeShare = (share: number | null): string => share?.toFixed(3) ?? '–';

/** Milliseconds with two digits that mean something below 10. */
export const writeMs = (ms: number): string => `${ms.toFixed(ms < 1 ? 2 : ms < 10 ? 1 : 0)} ms`;

/** One node, 34 nodes. */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${writeCount(count)} ${count === 1 ? one : many}`;

/** A value of somebody's table: yes and no in words, numbers in at most five digits that mean something. */
export const writeCell = (cell: string | number | boolean | null): string => {
  if (cell === null) return '–';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  // Whole numbers may be years or ids: no separators, no digit lost.
  return typeof cell === 'number' && !Number.isInteger(cell)
    ? cell.toLocaleString('en', { maximumSignificantDigits: 5, useGrouping: false })
    : String(cell);
};
