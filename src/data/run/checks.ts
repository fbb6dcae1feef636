/**
 * The checks that values from outside pass: each returns the value as the type that it was checked for, or throws an
 * error that names the place, what was expected there and what was found.
 */
import { fail } from '../base/errors';

export type Fields = Readonly<Record<string, unknown>>;

/** A found value for an error message: one line, cut short. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? `'${value.slice(0, 80)}'` : written(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Lists and objects are told by their kind where they could be long or deep. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isFields(value)) return 'an object';
  if (typeof value === 'function') return 'a function';
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function fieldsOf(area: string, value: unknown, allowed: readonly string[]): Fields {
  if (!isFields(value)) throw fail(area, `expected an object, got ${shown(value)}`);
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw fail(area, `expected only ${allowed.join(', ')}, got ${shown(unknown)}`);
  return value;
}

export function integerIn(area: string, value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max)
    throw fail(area, `expected a whole number from ${min} to ${max}, got ${shown(value)}`);
  // -0 is no other number than 0, and would not survive being written as text.
  return value === 0 ? 0 : value;
}

export function realIn(area: string, value: unknown, min: number, max: number): number {
  if (typeof value !== 'number' || !(value >= min && value <= max))
    throw fail(area, `expected a number from ${min} to ${max}, got ${shown(value)}`);
  return value === 0 ? 0 : value;
}

export function oneOf<T extends string>(area: string, value: unknown, options: readonly T[]): T {
  const found = options.find((option) => option === value);
  if (found === undefined) throw fail(area, `expected one of ${options.join(', ')}, got ${shown(value)}`);
  return found;
}

export function booleanAt(area: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw fail(area, `expected true or false, got ${shown(value)}`);
  return value;
}

export function listOf(area: string, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw fail(area, `expected a list, got ${shown(value)}`);
  return value;
}
