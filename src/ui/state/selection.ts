/** Selections are ascending lists of nodes without duplicates. */

export type SelectHow = 'replace' | 'add' | 'remove' | 'toggle';

export function selected(
  before: readonly number[],
  nodes: readonly number[],
  how: SelectHow = 'replace',
): readonly number[] {
  // Most lists are: a class, what a filter lets through, an area.
  if (how === 'replace' && isAscending(nodes)) return nodes;
  const set = new Set(how === 'replace' ? [] : before);
  for (const node of nodes) {
    if (how === 'remove' || (how === 'toggle' && set.has(node))) set.delete(node);
    else set.add(node);
  }
  return [...set].sort((a, b) => a - b);
}

const isAscending = (nodes: readonly number[]): boolean =>
  nodes.every((node, i) => i === 0 || node > nodes[i - 1]!);
