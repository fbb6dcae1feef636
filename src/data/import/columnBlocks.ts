/** What one column of the nodes becomes among their features. */
import { fail } from '../base/errors';
import type { Column } from '../formats/rawGraph';
import type { ColumnUse } from './answers';
import { cutName, naturally, numberIn, textIn } from './cellValues';
import { bagOfWords, type Bag } from './words';

/** Of a column of categories, those that most nodes have; the others have no feature. */
export const MAX_CATEGORIES = 1000;

export type Block = { /** Of its columns of features. */ readonly names: readonly string[] } &
  /** One column of features, a value per node. */
  (
    | { readonly kind: 'number'; readonly values: Float32Array }
    /** One-hot: the place of each node's 1, -1 where it has none. */
    | { readonly kind: 'category'; readonly size: number; readonly place: Int32Array }
    | ({ readonly kind: 'text' } & Omit<Bag, 'words'>)
  );

export function blockOf(column: Column, use: ColumnUse): Block {
  const name = cutName(column.name);
  switch (use) {
    case 'number': {
      const { values, isScaled } = scaled(column);
      return { kind: 'number', values, names: [isScaled ? `${name} (standardised)` : name] };
    }
    case 'category': {
      const { names, place } = oneHot(column);
      return {
        kind: 'category',
        size: names.length,
        place,
        names: names.map((each) => `${name} = ${cutName(each)}`),
      };
    }
    case 'text': {
      const { words, ...bag } = bagOfWords(column.values);
      return { kind: 'text', ...bag, names: words.map((word) => `${name}: ${word}`) };
    }
    default:
      return use satisfies never;
  }
}

/**
 * (x - mean) / standard deviation over the nodes that have a value; 0, which is the mean, for the others. A column of
 * nothing but 0 and 1 says yes or no and stays as it is.
 *
 * @throws PlaygroundError where a value is no number
 */
function scaled({ name, values }: Column): { values: Float32Array; isScaled: boolean } {
  const numbers = values.map((cell, node) => {
    const number = numberIn(cell);
    if (Number.isNaN(number))
      throw fail(
        'import',
        `expected numbers in column '${cutName(name)}', got '${(textIn(cell) ?? '').slice(0, 40)}' for node ${node + 1}`,
        'Use it as a category or as text.',
      );
    return number;
  });
  if (numbers.every((number) => number === null || number === 0 || number === 1))
    return { values: Float32Array.from(numbers, (number) => number ?? 0), isScaled: false };
  // Divided by the largest first: squares of huge numbers would overflow.
  const largest = numbers.reduce<number>((max, number) => Math.max(max, Math.abs(number ?? 0)), 0);
  let [count, sum, squares] = [0, 0, 0];
  for (const number of numbers) if (number !== null) [count, sum] = [count + 1, sum + number / largest];
  const mean = count > 0 ? sum / count : 0;
  for (const number of numbers) if (number !== null) squares += (number / largest - mean) ** 2;
  const deviation = Math.sqrt(squares / Math.max(1, count));
  // Rounding alone makes a constant deviate by some 1e-16.
  const standardised = Float32Array.from(numbers, (number) =>
    number === null || deviation < 1e-12 ? 0 : (number / largest - mean) / deviation,
  );
  return { values: standardised, isScaled: true };
}

function oneHot({ values }: Column): { names: readonly string[]; place: Int32Array } {
  const texts = values.map(textIn);
  const names = categoriesOf(texts);
  const places = new Map(names.map((name, k) => [name, k]));
  return {
    names,
    place: Int32Array.from(texts, (text) => (text === null ? -1 : (places.get(text) ?? -1))),
  };
}

function categoriesOf(texts: readonly (string | null)[]): readonly string[] {
  const nodes = new Map<string, number>();
  for (const text of texts) if (text !== null) nodes.set(text, (nodes.get(text) ?? 0) + 1);
  if (nodes.size <= MAX_CATEGORIES) return naturally([...nodes.keys()]);
  const byFrequency = [...nodes].sort(([a, timesA], [b, timesB]) => timesB - timesA || (a < b ? -1 : 1));
  return naturally(byFrequency.slice(0, MAX_CATEGORIES).map(([text]) => text));
}
