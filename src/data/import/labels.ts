/** The classes that a column holds. */
import { fail } from '../base/errors';
import { PACKED_LIMITS } from '../formats/packed/limits';
import type { Column } from '../formats/rawGraph';
import { cutName, naturally, textIn } from './cellValues';

export interface Classes {
  /** Sorted naturally; long names are cut. */
  readonly classNames: readonly string[];
  /** -1 where the column says nothing. */
  readonly y: Int32Array;
}

/** @throws PlaygroundError where there are more classes than anybody could tell apart */
export function classesOf({ name, values }: Column): Classes {
  const texts = values.map(textIn);
  const distinct = new Set<string>();
  for (const text of texts) {
    if (text !== null) distinct.add(text);
    if (distinct.size > PACKED_LIMITS.classes)
      throw fail(
        'import',
        `expected a label column of at most ${PACKED_LIMITS.classes} classes, got more in '${cutName(name)}'`,
        'Choose another one.',
      );
  }
  const sorted = naturally([...distinct]);
  const place = new Map(sorted.map((text, k) => [text, k]));
  return {
    classNames: sorted.map(cutName),
    y: Int32Array.from(texts, (text) => (text === null ? -1 : (place.get(text) ?? -1))),
  };
}

/** Nodes of each class. */
export function classSizes({ classNames, y }: Classes): Int32Array {
  const sizes = new Int32Array(classNames.length);
  for (const label of y) if (label >= 0) sizes[label] += 1;
  return sizes;
}
