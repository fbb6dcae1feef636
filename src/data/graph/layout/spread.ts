/** How far a layout reaches, and how far from it a node may be put that was added by hand. */

export interface Spread {
  readonly middle: number;
  /** Of the longer side of the layout; 1 where all nodes are in one place, or there are none. */
  readonly size: number;
}

/** A node further from the middle than so many times the layout's size would leave the rest of it a dot. */
const FURTHEST = 10;

/**
 * Of x and of y.
 * @param positions x, y per node, interleaved
 */
export function spreadOf(positions: Float32Array): readonly [Spread, Spread] {
  const [low, high] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  positions.forEach((at, k) => {
    low[k % 2] = Math.min(low[k % 2], at);
    high[k % 2] = Math.max(high[k % 2], at);
  });
  const size = Math.max(high[0] - low[0], high[1] - low[1], 0) || 1;
  const along = (axis: 0 | 1): Spread => ({
    middle: positions.length === 0 ? 0 : (low[axis] + high[axis]) / 2,
    size,
  });
  return [along(0), along(1)];
}

/** The least and the most that the coordinate of an added node can be. */
export const reachOf = ({ middle, size }: Spread): readonly [number, number] => [
  middle - FURTHEST * size,
  middle + FURTHEST * size,
];
