/** What lies under a pointer or in an area, in CSS pixels: fingers get more slack than a mouse. */
import type { Edge } from '../../data/run/edits';
import { isInside, type Point } from './polygon';
import type { Scene } from './scene';
import { pointUnder } from './view/placing';

/** Nodes smaller than this, in CSS pixels, are still hit within it. */
const LEAST_HIT_RADIUS = 5;
/** No disc at the normal zoom reaches further from its centre, in CSS pixels. */
const WIDEST = 18;

/** Calls for the nodes whose centre may lie within `reach` of the point, in CSS pixels. */
function eachNear(scene: Scene, point: Point, reach: number, call: (node: number) => void): void {
  const { x, y } = pointUnder(scene.placing, point);
  const away = reach / scene.placing.scale;
  scene.near.each({ left: x - away, right: x + away, bottom: y - away, top: y + away }, (node) => {
    if (scene.has(node)) call(node);
  });
}

/**
 * The node under a point: of the discs that it lies in the smallest, which lies on top; else the one whose rim is
 * nearest, if it is not farther than `slack`.
 */
export function nodeAt(scene: Scene, point: Point, slack = 0): number | null {
  let [best, least]: [number | null, number] = [null, Infinity];
  eachNear(scene, point, WIDEST * scene.radiusScale + slack + LEAST_HIT_RADIUS, (node) => {
    const { x, y } = scene.pointOf(node);
    const radius = scene.radiusOf(node);
    const beyond = Math.hypot(x - point.x, y - point.y) - radius;
    if (beyond > Math.max(slack, LEAST_HIT_RADIUS - radius)) return;
    // Discs that hold the point come before those that are near it.
    const rank = beyond <= 0 ? radius - 1e6 : beyond;
    if (rank < least) [best, least] = [node, rank];
  });
  return best;
}

/** The nodes whose centres lie in an area. */
export function nodesIn(scene: Scene, area: readonly Point[]): readonly number[] {
  const under = area.map((point) => pointUnder(scene.placing, point));
  const xs = under.map(({ x }) => x);
  const ys = under.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)];
  const inside: number[] = [];
  const { positions } = scene;
  scene.near.each({ left, right, bottom, top }, (node) => {
    const [x, y] = [positions[2 * node]!, positions[2 * node + 1]!];
    const isBoxed = x >= left && x <= right && y >= bottom && y <= top;
    if (isBoxed && scene.has(node) && isInside(under, { x, y })) inside.push(node);
  });
  return inside.sort((a, b) => a - b);
}

/** Distance from a point (x, y) to the line between two others. */
export function distanceToLine(
  x: number,
  y: number,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - share * dx, y - fromY - share * dy);
}

/** The nearest edge, if it is not farther than `slack`; the lower id first. */
export function edgeAt(scene: Scene, point: Point, slack: number): Edge | null {
  const { edges } = scene.topology;
  const { positions, placing } = scene;
  const { x, y } = pointUnder(placing, point);
  let [best, least] = [-1, slack / placing.scale];
  for (let e = 0; e < edges.length; e += 2) {
    const [a, b] = [2 * edges[e]!, 2 * edges[e + 1]!];
    const distance = distanceToLine(x, y, positions[a]!, positions[a + 1]!, positions[b]!, positions[b + 1]!);
    if (distance < least) [best, least] = [e, distance];
  }
  return best < 0 ? null : [edges[best]!, edges[best + 1]!];
}
