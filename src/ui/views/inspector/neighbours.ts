import type { EdgeIndex, GraphData } from '../../../data/graph/graphData';

/** First edge whose target is `node` or more: edges are sorted by target. */
function firstInto({ target }: EdgeIndex, node: number): number {
  let low = 0;
  let high = target.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (target[middle]! < node) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Weight of the edge from `node` to itself; undefined where it has none. */
export function selfLoopOf({ edgeIndex, edgeWeight }: GraphData, node: number): number | undefined {
  const at = neighboursOf(edgeIndex, node).indexOf(node);
  return at < 0 ? undefined : (edgeWeight?.[firstInto(edgeIndex, node) + at] ?? 1);
}

/** The nodes that `node` listens to, ascending. */
export const neighboursOf = (edgeIndex: EdgeIndex, node: number): Int32Array =>
  edgeIndex.source.subarray(firstInto(edgeIndex, node), firstInto(edgeIndex, node + 1));
