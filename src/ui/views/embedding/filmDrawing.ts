/** One frame of the film strip: every node a speck of its colour where the layer's picture has it. */
import { boxAround } from '../../canvas/box';
import { colouringOf, type Colouring } from '../../canvas/colouring';
import { toRgb } from '../../palette/colour';
import type { Theme } from '../../palette/palette';
import type { AppState } from '../../state/appState';

/** Up to this many nodes a speck is a disc. */
const FEW = 400;
/** CSS pixels. */
const [MARGIN, DISC, SPECK] = [5, 1.7, 1.3];

/** Deleted nodes keep their number, and have no place. */
export function standingPlaces(positions: Float32Array, deleted: readonly number[] = []): Float32Array {
  if (deleted.length === 0) return positions;
  const standing = positions.slice();
  for (const node of deleted) standing.fill(NaN, 2 * node, 2 * node + 2);
  return standing;
}

/** The longest side of all layers' pictures: each then has room for it. */
export function sharedSide({ strip, graph }: Pick<AppState, 'strip' | 'graph'>, numNodes: number): number {
  let longest = 0;
  for (const picture of Object.values(strip)) {
    if (picture?.kind !== 'points' || picture.positions.length !== 2 * numNodes) continue;
    const { x, y } = boxAround(standingPlaces(picture.positions, graph?.data.tombstones));
    longest = Math.max(longest, x[1] - x[0], y[1] - y[0]);
  }
  return longest;
}

/** @returns whether there was a picture to draw */
export function drawFrame(canvas: HTMLCanvasElement, state: AppState, layer: string, theme: Theme): boolean {
  const context = canvas.getContext('2d');
  const [width, height] = [canvas.offsetWidth, canvas.offsetHeight];
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const picture = state.strip[layer];
  const numNodes = state.graph?.data.numNodes ?? 0;
  const colouring = colouringOf(state, theme);
  if (!context || !colouring || width === 0) return false;
  if (picture?.kind !== 'points' || picture.positions.length !== 2 * numNodes) return false;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const positions = standingPlaces(picture.positions, state.graph?.data.tombstones);
  const { x, y } = boxAround(positions);
  const shared = state.view.filmScale ? sharedSide(state, numNodes) : null;
  const room = [width - 2 * MARGIN, height - 2 * MARGIN] as const;
  const scale = Math.min(
    room[0] / Math.max(shared ?? x[1] - x[0], 1e-9),
    room[1] / Math.max(shared ?? y[1] - y[0], 1e-9),
  );
  const [left, top] = [width / 2 - (scale * (x[0] + x[1])) / 2, height / 2 + (scale * (y[0] + y[1])) / 2];
  const place = { scale, left, top };
  if (numNodes > FEW) context.putImageData(specks(positions, colouring, place, canvas, ratio), 0, 0);
  else drawDiscs(context, positions, colouring, place);
  return true;
}

/** From the plane to the frame, in CSS pixels. */
interface Place {
  readonly scale: number;
  readonly left: number;
  readonly top: number;
}

function drawDiscs(
  context: CanvasRenderingContext2D,
  positions: Float32Array,
  { marks, markOf }: Colouring,
  { scale, left, top }: Place,
): void {
  for (const [mark, { colour }] of marks.entries()) {
    context.fillStyle = colour;
    context.beginPath();
    for (const [i, other] of markOf.entries()) {
      if (other !== mark) continue;
      const [across, down] = [left + scale * positions[2 * i]!, top - scale * positions[2 * i + 1]!];
      context.moveTo(across + DISC, down);
      context.arc(across, down, DISC, 0, 2 * Math.PI);
    }
    context.fill();
  }
}

/**
 * A square of whole pixels per node, marks in their order from the bottom up. Pixels, and no paths: a canvas takes seconds
 * for half a million rectangles.
 * @param ratio pixels per CSS pixel
 */
export function specks(
  positions: Float32Array,
  { marks, markOf }: Colouring,
  { scale, left, top }: Place,
  { width, height }: { readonly width: number; readonly height: number },
  ratio: number,
): ImageData {
  const image = new ImageData(width, height);
  const pixels = new Uint32Array(image.data.buffer);
  /** Of each pixel, the mark that lies on top there, from 1. */
  const onTop = new Uint16Array(pixels.length);
  const side = Math.max(1, Math.round(SPECK * ratio));
  for (let i = 0; i < markOf.length; i++) {
    const column = Math.round(ratio * (left + scale * positions[2 * i]!) - side / 2);
    const row = Math.round(ratio * (top - scale * positions[2 * i + 1]!) - side / 2);
    if (!(column >= 0 && row >= 0 && column + side <= width && row + side <= height)) continue;
    for (let y = row; y < row + side; y++)
      for (let x = column; x < column + side; x++) {
        const at = y * width + x;
        if (onTop[at]! <= markOf[i]!) onTop[at] = markOf[i]! + 1;
      }
  }
  const colours = Uint32Array.from(marks, ({ colour }) => {
    const [red, green, blue] = toRgb(colour);
    return new Uint32Array(Uint8Array.of(red, green, blue, 255).buffer)[0]!;
  });
  for (let at = 0; at < pixels.length; at++) if (onTop[at]! > 0) pixels[at] = colours[onTop[at]! - 1]!;
  return image;
}
