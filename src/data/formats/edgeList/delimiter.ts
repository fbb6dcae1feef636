/** What stands between the cells of a table, by looking at its first lines. */
import type { Delimiter } from './rows';

export const CANDIDATES: readonly Delimiter[] = ['\t', ',', ';', '|'];
const LINES = 30;
/** Enough for LINES lines of a wide table; a single line of a thousand features is longer than most files. */
const HEAD_LENGTH = 200_000;

/** Quoted parts, and what a Python dictionary at the end of a line holds, say nothing of the delimiter. */
const bare = (line: string): string => line.replace(/"(?:[^"]|"")*"/g, '"').replace(/\{.*$/, '{');

/** `1 2 0,5`: two ends between blanks, without a comma after them, and a weight with a decimal comma. */
const WEIGHTED_BY_COMMA = /^\S*[^\s,][ \t]+\S*[^\s,][ \t]+[+-]?\d+(?:,\d+)?\s*$/;

/** The first lines that are neither empty nor comments; a last one that may be cut is left out. */
export function firstLines(text: string): string[] {
  const head = text.slice(0, HEAD_LENGTH);
  const lines = head.split(/\r\n|\n|\r/);
  if (text.length > HEAD_LENGTH && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '' && !/^[#%]/.test(line)).slice(0, LINES);
}

/** How often a delimiter stands on most of the lines that have it, and on how many it does. */
function countOf(
  lines: readonly string[],
  delimiter: Delimiter,
): { count: number; agree: number; present: number } {
  const times = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) times.set(count, (times.get(count) ?? 0) + 1);
  }
  const [count, agree] = [...times].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0]);
  return { count, agree, present: [...times.values()].reduce((sum, each) => sum + each, 0) };
}

/**
 * The delimiter that stands equally often, and at all, on most lines; of several, the one that stands more often. Rows
 * of a list of neighbours differ in length: there it stands on every line. Blanks are the last resort, since they stand
 * inside names too; null: none, every line is one cell.
 */
export function delimiterOf(text: string): Delimiter | null {
  const lines = firstLines(text).map(bare);
  if (lines.some((line) => line.includes(',')) && lines.every((line) => WEIGHTED_BY_COMMA.test(line)))
    return lines.every((line) => line.includes('\t')) ? '\t' : 'blank';
  let best: ({ delimiter: Delimiter } & ReturnType<typeof countOf>) | null = null;
  for (const delimiter of CANDIDATES) {
    const found = countOf(lines, delimiter);
    if (found.count === 0) continue;
    if (!best || found.agree > best.agree || (found.agree === best.agree && found.count > best.count))
      best = { delimiter, ...found };
  }
  if (best && (best.agree * 2 >= lines.length || best.present === lines.length)) return best.delimiter;
  const blanks = lines.filter((line) => /\S[ \t]+\S/.test(line)).length;
  if (blanks * 2 > lines.length) return 'blank';
  return best?.delimiter ?? null;
}
