/** Looking into a value of which nothing is known. Only own properties count, so `constructor` is never a surprise. */
import type { Cell } from '../rawGraph';

export type Fields = ReadonlyMap<string, unknown>;

/** The own properties of an object, or null for anything else, lists included. */
export const fieldsOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? new Map(Object.entries(value))
    : null;

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
