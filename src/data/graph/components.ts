/** Connected components: which nodes can reach one another, whatever the direction of the edges. */
import type { EdgeIndex } from './graphData';

/** Members of each component, ascending; the largest component first, equal ones by their first member. */
export function connectedComponents(numNodes: number, { source, target }: EdgeIndex): Int32Array[] {
  // Union by smaller index with path halving: the root of a component is its first member.
  const parent = Int32Array.from({ length: numNodes }, (_, node) => node);
  const root = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  };
  for (let e = 0; e < source.length; e++) {
    const a = root(source[e]);
    const b = root(target[e]);
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const members = new Map<number, number[]>();
  for (let node = 0; node < numNodes; node++) {
    const first = root(node);
    const others = members.get(first);
    if (others) others.push(node);
    else members.set(first, [node]);
  }
  return [...members.values()]
    .map((nodes) => Int32Array.from(nodes))
    .sort((a, b) => b.length - a.length || a[0] - b[0]);
}
