/** The graph as a picture needs it: every edge once, and the neighbours of a node at hand. */
import { atOnce, isSliceEnd, SLICE, type Sliced } from '../../data/base/sliced';
import { rememberSymmetry } from '../../data/graph/edgeIndex';
import type { EdgeIndex } from '../../data/graph/graphData';
import { inTurns } from '../state/inTurns';

export interface Topology {
  readonly numNodes: number;
  /** Ends of each undirected edge, interleaved; self-loops left out. */
  readonly edges: Int32Array;
  /** The nodes that have one. */
  readonly loops: Int32Array;
  /** numNodes + 1 offsets into `neighbours`. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Both canvases ask for the same one. */
const known = new WeakMap<EdgeIndex, Topology>();

const knownOf = (numNodes: number, edgeIndex: EdgeIndex): Topology | null => {
  const before = known.get(edgeIndex);
  return before?.numNodes === numNodes ? before : null;
};

/**
 * A pair of nodes that stands in both directions counts as one edge. Edges by their lower end, then the other: in linear
 * time and without a key per edge.
 */
export const topologyOf = (numNodes: number, edgeIndex: EdgeIndex): Topology =>
  knownOf(numNodes, edgeIndex) ?? atOnce(topologyOfSliced(numNodes, edgeIndex));

/**
 * The same, in turns with the page where the graph is large; `then` is called at once where it is not.
 *
 * @returns gives up
 */
export function topologySoon(
  { numNodes, edgeIndex }: { readonly numNodes: number; readonly edgeIndex: EdgeIndex },
  then: (topology: Topology) => void,
): () => void {
  if (knownOf(numNodes, edgeIndex) || Math.max(numNodes, edgeIndex.source.length) <= SLICE) {
    then(topologyOf(numNodes, edgeIndex));
    return () => {};
  }
  const waiting = underWay.get(edgeIndex) ?? new Set();
  waiting.add(then);
  if (!underWay.has(edgeIndex)) {
    underWay.set(edgeIndex, waiting);
    inTurns(topologyOfSliced(numNodes, edgeIndex), (topology) => {
      underWay.delete(edgeIndex);
      for (const tell of waiting) tell(topology);
    });
  }
  return () => void waiting.delete(then);
}

/** Who waits for which: both canvases ask at the same time. */
const underWay = new WeakMap<EdgeIndex, Set<(topology: Topology) => void>>();

export function* topologyOfSliced(numNodes: number, edgeIndex: EdgeIndex): Sliced<Topology> {
  const { edges, loops } = yield* distinctEdges(numNodes, edgeIndex);
  const topology = { numNodes, edges, loops, ...(yield* adjacencyOf(numNodes, edges)) };
  known.set(edgeIndex, topology);
  // Every edge is listed once in each of its directions: there are twice as many where none lacks its twin.
  rememberSymmetry(edgeIndex, edges.length + loops.length === edgeIndex.source.length);
  return topology;
}

function* distinctEdges(
  numNodes: number,
  { source, target }: EdgeIndex,
): Sliced<Pick<Topology, 'edges' | 'loops'>> {
  const numListed = source.length;
  const [nextOfHigher, nextOfLower] = [new Int32Array(numNodes + 1), new Int32Array(numNodes + 1)];
  for (let e = 0; e < numListed; e++) {
    nextOfHigher[Math.max(source[e]!, target[e]!) + 1]! += 1;
    nextOfLower[Math.min(source[e]!, target[e]!) + 1]! += 1;
    if (isSliceEnd(e)) yield;
  }
  for (let i = 0; i < numNodes; i++) {
    nextOfHigher[i + 1]! += nextOfHigher[i]!;
    nextOfLower[i + 1]! += nextOfLower[i]!;
    if (isSliceEnd(i)) yield;
  }
  // By the higher end first, so that within a lower end the higher ones ascend and equal pairs stand together.
  const byHigher = new Int32Array(numListed);
  for (let e = 0; e < numListed; e++) {
    byHigher[nextOfHigher[Math.max(source[e]!, target[e]!)]!++] = e;
    if (isSliceEnd(e)) yield;
  }
  const ends = new Int32Array(2 * numListed);
  for (let i = 0; i < numListed; i++) {
    const e = byHigher[i]!;
    const at = 2 * nextOfLower[Math.min(source[e]!, target[e]!)]!++;
    ends[at] = Math.min(source[e]!, target[e]!);
    ends[at + 1] = Math.max(source[e]!, target[e]!);
    if (isSliceEnd(i)) yield;
  }
  let count = 0;
  const loops: number[] = [];
  for (let i = 0; i < numListed; i++) {
    const [a, b] = [ends[2 * i]!, ends[2 * i + 1]!];
    const isTwin = count > 0 && ends[count - 2] === a && ends[count - 1] === b;
    if (a === b) loops.push(a);
    else if (!isTwin) {
      ends[count++] = a;
      ends[count++] = b;
    }
    if (isSliceEnd(i)) yield;
  }
  return { edges: ends.slice(0, count), loops: Int32Array.from(loops) };
}

function* adjacencyOf(numNodes: number, edges: Int32Array): Sliced<Pick<Topology, 'offsets' | 'neighbours'>> {
  const offsets = new Int32Array(numNodes + 1);
  for (let e = 0; e < edges.length; e++) {
    offsets[edges[e]! + 1]! += 1;
    if (isSliceEnd(e)) yield;
  }
  for (let i = 0; i < numNodes; i++) {
    offsets[i + 1]! += offsets[i]!;
    if (isSliceEnd(i)) yield;
  }
  const next = offsets.slice(0, numNodes);
  const neighbours = new Int32Array(edges.length);
  for (let e = 0; e < edges.length / 2; e++) {
    const [a, b] = [edges[2 * e]!, edges[2 * e + 1]!];
    neighbours[next[a]!++] = b;
    neighbours[next[b]!++] = a;
    if (isSliceEnd(e)) yield;
  }
  return { offsets, neighbours };
}

export const isSameTopology = (a: Topology, b: Topology): boolean =>
  a === b ||
  (a.numNodes === b.numNodes &&
    a.edges.length === b.edges.length &&
    a.edges.every((end, i) => end === b.edges[i]) &&
    a.loops.length === b.loops.length &&
    a.loops.every((node, i) => node === b.loops[i]));

export const neighboursOf = ({ offsets, neighbours }: Topology, node: number): Int32Array =>
  neighbours.subarray(offsets[node], offsets[node + 1]);

/**
 * Radius of each node in CSS pixels: area grows with degree, between bounds that shrink as graphs grow, so that 34
 * nodes are easy to hit (8.5 to 13 px) and 2,708 do not hide each other (2.5 to 6 px).
 */
export function radiiOf({ numNodes, offsets }: Topology): Float32Array {
  const crowd = Math.min(1, 100 / Math.max(1, numNodes));
  const [smallest, largest] = [Math.max(1.5, 8.5 * crowd ** 0.35), Math.max(3, 13 * crowd ** 0.23)];
  const degreeOf = (node: number): number => offsets[node + 1]! - offsets[node]!;
  let most = 1;
  for (let node = 0; node < numNodes; node++) most = Math.max(most, degreeOf(node));
  const radii = new Float32Array(numNodes);
  for (let node = 0; node < numNodes; node++)
    radii[node] = smallest + (largest - smallest) * Math.sqrt(degreeOf(node) / most);
  return radii;
}
