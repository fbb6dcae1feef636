/**
 * Rules that score a pair of nodes without learning anything. Each sees what the encoder sees: the graph of the
 * messages, whatever the direction of its edges, and the features.
 *
 * Work that takes long is a generator: it yields every so often, with the share that is done, and the caller gives way
 * to messages, or drops it.
 */
import { adjacencyLists, type AdjacencyLists, type NodePairs } from '../../data/graph/adjacencyLists';
import type { Features } from '../../data/graph/graphData';
import type { MessageGraph } from '../../data/graph/messageGraph';

export interface BaselineGraph {
  readonly links: AdjacencyLists;
  readonly features: Features;
  readonly seed: number;
}

/** One score a pair, the higher the likelier an edge. Yields the share done, 0 to 1. */
export type Scoring = Generator<number, Float64Array>;

export interface Baseline {
  readonly id: string;
  readonly name: string;
  /** TeX, of nodes u and v, N(u) the neighbours of u. */
  readonly formula: string;
  readonly source: string;
  score(graph: BaselineGraph, pairs: NodePairs): Scoring;
}

export const baselineGraph = (
  { numNodes, edgeIndex }: MessageGraph,
  features: Features,
  seed: number,
): BaselineGraph => ({ links: adjacencyLists(numNodes, edgeIndex), features, seed });

/** Pairs between two yields, where a pair takes little. */
const SLICE = 4096;

/** A score from the two nodes alone. */
export function* pairByPair(
  { source, target }: NodePairs,
  scoreOf: (u: number, v: number) => number,
): Scoring {
  const scores = new Float64Array(source.length);
  for (let k = 0; k < source.length; k++) {
    scores[k] = scoreOf(source[k], target[k]);
    if (k % SLICE === SLICE - 1) yield (k + 1) / source.length;
  }
  return scores;
}

/** A score from what is worked out once for each first node. @param spreadFrom what of u tells of every v */
export function* nodeByNode(
  { source, target }: NodePairs,
  spreadFrom: (u: number) => (v: number) => number,
): Scoring {
  const scores = new Float64Array(source.length);
  const order = Int32Array.from(source.keys()).sort((a, b) => source[a] - source[b]);
  let scoreOf: (v: number) => number = () => NaN;
  for (let at = 0; at < order.length; at++) {
    const k = order[at];
    if (at === 0 || source[k] !== source[order[at - 1]]) {
      scoreOf = spreadFrom(source[k]);
      yield at / order.length;
    }
    scores[k] = scoreOf(target[k]);
  }
  return scores;
}

/** Sum of `weightOf` over the common neighbours of two nodes, by merging their ascending lists. */
export function overCommon(
  { rowPtr, neighbour }: AdjacencyLists,
  u: number,
  v: number,
  weightOf: (node: number) => number,
): number {
  let [i, j, sum] = [rowPtr[u], rowPtr[v], 0];
  while (i < rowPtr[u + 1] && j < rowPtr[v + 1]) {
    const [a, b] = [neighbour[i], neighbour[j]];
    if (a === b) sum += weightOf(a);
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return sum;
}
