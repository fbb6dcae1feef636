/** Connected components: which nodes can reach one another, whatever the direction of the edges. */
import { atOnce, isSliceEnd, SLICE, type Sliced } from '../base/sliced';
import type { EdgeIndex } from './graphData';

/** Of each node the first member of its component. */
function* firstMembers(numNodes: number, { source, target }: EdgeIndex): Sliced<Int32Array> {
  // Union by smaller index with path halving: the root of a component is its first member.
  const parent = new Int32Array(numNodes);
  for (let node = 0; node < numNodes; node++) parent[node] = node;
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
    if (isSliceEnd(e)) yield;
  }
  for (let node = 0; node < numNodes; node++) {
    parent[node] = root(node);
    if (isSliceEnd(node)) yield;
  }
  return parent;
}

/** Members of each component, ascending; the largest component first, equal ones by their first member. */
export function connectedComponents(numNodes: number, edgeIndex: EdgeIndex): Int32Array[] {
  const members = new Map<number, number[]>();
  atOnce(firstMembers(numNodes, edgeIndex)).forEach((first, node) => {
    const others = members.get(first);
    if (others) others.push(node);
    else members.set(first, [node]);
  });
  return [...members.values()]
    .map((nodes) => Int32Array.from(nodes))
    .sort((a, b) => b.length - a.length || a[0] - b[0]);
}

/**
 * Of each node the rank of its component, by size as above: 0 is the largest. In linear time, and without a list per
 * component: there may be as many as nodes.
 * @param gone nodes without an edge that are in no component: -1
 */
export function* componentRanks(
  numNodes: number,
  edgeIndex: EdgeIndex,
  gone: ReadonlySet<number>,
): Sliced<{ readonly rank: Int32Array; readonly count: number }> {
  const first = yield* firstMembers(numNodes, edgeIndex);
  const sizes = new Int32Array(numNodes);
  for (const node of first) sizes[node] += 1;
  for (const node of gone) sizes[node] = 0;
  if (numNodes > SLICE) yield;
  // Places in the order of sizes, counted: those of the largest begin at 0.
  const largest = sizes.reduce((a, b) => Math.max(a, b), 0);
  const next = new Int32Array(largest + 2);
  let count = 0;
  for (const size of sizes) {
    if (size === 0) continue;
    next[largest - size + 1] += 1;
    count += 1;
  }
  for (let i = 0; i <= largest; i++) next[i + 1] += next[i];
  if (numNodes > SLICE) yield;
  const rank = new Int32Array(numNodes).fill(-1);
  for (let node = 0; node < numNodes; node++) {
    if (sizes[node] > 0) rank[node] = next[largest - sizes[node]]++;
    // A first member comes before all others.
    else if (first[node] !== node) rank[node] = rank[first[node]];
    if (isSliceEnd(node)) yield;
  }
  return { rank, count };
}
