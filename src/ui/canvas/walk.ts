/** Walking over a picture by keys: which node lies next in a direction. Points are CSS pixels, y downwards. */
import type { Point } from './polygon';

const DIRECTIONS: Readonly<Partial<Record<string, Point>>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export const isArrow = (key: string): boolean => key in DIRECTIONS;

/** A node off to the side counts as if it were this much further away than it is ahead. */
const ASIDE = 2;

/**
 * The nearest of `candidates` in the direction of the arrow `key`, within 45 degrees of it.
 *
 * @returns null where there is none
 */
export function nodeTowards(
  key: string,
  from: Point,
  candidates: Iterable<number>,
  pointOf: (node: number) => Point,
): number | null {
  const direction = DIRECTIONS[key];
  if (!direction) return null;
  let best: number | null = null;
  let least = Infinity;
  for (const node of candidates) {
    const { x, y } = pointOf(node);
    const ahead = (x - from.x) * direction.x + (y - from.y) * direction.y;
    const aside = Math.abs((x - from.x) * direction.y) + Math.abs((y - from.y) * direction.x);
    if (ahead <= 0 || aside > ahead) continue;
    const cost = ahead + ASIDE * aside;
    if (cost < least) [best, least] = [node, cost];
  }
  return best;
}

/** The candidate nearest to a point; null where there is none. */
export function nodeAt(
  place: Point,
  candidates: Iterable<number>,
  pointOf: (node: number) => Point,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const node of candidates) {
    const { x, y } = pointOf(node);
    const distance = Math.hypot(x - place.x, y - place.y);
    if (distance < least) [best, least] = [node, distance];
  }
  return best;
}
