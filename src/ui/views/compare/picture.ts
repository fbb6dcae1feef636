/** Two pictures in one frame: where points lie, which is under the pointer, how they are drawn. Plain 2-D canvas. */
export interface Camera {
  /** 1: everything fits. */
  readonly zoom: number;
  /** Where the middle of the canvas looks, in shares of the frame. */
  readonly x: number;
  readonly y: number;
}

export const WHOLE: Camera = { zoom: 1, x: 0.5, y: 0.5 };
const [LEAST_ZOOM, MOST_ZOOM] = [0.5, 40];
const PADDING = 22;

/** The box of several pictures together. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export function frameOf(...pictures: readonly Float32Array[]): Frame {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const positions of pictures)
    for (let i = 0; i < positions.length; i += 2) {
      left = Math.min(left, positions[i]!);
      right = Math.max(right, positions[i]!);
      top = Math.min(top, positions[i + 1]!);
      bottom = Math.max(bottom, positions[i + 1]!);
    }
  return { left, top, width: right - left || 1, height: bottom - top || 1 };
}

/** CSS pixels per unit, and where the frame's origin comes to lie. The y axis points up. */
function placing(frame: Frame, size: Size, { zoom, x, y }: Camera) {
  const fit = Math.min((size.width - 2 * PADDING) / frame.width, (size.height - 2 * PADDING) / frame.height);
  const scale = Math.max(fit, 1e-6) * zoom;
  return {
    scale,
    left: size.width / 2 - (frame.left + x * frame.width) * scale,
    top: size.height / 2 + (frame.top + y * frame.height) * scale,
  };
}

/** x, y in CSS pixels, interleaved. */
export function pointsOf(positions: Float32Array, frame: Frame, size: Size, camera: Camera): Float32Array {
  const { scale, left, top } = placing(frame, size, camera);
  return positions.map((value, i) => (i % 2 === 0 ? left + value * scale : top - value * scale));
}

/** The camera after a drag by pixels. */
export function dragged(camera: Camera, frame: Frame, size: Size, dx: number, dy: number): Camera {
  const { scale } = placing(frame, size, camera);
  return {
    ...camera,
    x: camera.x - dx / scale / frame.width,
    y: camera.y + dy / scale / frame.height,
  };
}

/** The camera closer by `factor`, with what is at (px, py) staying there. */
export function zoomed(
  camera: Camera,
  frame: Frame,
  size: Size,
  factor: number,
  px: number,
  py: number,
): Camera {
  const zoom = Math.max(LEAST_ZOOM, Math.min(MOST_ZOOM, camera.zoom * factor));
  const before = placing(frame, size, camera);
  const after = placing(frame, size, { ...camera, zoom });
  const [dx, dy] = [px - size.width / 2, py - size.height / 2];
  return {
    zoom,
    x: camera.x + (dx / before.scale - dx / after.scale) / frame.width,
    y: camera.y - (dy / before.scale - dy / after.scale) / frame.height,
  };
}

const KEY_PX = 40;
const KEY_ZOOM = 1.3;

/** What a key makes of the camera; null where it means nothing here. */
export function steered(key: string, camera: Camera, frame: Frame, size: Size): Camera | null {
  const [x, y] = [size.width / 2, size.height / 2];
  const keys: Partial<Record<string, () => Camera>> = {
    ArrowLeft: () => dragged(camera, frame, size, KEY_PX, 0),
    ArrowRight: () => dragged(camera, frame, size, -KEY_PX, 0),
    ArrowUp: () => dragged(camera, frame, size, 0, KEY_PX),
    ArrowDown: () => dragged(camera, frame, size, 0, -KEY_PX),
    '+': () => zoomed(camera, frame, size, KEY_ZOOM, x, y),
    '=': () => zoomed(camera, frame, size, KEY_ZOOM, x, y),
    '-': () => zoomed(camera, frame, size, 1 / KEY_ZOOM, x, y),
    f: () => WHOLE,
  };
  return keys[key]?.() ?? null;
}

const REACH = 12;

/** The point nearest to (x, y), null where none is within reach. */
export function pointAt(points: Float32Array, x: number, y: number): number | null {
  let [best, least] = [-1, REACH * REACH];
  for (let i = 0; i < points.length; i += 2) {
    const distance = (points[i]! - x) ** 2 + (points[i + 1]! - y) ** 2;
    if (distance < least) [best, least] = [i / 2, distance];
  }
  return best < 0 ? null : best;
}

/** Side of a picture, in CSS pixels, at which radii are as they are meant. */
const USUAL_SIDE = 560;

/** In CSS pixels: large in a small graph, small in a crowd and in a small picture. */
export function radiusOf(numNodes: number, { width, height }: Size): number {
  const usual = Math.max(2.2, Math.min(7, 7 * (34 / numNodes) ** 0.25));
  return usual * Math.min(1.2, Math.max(0.6, Math.sqrt(Math.min(width, height) / USUAL_SIDE)));
}

export interface Drawing {
  readonly points: Float32Array;
  readonly radius: number;
  readonly colours: readonly string[];
  readonly outlines: readonly string[];
  /** Nodes that step back. */
  readonly back: (node: number) => boolean;
  readonly hidden: ReadonlySet<number>;
}

export function drawPoints(context: CanvasRenderingContext2D, { points, radius, ...of }: Drawing): void {
  for (const isFront of [false, true]) {
    context.globalAlpha = isFront ? 1 : 0.22;
    for (let i = 0; i < points.length; i += 2) {
      const node = i / 2;
      if (of.back(node) === isFront || of.hidden.has(node)) continue;
      context.beginPath();
      context.arc(points[i]!, points[i + 1]!, radius, 0, 2 * Math.PI);
      context.fillStyle = of.colours[node]!;
      context.fill();
      context.lineWidth = radius > 4 ? 1 : 0.6;
      context.strokeStyle = of.outlines[node]!;
      context.stroke();
    }
  }
  context.globalAlpha = 1;
}

/** A ring around a node, and its name where it has one. */
export function drawRing(
  context: CanvasRenderingContext2D,
  {
    x,
    y,
    radius,
    ink,
    ground,
    name,
  }: { x: number; y: number; radius: number; ink: string; ground: string; name: string | null },
): void {
  for (const [grow, colour, width] of [
    [3.5, ground, 4],
    [3.5, ink, 1.8],
  ] as const) {
    context.beginPath();
    context.arc(x, y, radius + grow, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  }
  if (name === null) return;
  context.lineWidth = 4;
  context.strokeStyle = ground;
  context.fillStyle = ink;
  context.textBaseline = 'middle';
  context.strokeText(name, x + radius + 9, y);
  context.fillText(name, x + radius + 9, y);
}
