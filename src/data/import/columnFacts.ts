/** What a column holds, by looking at it. */
import type { Column } from '../formats/rawGraph';
import type { ColumnFacts, ColumnUse } from './answers';
import { numberIn, textIn } from './cellValues';

/** Beyond this, values are not told apart any more. */
export const MAX_DISTINCT = 100_000;
const EXAMPLES = 3;
const EXAMPLE_LENGTH = 60;
/** A column of texts is one in which so many cells are of several words. */
const TEXT_SHARE = 0.3;

/** `distinct` counts up to MAX_DISTINCT. */
export function columnFacts({ name, values }: Column): ColumnFacts {
  const seen = new Set<string | number>();
  const examples: string[] = [];
  let [missing, numbers, ofWords] = [0, 0, 0];
  for (const cell of values) {
    const text = typeof cell === 'number' && Number.isFinite(cell) ? cell : textIn(cell);
    if (text === null) {
      missing += 1;
      continue;
    }
    const number = numberIn(cell);
    if (number !== null && !Number.isNaN(number) && typeof cell !== 'boolean') numbers += 1;
    if (typeof text === 'string' && /\S\s+\S/.test(text)) ofWords += 1;
    if (seen.size < MAX_DISTINCT && !seen.has(text)) {
      seen.add(text);
      if (examples.length < EXAMPLES) examples.push(shortened(String(text)));
    }
  }
  const present = values.length - missing;
  return {
    name,
    suggests: useOf(present, numbers, ofWords, seen.size),
    distinct: seen.size,
    missing,
    examples,
  };
}

function useOf(present: number, numbers: number, ofWords: number, distinct: number): ColumnUse {
  if (present > 0 && numbers === present) return 'number';
  // Long names of a few categories are still categories.
  return ofWords > TEXT_SHARE * present && distinct > Math.max(20, present / 4) ? 'text' : 'category';
}

const shortened = (text: string): string =>
  text.length > EXAMPLE_LENGTH ? `${text.slice(0, EXAMPLE_LENGTH - 1)}…` : text;
