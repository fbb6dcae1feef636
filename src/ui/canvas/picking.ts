/** What lies under a pointer, by distance in CSS pixels: fingers get more slack than Sigma's own picking gives. */
import type { Edge } from '../../data/spec/edits';
import type { Point } from './polygon';
import type { Scene } from './scene';

/** The node whose disc is nearest, if its rim is not farther than `slack`. */
export function nodeAt(
  scene: Scene,
  { x, y }: Point,
  slack: number,
  passes: (node: number) => boolean,
): number | null {
  let [best, least]: [number | null, number] = [null, slack];
  for (let node = 0; node < scene.topology.numNodes; node++) {
    if (!passes(node)) continue;
    const centre = scene.pointOf(node);
    const distance = Math.hypot(centre.x - x, centre.y - y) - scene.radiusOf(node);
    if (distance < least) [best, least] = [node, distance];
  }
  return best;
}

/** Distance from a point to the line between two others. */
export function distanceToLine(point: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy);
}

/** The nearest edge, if it is not farther than `slack`; the lower id first. */
export function edgeAt(scene: Scene, point: Point, slack: number): Edge | null {
  const { edges } = scene.topology;
  let [best, least]: [Edge | null, number] = [null, slack];
  for (let e = 0; e < edges.length; e += 2) {
    const [a, b] = [edges[e]!, edges[e + 1]!];
    const distance = distanceToLine(point, scene.pointOf(a), scene.pointOf(b));
    if (distance < least) [best, least] = [a < b ? [a, b] : [b, a], distance];
  }
  return best;
}
