/**
 * Draws what is pointed at and what is selected on a 2-D canvas above the nodes: Sigma need not draw again for it, and
 * in a crowd it is not hidden by nodes that step back.
 */
import { mix } from '../palette/colour';
import { GROUND, type Theme } from '../palette/palette';
import { drawIndex } from './indexLabel';
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

type Context = CanvasRenderingContext2D;

function wipe(context: Context): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, context.canvas.width, context.canvas.height);
  context.restore();
}

function drawEdges(context: Context, scene: Scene, node: number, colour: string): void {
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

function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** The node as the GPU draws it, within a further ring `ringWidth` wide. */
function drawNode(context: Context, scene: Scene, node: number, ringWidth: number, theme: Theme): void {
  const look = scene.lookOf(node);
  const { x, y } = scene.pointOf(node);
  const size = scene.radiusOf(node);
  const { background, ink } = GROUND[theme];
  if (ringWidth > 0) {
    disc(context, x, y, size + ringWidth + 2.5, background);
    disc(context, x, y, size + ringWidth + 1.2, ink);
    disc(context, x, y, size + 1.2, background);
  }
  let radius = size;
  const inwards: [colour: string, share: number][] = [
    [look.ring, look.ringShare],
    [look.gap, look.gapShare],
    [look.outline, look.outlineShare],
    [look.color, 0],
  ];
  for (const [colour, share] of inwards) {
    disc(context, x, y, radius, colour);
    radius -= size * share;
  }
  if (scene.numbered)
    drawIndex(context, { ...look, key: '', x, y, size, label: String(node) }, scene.sigma.getSettings());
}

export function drawHighlight(scene: Scene, { hovered, selection, theme, withEdges }: Highlight): void {
  const context = scene.over;
  if (!context) return;
  wipe(context);
  const { numNodes } = scene.topology;
  const { ink, background } = GROUND[theme];
  const known = selection.filter((node) => node < numNodes);
  const chosen = known.length === 1 ? known[0]! : null;
  const pointed = hovered !== null && hovered < numNodes ? hovered : null;
  if (withEdges && pointed !== null) drawEdges(context, scene, pointed, mix(ink, background, 0.5));
  if (withEdges && chosen !== null) drawEdges(context, scene, chosen, mix(ink, background, 0.25));
  const around = [chosen, withEdges ? pointed : null];
  for (const centre of around)
    if (centre !== null)
      for (const node of neighboursOf(scene.topology, centre)) drawNode(context, scene, node, 0, theme);
  if (known.length <= MAX_RINGS)
    for (const node of known) drawNode(context, scene, node, known.length === 1 ? 2.5 : 1.5, theme);
  if (pointed !== null) drawNode(context, scene, pointed, pointed === chosen ? 2.5 : 1.5, theme);
}
