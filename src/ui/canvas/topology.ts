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

/** A pair of nodes that stands in both directions counts as one edge. */
export function topologyOf(numNodes: number, { source, target }: EdgeIndex): Topology {
  const seen = new Set<number>();
  const ends: number[] = [];
  const degrees = new Int32Array(numNodes);
  for (let e = 0; e < source.length; e++) {
    const a = Math.min(source[e]!, target[e]!);
    const b = Math.max(source[e]!, target[e]!);
    const key = a * numNodes + b;
    if (a === b || seen.has(key)) continue;
    seen.add(key);
    ends.push(a, b);
    degrees[a]! += 1;
    degrees[b]! += 1;
  }
  const offsets = new Int32Array(numNodes + 1);
  for (let i = 0; i < numNodes; i++) offsets[i + 1] = offsets[i]! + degrees[i]!;
  const next = offsets.slice(0, numNodes);
  const neighbours = new Int32Array(ends.length);
  for (let e = 0; e < ends.length; e += 2) {
    const [a, b] = [ends[e]!, ends[e + 1]!];
    neighbours[next[a]!++] = b;
    neighbours[next[b]!++] = a;
  }
  return { numNodes, edges: Int32Array.from(ends), offsets, neighbours };
}

export const isSameTopology = (a: Topology, b: Topology): boolean =>
  a.numNodes === b.numNodes &&
  a.edges.length === b.edges.length &&
  a.edges.every((end, i) => end === b.edges[i]);

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
