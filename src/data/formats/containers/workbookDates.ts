/** Dates in workbooks are numbers that are shown as dates: which styles do so, and the date that a number is. */
import type { ImportLimits } from '../rawGraph';
import { readText } from '../text';
import { eachElement } from '../xml/elements';
import type { Archive } from '../zip';

const STYLES = 'xl/styles.xml';
/** Formats that every program knows by number: ECMA-376, part 1, 18.8.30. */
const BUILT_IN = [14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47];
const DAY_MS = 86_400_000;

/** Numbers of the styles, as cells name them. */
export type DateStyles = ReadonlySet<number>;

/** Whether a format shows days, months, years or times: texts and colours in it aside. */
const showsDates = (format: string): boolean =>
  /[dmyhs]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));

export function datesIn(book: Archive, limits: ImportLimits): DateStyles {
  const dates = new Set<number>();
  if (!book.names.includes(STYLES)) return dates;
  const file = book.unpack(STYLES);
  const formats = new Set(BUILT_IN);
  let isCellStyle = false;
  let style = 0;
  eachElement(file, readText(file).text, limits, {
    open: (element) => {
      if (element.name === 'numFmt' && showsDates(element.get('formatCode') ?? ''))
        formats.add(Number(element.get('numFmtId')));
      if (element.name === 'cellXfs') isCellStyle = true;
      if (element.name === 'xf' && isCellStyle && formats.has(Number(element.get('numFmtId') ?? 0)))
        dates.add(style);
      if (element.name === 'xf' && isCellStyle) style++;
    },
    close: (name) => {
      if (name === 'cellXfs') isCellStyle = false;
    },
    text: () => {},
  });
  return dates;
}

/** `2026-11-30`, with the time where there is one. Day 1 is 1 January 1900, and 1900 is taken for a leap year. */
export function isoDate(days: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const date = new Date(epoch + Math.round(days * DAY_MS));
  if (Number.isNaN(date.getTime())) return String(days);
  const iso = date.toISOString();
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, -14) : iso.slice(0, -5);
}
