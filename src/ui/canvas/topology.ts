/** The graph as a picture needs it: every edge once, and the neighbours of a node at hand. */
import type { EdgeIndex } from '../../data/graph/graphData';

export interface Topology {
  readonly numNodes: number;
  /** Ends of each undirected edge, interleaved; self-loops left out. */
  readonly edges: Int32Array;
  /** numNodes + 1 offsets into `neighbours`. */
  readonly offsets: Int32Array;
  readonly neighbours: Int32Array;
}

/** Both canvases ask for the same one. */
const known = new WeakMap<EdgeIndex, Topology>();

/**
 * A pair of nodes that stands in both directions counts as one edge. Edges by their lower end, then the other: in linear
 * time and without a key per edge, so that a graph of millions of edges does not hold up the page.
 */
export function topologyOf(numNodes: number, edgeIndex: EdgeIndex): Topology {
  const before = known.get(edgeIndex);
  if (before?.numNodes === numNodes) return before;
  const edges = distinctEdges(numNodes, edgeIndex);
  const topology = { numNodes, edges, ...adjacencyOf(numNodes, edges) };
  known.set(edgeIndex, topology);
  return topology;
}

function distinctEdges(numNodes: number, { source, target }: EdgeIndex): Int32Array {
  const numListed = source.length;
  const [nextOfHigher, nextOfLower] = [new Int32Array(numNodes + 1), new Int32Array(numNodes + 1)];
  for (let e = 0; e < numListed; e++) {
    nextOfHigher[Math.max(source[e]!, target[e]!) + 1]! += 1;
    nextOfLower[Math.min(source[e]!, target[e]!) + 1]! += 1;
  }
  for (let i = 0; i < numNodes; i++) {
    nextOfHigher[i + 1]! += nextOfHigher[i]!;
    nextOfLower[i + 1]! += nextOfLower[i]!;
  }
  // By the higher end first, so that within a lower end the higher ones ascend and equal pairs stand together.
  const byHigher = new Int32Array(numListed);
  for (let e = 0; e < numListed; e++) byHigher[nextOfHigher[Math.max(source[e]!, target[e]!)]!++] = e;
  const ends = new Int32Array(2 * numListed);
  for (const e of byHigher) {
    const at = 2 * nextOfLower[Math.min(source[e]!, target[e]!)]!++;
    ends[at] = Math.min(source[e]!, target[e]!);
    ends[at + 1] = Math.max(source[e]!, target[e]!);
  }
  let count = 0;
  for (let at = 0; at < ends.length; at += 2) {
    const [a, b] = [ends[at]!, ends[at + 1]!];
    if (a === b || (count > 0 && ends[count - 2] === a && ends[count - 1] === b)) continue;
    ends[count++] = a;
    ends[count++] = b;
  }
  return ends.slice(0, count);
}

function adjacencyOf(numNodes: number, edges: Int32Array): Pick<Topology, 'offsets' | 'neighbours'> {
  const offsets = new Int32Array(numNodes + 1);
  for (const end of edges) offsets[end + 1]! += 1;
  for (let i = 0; i < numNodes; i++) offsets[i + 1]! += offsets[i]!;
  const next = offsets.slice(0, numNodes);
  const neighbours = new Int32Array(edges.length);
  for (let e = 0; e < edges.length; e += 2) {
    const [a, b] = [edges[e]!, edges[e + 1]!];
    neighbours[next[a]!++] = b;
    neighbours[next[b]!++] = a;
  }
  return { offsets, neighbours };
}

export const isSameTopology = (a: Topology, b: Topology): boolean =>
  a === b ||
  (a.numNodes === b.numNodes &&
    a.edges.length === b.edges.length &&
    a.edges.every((end, i) => end === b.edges[i]));

export const neighboursOf = ({ offsets, neighbours }: Topology, node: number): Int32Array =>
  neighbours.subarray(offsets[node], offsets[node + 1]);

/**
 * Radius of each node in CSS pixels: area grows with degree, between bounds that shrink as graphs grow, so that 34
 * nodes are easy to hit (8.5 to 13 px) and 2,708 do not hide each other (2.5 to 6 px).
 */
export function radiiOf({ numNodes, offsets }: Topology): Float32Array {
  const crowd = Math.min(1, 100 / Math.max(1, numNodes));
  const [smallest, largest] = [Math.max(1.5, 8.5 * crowd ** 0.35), Math.max(3, 13 * crowd ** 0.23)];
  const degrees = Float32Array.from({ length: numNodes }, (_, i) => offsets[i + 1]! - offsets[i]!);
  const most = degrees.reduce((a, b) => Math.max(a, b), 1);
  return degrees.map((degree) => smallest + (largest - smallest) * Math.sqrt(degree / most));
}
