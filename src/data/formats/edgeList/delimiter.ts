/** What stands between the cells of a table, by looking at its first lines. */
import type { Delimiter } from './rows';

const CANDIDATES: readonly Delimiter[] = ['\t', ',', ';', '|'];
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

/**
 * The delimiter that stands equally often, and at all, on most lines; of several, the one that stands more often.
 * Blanks are the last resort, since they stand inside names too; null: none, every line is one cell.
 */
export function delimiterOf(text: string): Delimiter | null {
  const lines = firstLines(text).map(bare);
  if (lines.some((line) => line.includes(',')) && lines.every((line) => WEIGHTED_BY_COMMA.test(line)))
    return lines.every((line) => line.includes('\t')) ? '\t' : 'blank';
  let best: { delimiter: Delimiter; agree: number; count: number } | null = null;
  for (const delimiter of CANDIDATES) {
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const count = counts[0] ?? 0;
    if (count === 0) continue;
    const agree = counts.filter((other) => other === count).length;
    if (!best || agree > best.agree || (agree === best.agree && count > best.count)) {
      best = { delimiter, agree, count };
    }
  }
  if (best && best.agree * 2 >= lines.length) return best.delimiter;
  const blanks = lines.filter((line) => /\S[ \t]+\S/.test(line)).length;
  if (blanks * 2 > lines.length) return 'blank';
  return best?.delimiter ?? null;
}
