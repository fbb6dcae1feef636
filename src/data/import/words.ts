/** Texts as bags of words. */
import type { Cell } from '../formats/rawGraph';
import { textIn } from './cellValues';

const MAX_WORDS = 2000;
const MAX_LENGTH = 40;
const WORD = /\p{L}{2,}/gu;

/** Rows of a matrix of zeros and ones. */
export interface Bag {
  readonly size: number;
  readonly rowPtr: Int32Array;
  /** Ascending within a row. */
  readonly colIndex: Int32Array;
  /** Of the columns. */
  readonly words: readonly string[];
}

/** Different words of a text, in small letters: runs of 2 to 40 letters. */
export function wordsIn(cell: Cell | undefined): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [word] of (textIn(cell) ?? '').matchAll(WORD))
    if (word.length <= MAX_LENGTH) words.add(word.toLowerCase());
  return words;
}

/**
 * One column per word, 1 where the text has it, as in Cora: of words that at least two texts have, the 2,000 that most
 * texts have, by frequency and then by spelling.
 */
export function bagOfWords(cells: readonly Cell[]): Bag {
  const frequency = new Map<string, number>();
  for (const cell of cells)
    for (const word of wordsIn(cell)) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const chosen = [...frequency]
    .filter(([, texts]) => texts > 1)
    .sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1))
    .slice(0, MAX_WORDS);
  const place = new Map(chosen.map(([word], k) => [word, k]));
  const rowPtr = new Int32Array(cells.length + 1);
  const colIndex = new Int32Array(chosen.reduce((sum, [, texts]) => sum + texts, 0));
  let at = 0;
  cells.forEach((cell, row) => {
    for (const word of wordsIn(cell)) {
      const column = place.get(word);
      if (column !== undefined) colIndex[at++] = column;
    }
    colIndex.subarray(rowPtr[row], at).sort();
    rowPtr[row + 1] = at;
  });
  return { size: chosen.length, rowPtr, colIndex, words: chosen.map(([word]) => word) };
}

/**
 * Width and entries of `bagOfWords` without making it, from at most 200 texts spread over the column: the entries are
 * those of all words in them, so rather too many.
 */
export function roughBag(cells: readonly Cell[]): { readonly size: number; readonly entries: number } {
  const step = Math.max(1, Math.floor(cells.length / 200));
  const frequency = new Map<string, number>();
  let [texts, entries] = [0, 0];
  for (let row = 0; row < cells.length; row += step) {
    const words = wordsIn(cells[row]);
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + 1);
    texts += 1;
    entries += words.size;
  }
  const repeated = [...frequency.values()].filter((times) => step > 1 || times > 1).length;
  return {
    size: Math.min(MAX_WORDS, repeated),
    entries: texts === 0 ? 0 : Math.round((entries / texts) * cells.length),
  };
}
