/** What visitors give to `window.playground`, checked: errors name the function, what it expected and what it found. */
import { fail } from '../../data/base/errors';
import { isFields, shown } from '../../data/run/checks';

export const AREA = 'playground';

/**
 * @param name of the function, `train`
 * @param known the options that it takes
 * @returns the same, or no options where none are given
 */
export function optionsOf<T extends object>(
  name: string,
  options: T | undefined,
  known: readonly (keyof T & string)[],
): Partial<T> {
  if (options === undefined) return {};
  const area = `${AREA}.${name}`;
  if (!isFields(options)) throw fail(area, `expected an object of options, got ${shown(options)}`);
  const odd = Object.keys(options).find((key) => !known.some((each) => each === key));
  if (odd !== undefined) throw fail(area, `expected options ${known.join(', ')}, got ${shown(odd)}`);
  return options;
}
