/** The kinds of edges that a column tells apart. */
import type { RawGraph } from '../formats/rawGraph';
import type { Estimate } from './answers';
import { columnNamed, cutName, textIn } from './cellValues';

/** Kinds that are counted one by one. */
const MAX_TYPES = 10_000;

/** How many edges of the file each kind has, the most frequent first; edges that say nothing are of no kind. */
export function typesOf(raw: RawGraph, column: string | null): Estimate['types'] {
  if (column === null) return [];
  const times = new Map<string, number>();
  for (const cell of columnNamed(raw.edgeColumns, column, 'edges').values) {
    const name = textIn(cell);
    if (name !== null && (times.has(name) || times.size < MAX_TYPES))
      times.set(name, (times.get(name) ?? 0) + 1);
  }
  return [...times]
    .map(([name, edges]) => ({ name: cutName(name), edges }))
    .sort((a, b) => b.edges - a.edges);
}
