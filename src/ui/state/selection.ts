/** Selections are ascending lists of nodes without duplicates. */

export type SelectHow = 'replace' | 'add' | 'remove' | 'toggle';

export function selected(
  before: readonly number[],
  nodes: readonly number[],
  how: SelectHow = 'replace',
): readonly number[] {
  const set = new Set(how === 'replace' ? [] : before);
  for (const node of nodes) {
    if (how === 'remove' || (how === 'toggle' && set.has(node))) set.delete(node);
    else set.add(node);
  }
  return [...set].sort((a, b) => a - b);
}
