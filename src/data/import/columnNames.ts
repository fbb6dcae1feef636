/** Columns by what they are called. */
import type { ColumnFacts } from './answers';

/** `Modularity_Class` is `modularityclass`. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Those that are called one of `names`, in the order of `names`. */
export function called(facts: readonly ColumnFacts[], names: readonly string[]): ColumnFacts[] {
  return names.flatMap((name) => facts.filter((column) => plainName(column.name) === name));
}
