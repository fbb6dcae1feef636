/** From any list of pairs to the one form in which the playground keeps edges. */
import { fail } from '../base/errors';
import type { EdgeIndex } from './graphData';

/**
 * Sorts by target, then source, and drops duplicates, and self-loops unless they are to be kept. With `undirected`, every pair stands for both
 * directions, whichever of them the list holds.
 *
 * Throws where the two lists differ in length or name a node outside 0 .. numNodes - 1.
 */
export function buildEdgeIndex(
  numNodes: number,
  source: ArrayLike<number>,
  target: ArrayLike<number>,
  { undirected = true, keepsLoops = false }: { undirected?: boolean; keepsLoops?: boolean } = {},
): EdgeIndex {
  if (source.length !== target.length)
    throw fail('graph', `expected as many sources as targets, got ${source.length} and ${target.length}`);
  // One key per directed edge, target * numNodes + source: below 2^53 for any graph that fits a tab.
  const keys = new Float64Array(undirected ? 2 * source.length : source.length);
  let count = 0;
  for (let e = 0; e < source.length; e++) {
    const s = nodeAt(source, e, numNodes);
    const t = nodeAt(target, e, numNodes);
    if (s === t && !keepsLoops) continue;
    keys[count++] = t * numNodes + s;
    if (undirected) keys[count++] = s * numNodes + t;
  }
  const sorted = keys.subarray(0, count).sort();
  const distinct = sorted.filter((key, e) => e === 0 || key !== sorted[e - 1]);
  return {
    source: Int32Array.from(distinct, (key) => key % numNodes),
    target: Int32Array.from(distinct, (key) => Math.floor(key / numNodes)),
  };
}

function nodeAt(list: ArrayLike<number>, e: number, numNodes: number): number {
  const node = list[e];
  if (node === undefined || !Number.isInteger(node) || node < 0 || node >= numNodes)
    throw fail('graph', `expected node indices from 0 to ${numNodes - 1}, got ${node} in edge ${e}`);
  return node;
}

/** Asked whenever the page is drawn, and long to find for millions of edges. */
const symmetric = new WeakMap<EdgeIndex, boolean>();

/** Whether every edge also stands the other way round: then the graph is undirected, with half as many edges. */
export function isSymmetric(numNodes: number, edgeIndex: EdgeIndex): boolean {
  const known = symmetric.get(edgeIndex) ?? hasAllTwins(numNodes, edgeIndex);
  symmetric.set(edgeIndex, known);
  return known;
}

/** What has been found on another way; null where it has not been found yet. */
export const knownSymmetry = (edgeIndex: EdgeIndex): boolean | null => symmetric.get(edgeIndex) ?? null;

export const rememberSymmetry = (edgeIndex: EdgeIndex, isSo: boolean): void =>
  void symmetric.set(edgeIndex, isSo);

function hasAllTwins(numNodes: number, { source, target }: EdgeIndex): boolean {
  const next = new Int32Array(numNodes + 1);
  for (const node of source) next[node + 1] += 1;
  for (let node = 0; node < numNodes; node++) next[node + 1] += next[node];
  // The edges in order of target, each put to those of its source: the list of the transposed graph.
  for (let e = 0; e < source.length; e++) {
    const at = next[source[e]]++;
    if (target[e] !== source[at] || source[e] !== target[at]) return false;
  }
  return true;
}
