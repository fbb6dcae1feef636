/** Looking into a value of which nothing is known. Only own properties count, so `constructor` is never a surprise. */
import type { Cell } from '../rawGraph';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The own properties of an object, not copied: there are millions of small ones. */
export class Fields implements Iterable<readonly [string, unknown]> {
  readonly object: Readonly<Record<string, unknown>>;

  constructor(object: Readonly<Record<string, unknown>>) {
    this.object = object;
  }

  get(key: string): unknown {
    return this.has(key) ? this.object[key] : undefined;
  }

  has(key: string): boolean {
    return Object.hasOwn(this.object, key);
  }

  keys(): string[] {
    return Object.keys(this.object);
  }

  [Symbol.iterator](): Iterator<[string, unknown]> {
    return Object.entries(this.object)[Symbol.iterator]();
  }
}

/** Of an object; null for anything else, lists included. */
export const fieldsOf = (value: unknown): Fields | null => (isObject(value) ? new Fields(value) : null);

export const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);

export const isCell = (value: unknown): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** An id as text: 1 is '1'; a list, as NetworkX writes tuples, in JSON. null: nothing that could be one. */
export function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.every(isCell)) return JSON.stringify(value);
  return null;
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
