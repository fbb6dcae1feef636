/**
 * Edge lists of millions put in order and made distinct, with their weights: by counting, in linear time, without a
 * key per edge.
 */
import type { EdgeIndex } from './graphData';
import { rowPointers } from './sparse';

export interface WeightedEdges extends EdgeIndex {
  /** One per edge; null: all 1. */
  readonly weight: Float64Array | null;
}

/** Edge numbers by target, then source; equal edges stay in the order of the list. Nodes are in range. */
export function edgeOrder(numNodes: number, source: Int32Array, target: Int32Array): Int32Array {
  const bySource = new Int32Array(source.length);
  const nextOfSource = rowPointers(numNodes, source);
  for (let e = 0; e < source.length; e++) bySource[nextOfSource[source[e]]++] = e;
  const order = new Int32Array(source.length);
  const nextOfTarget = rowPointers(numNodes, target);
  for (const e of bySource) order[nextOfTarget[target[e]]++] = e;
  return order;
}

function those(
  { source, target, weight }: WeightedEdges,
  isWanted: (from: number, to: number) => boolean,
): WeightedEdges {
  const isIn = (_: number, e: number) => isWanted(source[e], target[e]);
  return {
    source: source.filter(isIn),
    target: target.filter(isIn),
    weight: weight && weight.filter(isIn),
  };
}

/** Without the edges from a node to itself. */
export const withoutLoops = (edges: WeightedEdges): WeightedEdges => those(edges, (from, to) => from !== to);

/** The edges from a node to itself alone. */
export const loopsOf = (edges: WeightedEdges): WeightedEdges => those(edges, (from, to) => from === to);

/** Every edge from the lower to the higher index. */
export function withoutDirection({ source, target, weight }: WeightedEdges): WeightedEdges {
  return {
    source: source.map((from, e) => Math.min(from, target[e])),
    target: target.map((to, e) => Math.max(to, source[e])),
    weight,
  };
}

/** Every edge in both directions: A and its transpose, to which a self-loop adds twice. */
export const bothWays = ({ source, target, weight }: WeightedEdges): WeightedEdges =>
  joinedEdges({ source, target, weight }, { source: target, target: source, weight });

/** One list after the other; both have weights, or neither. */
export const joinedEdges = (first: WeightedEdges, second: WeightedEdges): WeightedEdges => ({
  source: joined(new Int32Array(first.source.length + second.source.length), first.source, second.source),
  target: joined(new Int32Array(first.target.length + second.target.length), first.target, second.target),
  weight:
    first.weight &&
    second.weight &&
    joined(new Float64Array(first.weight.length + second.weight.length), first.weight, second.weight),
});

function joined<T extends Int32Array | Float64Array>(both: T, first: T, second: T): T {
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Sorted by target, then source, each edge once: the weights of equal ones added up, or the first of them. */
export function mergeEdges(
  numNodes: number,
  { source, target, weight }: WeightedEdges,
  rule: 'sum' | 'first',
): WeightedEdges {
  const order = edgeOrder(numNodes, source, target);
  const [from, to] = [new Int32Array(order.length), new Int32Array(order.length)];
  const merged = weight && new Float64Array(order.length);
  let count = 0;
  for (const e of order) {
    const isNew = count === 0 || from[count - 1] !== source[e] || to[count - 1] !== target[e];
    if (isNew) {
      [from[count], to[count]] = [source[e], target[e]];
      count += 1;
    }
    if (!merged || !weight) continue;
    const last = count - 1;
    if (isNew) merged[last] = weight[e];
    else if (rule === 'sum') merged[last] += weight[e];
  }
  return {
    source: from.slice(0, count),
    target: to.slice(0, count),
    weight: merged && merged.slice(0, count),
  };
}
