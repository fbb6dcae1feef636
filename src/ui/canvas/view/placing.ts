/** How the plane of the points comes to lie on a canvas, in CSS pixels from its top left corner. */
import type { Camera } from '../../state/viewSpec';
import type { Box } from '../box';
import type { Point } from '../polygon';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a canvas of this size shows of the plane at its normal zoom: `box`, with room around it. */
export interface Frame extends Size {
  readonly box: Box;
  /** Around the whole picture, in CSS pixels. */
  readonly padding: number;
}

/** A point (x, y) of the plane lies at (left + scale * x, top - scale * y). */
export interface Placing {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

/** A camera's coordinates have the box's longer side as their unit, and its middle at (0.5, 0.5). */
export const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

const sideOf = ({ x, y }: Box): number => Math.max(x[1] - x[0], y[1] - y[0]);

/** CSS pixels per unit of the plane at ratio 1: the whole box fills the canvas but for its padding. */
function fitOf({ box: { x, y }, width, height, padding }: Frame): number {
  const room = (side: number): number => Math.max(1, side - 2 * padding);
  return Math.min(room(width) / (x[1] - x[0]), room(height) / (y[1] - y[0]));
}

export function placingOf(frame: Frame, camera: Camera): Placing {
  const { box, width, height } = frame;
  const scale = fitOf(frame) / camera.ratio;
  const side = sideOf(box);
  const middleX = (box.x[0] + box.x[1]) / 2 + (camera.x - 0.5) * side;
  const middleY = (box.y[0] + box.y[1]) / 2 + (camera.y - 0.5) * side;
  return { left: width / 2 - scale * middleX, top: height / 2 + scale * middleY, scale };
}

export const isSamePlacing = (a: Placing, b: Placing): boolean =>
  a.left === b.left && a.top === b.top && a.scale === b.scale;

/** The point of the plane that lies at a place of the canvas. */
export const pointUnder = ({ left, top, scale }: Placing, { x, y }: Point): Point => ({
  x: (x - left) / scale,
  y: (top - y) / scale,
});

/** The camera after the picture was dragged by (dx, dy) CSS pixels. */
export function dragged(frame: Frame, camera: Camera, dx: number, dy: number): Camera {
  const unit = (fitOf(frame) / camera.ratio) * sideOf(frame.box);
  return { ...camera, x: camera.x - dx / unit, y: camera.y + dy / unit };
}

/** The camera with another ratio that shows at `to` what lay at `from` before. */
export function zoomedAt(frame: Frame, camera: Camera, ratio: number, from: Point, to: Point = from): Camera {
  const under = pointUnder(placingOf(frame, camera), from);
  const now = placingOf(frame, { ...camera, ratio });
  const at = { x: now.left + now.scale * under.x, y: now.top - now.scale * under.y };
  return dragged(frame, { ...camera, ratio }, to.x - at.x, to.y - at.y);
}

/** Room around what is looked at, as a factor. */
const ROOM = 1.5;

/**
 * The camera that has these points of the plane in its middle and in sight.
 *
 * @param nearest ratio below which there is nothing around a point to tell where it is; null where there is no point
 */
export function cameraOn(frame: Frame, points: readonly Point[], nearest: number): Camera | null {
  if (points.length === 0) return null;
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const { x, y } = frame.box;
  const share = Math.max((right - left) / (x[1] - x[0]), (high - low) / (y[1] - y[0]));
  const side = sideOf(frame.box);
  return {
    x: 0.5 + ((left + right) / 2 - (x[0] + x[1]) / 2) / side,
    y: 0.5 + ((low + high) / 2 - (y[0] + y[1]) / 2) / side,
    ratio: Math.min(1, Math.max(nearest, ROOM * share)),
  };
}
