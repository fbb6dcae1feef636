/** The readable form of a link: one key for each place, in the order of the table. */
import { attempt } from '../attempt';
import type { Places } from './places';
import { READABLE_KEYS } from './readableKeys';

/** The hash; null where something in it cannot be said by keys. */
export function writeReadable(places: Places): string | null {
  const keys = new URLSearchParams();
  for (const { key, place, write } of READABLE_KEYS) {
    if (!places.has(place)) continue;
    const text = write(places.get(place));
    if (text === null) return null;
    keys.set(key, text);
  }
  return keys.size === places.size ? `#${keys.toString().replaceAll('%2C', ',')}` : null;
}

export function readReadable(keys: URLSearchParams, problems: string[]): Places {
  const places = new Map<string, unknown>();
  for (const key of new Set(keys.keys()))
    if (!READABLE_KEYS.some((each) => each.key === key))
      problems.push(`'${key.slice(0, 40)}' means nothing here; it was left out.`);
  for (const { key, place, read } of READABLE_KEYS) {
    const text = keys.get(key);
    if (text !== null)
      attempt(problems, undefined, () => void places.set(place, read(text, keys.get('model'))));
  }
  return places;
}
