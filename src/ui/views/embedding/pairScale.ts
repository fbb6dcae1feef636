import type { Pairs } from '../../../data/run/pictures';
import { hash32 } from '../../../data/base/random';

/** More hops than this share one column. */
const MOST_HOPS = 10;
/** Share of the pairs that the height is for. */
const SHOWN = 0.99;

export interface PairPoint {
  readonly pair: number;
  /** Share of the width and the height, 0 to 1, from the bottom left. */
  readonly x: number;
  readonly y: number;
}

export interface PairScale {
  /** Texts of the columns: 1, 2, ... `no path` where there are such pairs. */
  readonly columns: readonly string[];
  readonly points: readonly PairPoint[];
  /** Median distance of each column, as a share of the height; NaN for an empty one. */
  readonly medians: readonly number[];
  /** Distance at the top. */
  readonly longest: number;
}

export function pairScale({ hops, distance }: Pairs): PairScale {
  const most = Math.min(
    MOST_HOPS,
    hops.reduce((a, b) => Math.max(a, b), 1),
  );
  const isSplit = hops.includes(-1);
  const columns = Array.from({ length: most }, (_, i) => (i + 1 === MOST_HOPS ? `${i + 1}+` : String(i + 1)));
  if (isSplit) columns.push('no path');
  const columnOf = (apart: number): number => (apart < 0 ? columns.length - 1 : Math.min(apart, most) - 1);
  // A few pairs far off would leave no room for the others: they stand at the top.
  const longest = distance.toSorted()[Math.floor(SHOWN * (distance.length - 1))] || 1;
  const heightOf = (pair: number): number => Math.min(1, distance[pair]! / longest);
  const byColumn: number[][] = columns.map(() => []);
  const points = Array.from(hops, (apart, pair): PairPoint => {
    const column = columnOf(apart);
    byColumn[column]?.push(heightOf(pair));
    // A fixed place within the column, so that nothing moves that has not changed.
    const within = 0.2 + (0.6 * hash32(pair)) / 4_294_967_296;
    return { pair, x: (column + within) / columns.length, y: heightOf(pair) };
  });
  const medians = byColumn.map(
    (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN,
  );
  return { columns, points, medians, longest };
}

export interface Brush {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** The pairs in the rectangle; without one, the most surprising ones: furthest apart in the graph, nearest here. */
export function listedPairs({ hops, distance }: Pairs, { points }: PairScale, brush: Brush | null): number[] {
  if (brush) {
    const [left, right] = [Math.min(brush.x0, brush.x1), Math.max(brush.x0, brush.x1)];
    const [bottom, top] = [Math.min(brush.y0, brush.y1), Math.max(brush.y0, brush.y1)];
    return points
      .filter(({ x, y }) => x >= left && x <= right && y >= bottom && y <= top)
      .map(({ pair }) => pair);
  }
  const apart = (pair: number): number => (hops[pair]! < 0 ? Infinity : hops[pair]!);
  const far = Array.from(hops.keys()).filter((pair) => apart(pair) >= 3);
  return far.toSorted(
    (a, b) => distance[a]! / apart(a) - distance[b]! / apart(b) || distance[a]! - distance[b]!,
  );
}
