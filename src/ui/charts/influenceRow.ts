import type { Influence } from '../../data/run/records';
import { randomBits, randomKey, STREAM } from '../../data/base/random';

/** Asked for: nothing that is offered hears further. */
export const MOST_HOPS = 20;

export interface InfluenceRow {
  /** Share of all influence that comes from each hop, from 0 on; adds up to 1, or is all 0. */
  readonly shares: readonly number[];
  /** Expected distance that influence comes from, in hops. */
  readonly breadth: number;
}

/** The mean over nodes that were asked for one by one. */
export function influenceRow(each: readonly Pick<Influence, 'perHop' | 'breadth'>[]): InfluenceRow {
  const length = Math.max(0, ...each.map(({ perHop }) => perHop.length));
  const sums = Array.from({ length }, (_, hop) =>
    each.reduce((sum, { perHop }) => sum + (perHop[hop] ?? 0), 0),
  );
  const total = sums.reduce((sum, value) => sum + value, 0);
  return {
    shares: sums.map((value) => (total > 0 ? value / total : 0)),
    breadth: each.reduce((sum, { breadth }) => sum + breadth, 0) / Math.max(1, each.length),
  };
}

/** Hops that are drawn: one more than the furthest that is heard, so that it can be seen where hearing ends. */
export const hopsShown = (rows: readonly InfluenceRow[]): number =>
  Math.min(
    MOST_HOPS,
    2 + Math.max(0, ...rows.map(({ shares }) => shares.findLastIndex((share) => share > 0))),
  );

/** `size` of the nodes that are there, drawn by chance and the same each time; ascending. */
export function sampleOf(numNodes: number, gone: ReadonlySet<number>, size: number): readonly number[] {
  const key = randomKey(0, STREAM.generator, numNodes);
  return Array.from({ length: numNodes }, (_, node) => node)
    .filter((node) => !gone.has(node))
    .sort((a, b) => randomBits(key, a) - randomBits(key, b))
    .slice(0, size)
    .sort((a, b) => a - b);
}
