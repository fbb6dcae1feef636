/** One frame of the film strip: every node a speck of its colour where the layer's picture has it. */
import { boxAround } from '../../canvas/box';
import { colouringOf } from '../../canvas/colouring';
import type { Theme } from '../../palette/palette';
import type { AppState } from '../../state/appState';

/** Up to this many nodes a speck is a disc. */
const FEW = 400;
/** CSS pixels. */
const [MARGIN, DISC, SPECK] = [5, 1.7, 1.3];

/** The longest side of all layers' pictures: each then has room for it. */
export function sharedSide({ strip }: Pick<AppState, 'strip'>, numNodes: number): number {
  let longest = 0;
  for (const picture of Object.values(strip)) {
    if (picture?.kind !== 'points' || picture.positions.length !== 2 * numNodes) continue;
    const { x, y } = boxAround(picture.positions);
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
  const { positions } = picture;
  const { x, y } = boxAround(positions);
  const shared = state.view.filmScale ? sharedSide(state, numNodes) : null;
  const room = [width - 2 * MARGIN, height - 2 * MARGIN] as const;
  const scale = Math.min(
    room[0] / Math.max(shared ?? x[1] - x[0], 1e-9),
    room[1] / Math.max(shared ?? y[1] - y[0], 1e-9),
  );
  const [left, top] = [width / 2 - (scale * (x[0] + x[1])) / 2, height / 2 + (scale * (y[0] + y[1])) / 2];
  for (const [mark, { colour }] of colouring.marks.entries()) {
    context.fillStyle = colour;
    context.beginPath();
    for (let i = 0; i < numNodes; i++) {
      if (colouring.markOf[i] !== mark) continue;
      const [across, down] = [left + scale * positions[2 * i]!, top - scale * positions[2 * i + 1]!];
      // One path of all: 37 seconds at 50,000 nodes in Chromium, whose time for a path grows with its square.
      if (numNodes > FEW) context.fillRect(across - SPECK / 2, down - SPECK / 2, SPECK, SPECK);
      else {
        context.moveTo(across + DISC, down);
        context.arc(across, down, DISC, 0, 2 * Math.PI);
      }
    }
    context.fill();
  }
  return true;
}
