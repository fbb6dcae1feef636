/** Who is linked to whom, whatever the direction of the edges: for rules and draws that ask about pairs of nodes. */
import type { EdgeIndex } from './graphData';
import { bothWays, mergeEdges, withoutLoops } from './mergeEdges';
import { rowPointers } from './sparse';

/** The neighbours of node v are entries rowPtr[v] .. rowPtr[v + 1] - 1: ascending, each once, never v itself. */
export interface AdjacencyLists {
  readonly numNodes: number;
  /** numNodes + 1 offsets. */
  readonly rowPtr: Int32Array;
  readonly neighbour: Int32Array;
}

/** Pairs of nodes in any order, one after the other: pair k is source[k], target[k]. */
export interface NodePairs {
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** One list after the other. */
export function joinedPairs(lists: readonly NodePairs[]): NodePairs {
  const joined = (end: keyof NodePairs) => {
    const all = new Int32Array(lists.reduce((sum, pairs) => sum + pairs[end].length, 0));
    let at = 0;
    for (const pairs of lists) {
      all.set(pairs[end], at);
      at += pairs[end].length;
    }
    return all;
  };
  return { source: joined('source'), target: joined('target') };
}

export function adjacencyLists(numNodes: number, { source, target }: EdgeIndex): AdjacencyLists {
  const merged = mergeEdges(numNodes, bothWays(withoutLoops({ source, target, weight: null })), 'first');
  return { numNodes, rowPtr: rowPointers(numNodes, merged.target), neighbour: merged.source };
}

export const numNeighbours = ({ rowPtr }: AdjacencyLists, node: number): number =>
  rowPtr[node + 1] - rowPtr[node];

/** Where `value` stands in an ascending stretch of a list; -1 where it does not. */
export function placeOf(list: Int32Array, from: number, to: number, value: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low < to && list[low] === value ? low : -1;
}

export const isLinked = ({ rowPtr, neighbour }: AdjacencyLists, a: number, b: number): boolean =>
  placeOf(neighbour, rowPtr[a], rowPtr[a + 1], b) >= 0;
