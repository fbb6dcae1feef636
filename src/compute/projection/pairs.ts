/**
 * Topology against embedding: pairs of nodes with how far apart they are in the graph and in the space of a layer.
 * Drawn at random all pairs of a citation network would be five or six hops apart; so from each of some sources the
 * same number of partners is drawn at each distance in hops, as far as there are any.
 */
import { STREAM, randomKey, sequence } from '../../data/base/random';
import type { EdgeIndex } from '../../data/graph/graphData';
import { adjacency } from '../../data/graph/sparse';
import type { Pairs } from '../../data/run/pictures';
import { createRowDistances } from './distances';
import type { Rows } from './matrix';

/** Partners of one source at one distance in hops. */
const PER_HOP = 4;
/** Nodes without a way to the source count as one more distance. */
const UNREACHED = -1;

/** Edges on the shortest way from `start` to every node; -1 where there is none. */
export function hopsFrom(numNodes: number, edgeIndex: EdgeIndex, start: number): Int32Array {
  return search(adjacency(numNodes, edgeIndex), start);
}

function search(
  { numRows, rowPtr, colIndex }: { numRows: number; rowPtr: Int32Array; colIndex: Int32Array },
  start: number,
): Int32Array {
  const hops = new Int32Array(numRows).fill(UNREACHED);
  const queue = new Int32Array(numRows);
  let end = 1;
  queue[0] = start;
  hops[start] = 0;
  for (let at = 0; at < end; at++) {
    const node = queue[at]!;
    for (let e = rowPtr[node]!; e < rowPtr[node + 1]!; e++) {
      const next = colIndex[e]!;
      if (hops[next] !== UNREACHED) continue;
      hops[next] = hops[node]! + 1;
      queue[end++] = next;
    }
  }
  return hops;
}

/**
 * @param rows as distances see them (comparedRows)
 * @param sample about so many pairs, fewer in small graphs; each pair once
 */
export function* samplePairs(
  rows: Rows,
  edgeIndex: EdgeIndex,
  { sample, seed }: { sample: number; seed: number },
): Generator<void, Omit<Pairs, 'epoch'>> {
  const { numRows } = rows;
  const graph = adjacency(numRows, edgeIndex);
  const distancesFrom = createRowDistances(rows);
  const squared = new Float64Array(numRows);
  const random = sequence(randomKey(seed, STREAM.projection, 0x7fff));
  const found = {
    first: [] as number[],
    second: [] as number[],
    hops: [] as number[],
    distance: [] as number[],
  };
  const known = new Set<number>();
  for (const source of shuffled(numRows, random)) {
    if (found.first.length >= sample) break;
    const hops = search(graph, source);
    distancesFrom(source, squared);
    const drawn = new Map<number, number>();
    for (const node of shuffled(numRows, random)) {
      if (node === source) continue;
      const apart = hops[node]!;
      const count = drawn.get(apart) ?? 0;
      const pair = Math.min(node, source) * numRows + Math.max(node, source);
      if (count >= PER_HOP || known.has(pair)) continue;
      known.add(pair);
      drawn.set(apart, count + 1);
      found.first.push(source);
      found.second.push(node);
      found.hops.push(apart);
      found.distance.push(Math.sqrt(squared[node]!));
    }
    yield;
  }
  return {
    first: Int32Array.from(found.first.slice(0, sample)),
    second: Int32Array.from(found.second.slice(0, sample)),
    hops: Int32Array.from(found.hops.slice(0, sample)),
    distance: Float32Array.from(found.distance.slice(0, sample)),
  };
}

/** 0 .. n - 1 in a random order (Fisher and Yates). */
function shuffled(n: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
