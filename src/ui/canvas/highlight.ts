/** Draws what is pointed at and what is selected, on 2-D canvases above and below the nodes, so that Sigma need not. */
import { mix } from '../palette/colour';
import { GROUND, type Theme } from '../palette/palette';
import type { Scene } from './scene';
import { neighboursOf } from './topology';

/** More rings than this hide what they mark; the others step back anyway. */
const MAX_RINGS = 400;

export interface Highlight {
  readonly hovered: number | null;
  readonly selection: readonly number[];
  readonly theme: Theme;
  /** Whether the edges of the node in focus are drawn. */
  readonly withEdges: boolean;
}

const wipe = (context: CanvasRenderingContext2D): void => {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
};

function drawEdges(context: CanvasRenderingContext2D, scene: Scene, node: number, colour: string): void {
  const from = scene.pointOf(node);
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.beginPath();
  for (const neighbour of neighboursOf(scene.topology, node)) {
    const to = scene.pointOf(neighbour);
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
  }
  context.stroke();
}

function drawRing(
  context: CanvasRenderingContext2D,
  scene: Scene,
  node: number,
  theme: Theme,
  width: number,
): void {
  const { x, y } = scene.pointOf(node);
  const radius = scene.radiusOf(node) + 1.5;
  const circle = (r: number, colour: string, lineWidth: number): void => {
    context.beginPath();
    context.arc(x, y, r, 0, 2 * Math.PI);
    context.strokeStyle = colour;
    context.lineWidth = lineWidth;
    context.stroke();
  };
  circle(radius + width / 2, GROUND[theme].background, width + 2.5);
  circle(radius + width / 2, GROUND[theme].ink, width);
}

export function drawHighlight(scene: Scene, { hovered, selection, theme, withEdges }: Highlight): void {
  const { under, over } = scene;
  if (!under || !over) return;
  wipe(under);
  wipe(over);
  const { ink, background } = GROUND[theme];
  const known = selection.filter((node) => node < scene.topology.numNodes);
  const pointed = hovered !== null && hovered < scene.topology.numNodes ? hovered : null;
  if (withEdges && known.length === 1) drawEdges(under, scene, known[0]!, mix(ink, background, 0.25));
  if (withEdges && pointed !== null) drawEdges(under, scene, pointed, mix(ink, background, 0.45));
  if (known.length <= MAX_RINGS)
    for (const node of known) drawRing(over, scene, node, theme, known.length === 1 ? 2.5 : 1.5);
  if (pointed !== null) drawRing(over, scene, pointed, theme, 1.5);
}
