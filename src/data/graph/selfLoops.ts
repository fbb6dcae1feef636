/**
 * The edges with a self-loop at every node, as layers ask for that look at a node beside its neighbours. A loop that the
 * graph has stands in the place of the one that would be added: torch_geometric.utils.add_remaining_self_loops.
 */
import type { EdgeIndex } from './graphData';
import type { MessageGraph } from './messageGraph';

export interface LoopedEdges extends EdgeIndex {
  /** Which edge of the graph edge e is; -1 for a self-loop that was added. */
  readonly given: Int32Array;
}

export function countLoops({ source, target }: EdgeIndex): number {
  let count = 0;
  for (let e = 0; e < source.length; e++) if (source[e] === target[e]) count += 1;
  return count;
}

/** Of a graph whose edges all stand both ways, with a self-loop standing once. */
export const numUndirectedEdges = (edgeIndex: EdgeIndex): number =>
  (edgeIndex.source.length + countLoops(edgeIndex)) / 2;

/**
 * Sorted by target, then source, as the edges are. Of a block (train/sampling) as many edges come out whatever loops are
 * among them: in place of those that need not be added, further ones from its last row to itself fill up.
 */
export function withSelfLoops({
  numNodes,
  numSources = numNodes,
  edgeIndex: { source, target },
  numFilling,
}: Pick<MessageGraph, 'numNodes' | 'numSources' | 'edgeIndex' | 'numFilling'>): LoopedEdges {
  const numEdges = source.length - (numFilling ?? 0);
  const isLoop = (e: number) => e < numEdges && source[e] === target[e];
  const numAdded = numNodes - countLoops({ source: source.subarray(0, numEdges), target });
  const size = source.length + (numFilling === undefined ? numAdded : numNodes);
  const list = {
    source: new Int32Array(size).fill(numSources - 1),
    target: new Int32Array(size).fill(numNodes - 1),
    given: new Int32Array(size).fill(-1),
  };
  let at = 0;
  const put = (from: number, to: number, given: number) => {
    list.source[at] = from;
    list.target[at] = to;
    list.given[at++] = given;
  };
  let e = 0;
  for (let node = 0; node < numNodes; node++) {
    for (; e < target.length && target[e] === node && source[e] < node; e++) put(source[e], node, e);
    if (!isLoop(e) || target[e] !== node) put(node, node, -1);
    for (; e < target.length && target[e] === node; e++) put(source[e], node, e);
  }
  return list;
}
