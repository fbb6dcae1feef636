/** The part of the plane that a canvas shows at its normal zoom. */

export interface Box {
  readonly x: [min: number, max: number];
  readonly y: [min: number, max: number];
}

/** Smallest box around interleaved points; points that are not finite are left out; never without extent. */
export function boxAround(positions: Float32Array): Box {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i + 1 < positions.length; i += 2) {
    const [x, y] = [positions[i]!, positions[i + 1]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    bottom = Math.min(bottom, y);
    top = Math.max(top, y);
  }
  if (left > right) return { x: [-1, 1], y: [-1, 1] };
  // A line or a single point still needs room on both axes: a tenth of the longer side, or 1.
  const room = Math.max(right - left, top - bottom) / 20 || 0.5;
  const widen = (min: number, max: number): [number, number] => {
    const lack = Math.max(0, room - (max - min) / 2);
    return [min - lack, max + lack];
  };
  return { x: widen(left, right), y: widen(bottom, top) };
}

const size = ({ x, y }: Box): number => Math.max(x[1] - x[0], y[1] - y[0]);

/**
 * `next`, unless it differs from `before` by less than `tolerance` of its size on every side: then `before`, so that a
 * picture that trembles does not make the frame tremble. Points must never be cut off: a `next` that sticks out wins.
 */
export function steadyBox(before: Box | null, next: Box, tolerance = 0.06): Box {
  if (!before) return next;
  const slack = size(next) * tolerance;
  const steady = (a: [number, number], b: [number, number]): boolean =>
    b[0] >= a[0] - slack / 3 && b[1] <= a[1] + slack / 3 && b[0] - a[0] <= slack && a[1] - b[1] <= slack;
  return steady(before.x, next.x) && steady(before.y, next.y) ? before : next;
}

const between = (a: [number, number], b: [number, number], share: number): [number, number] => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** (1 - share) * from + share * to, side by side. */
export const boxBetween = (from: Box, to: Box, share: number): Box => ({
  x: between(from.x, to.x, share),
  y: between(from.y, to.y, share),
});

/** The largest distance between two equal sides, as a share of the box's size. */
export function boxDistance(a: Box, b: Box): number {
  const gaps = [a.x[0] - b.x[0], a.x[1] - b.x[1], a.y[0] - b.y[0], a.y[1] - b.y[1]];
  return Math.max(...gaps.map(Math.abs)) / size(b);
}
