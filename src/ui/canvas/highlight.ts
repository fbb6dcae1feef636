/**
 * Draws what is pointed at and what is selected on a 2-D canvas above the nodes: the picture need not be drawn again for it, and
 * in a crowd it is not hidden by nodes that step back.
 */
import { mix } from '../palette/colour';
import { GROUND, type Theme } from '../palette/palette';
import type { Lit } from '../state/appState';
import { drawInscription } from './inscription';
import type { Scene } from './scene';
import { neighboursOf, type Topology } from './topology';

/** More rings than this hide what they mark; the others step back anyway. */
const MAX_RINGS = 400;

export interface Highlight {
  readonly hovered: number | null;
  readonly selection: readonly number[];
  readonly theme: Theme;
  /** Whether the edges of the node in focus are drawn. */
  readonly withEdges: boolean;
  /** Pointed at from elsewhere; its edges are drawn where edges are, its nodes in both pictures. */
  readonly lit: Lit | null;
  /** A small receptive field, in a large graph: see ringedField. */
  readonly field: readonly number[];
}

type Context = CanvasRenderingContext2D;

/**
 * Neighbours that are drawn above the others; of a hub that has more, as many, spread over all of them. The edges of
 * tens of thousands are one patch, and would hold up the page for seconds.
 */
const MOST_NEIGHBOURS = 1000;

export function drawnNeighbours(topology: Topology, node: number): Int32Array {
  const all = neighboursOf(topology, node);
  if (all.length <= MOST_NEIGHBOURS) return all;
  return Int32Array.from(
    { length: MOST_NEIGHBOURS },
    (_, i) => all[Math.floor((i * all.length) / MOST_NEIGHBOURS)]!,
  );
}

/** Lines in one path: the time that a browser takes for a path grows with its square. */
const LINES_AT_ONCE = 256;

/** Of a node in a small receptive field, in CSS pixels: the width of its ring, and the radius that it has at least. */
const [FIELD_RING, FIELD_LEAST] = [0.6, 4];

function drawEdges(context: Context, scene: Scene, node: number, colour: string): void {
  const from = scene.pointOf(node);
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  const neighbours = drawnNeighbours(scene.topology, node);
  for (let first = 0; first < neighbours.length; first += LINES_AT_ONCE) {
    context.beginPath();
    for (const neighbour of neighbours.subarray(first, first + LINES_AT_ONCE)) {
      const to = scene.pointOf(neighbour);
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
}

/** Of a self-loop, as a share of the node's radius and in CSS pixels at least. */
const [LOOP_SHARE, LOOP_LEAST] = [0.8, 5];

/** A self-loop: a ring that begins and ends at the node, above it. */
function drawLoop(context: Context, scene: Scene, node: number, colour: string): void {
  if (!scene.topology.loops.includes(node)) return;
  const { x, y } = scene.pointOf(node);
  const size = scene.radiusOf(node);
  const radius = Math.max(LOOP_LEAST, LOOP_SHARE * size);
  context.strokeStyle = colour;
  context.lineWidth = 1.6;
  context.beginPath();
  context.arc(x, y - size - 0.6 * radius, radius, 0, 2 * Math.PI);
  context.stroke();
}

/** CSS pixels at weights 0 and 1. */
const [THINNEST_LIT, WIDEST_LIT] = [1.5, 7];
/** Widths are drawn in this many strokes, whatever the number of edges. */
const LIT_WIDTHS = 8;

/** The edges that a list or a formula points at, and their ends above them. */
function drawLit(context: Context, scene: Scene, { edges }: Lit, theme: Theme): void {
  const known = edges.filter(({ source, target }) => scene.has(source) && scene.has(target));
  context.lineCap = 'round';
  for (let step = 0; step < LIT_WIDTHS; step++) {
    const weight = (step + 0.5) / LIT_WIDTHS;
    context.strokeStyle = mix(GROUND[theme].accent, GROUND[theme].background, 0.45 * (1 - weight));
    context.lineWidth = THINNEST_LIT + (WIDEST_LIT - THINNEST_LIT) * weight;
    context.beginPath();
    for (const edge of known) {
      if (Math.min(LIT_WIDTHS - 1, Math.floor(edge.weight * LIT_WIDTHS)) !== step) continue;
      const [from, to] = [scene.pointOf(edge.source), scene.pointOf(edge.target)];
      context.moveTo(from.x, from.y);
      context.lineTo(to.x, to.y);
    }
    context.stroke();
  }
  context.lineCap = 'butt';
  const ends = new Set(known.flatMap(({ source, target }) => [source, target]));
  if (ends.size <= MAX_RINGS) for (const node of ends) drawNode(context, scene, node, 0, theme);
}

function disc(context: Context, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, Math.max(0, radius), 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

/** The node as the GPU draws it, within a further ring `ringWidth` wide. */
function drawNode(
  context: Context,
  scene: Scene,
  node: number,
  ringWidth: number,
  theme: Theme,
  least = 0,
): void {
  const look = scene.lookOf(node);
  const { x, y } = scene.pointOf(node);
  const size = Math.max(least, scene.radiusOf(node));
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
  if (scene.numbered) drawInscription(context, scene, node);
}

export function drawHighlight(scene: Scene, highlight: Highlight): void {
  const { hovered, selection, lit } = highlight;
  const isBlank = hovered === null && selection.length === 0 && lit === null;
  scene.over.draw(isBlank ? null : (context) => drawMarked(context, scene, highlight));
}

function drawMarked(
  context: Context,
  scene: Scene,
  { hovered, selection, theme, withEdges, lit, field }: Highlight,
): void {
  const { ink, background } = GROUND[theme];
  const known = selection.filter((node) => scene.has(node));
  const chosen = known.length === 1 ? known[0]! : null;
  const pointed = hovered !== null && scene.has(hovered) ? hovered : null;
  if (withEdges && pointed !== null) drawEdges(context, scene, pointed, mix(ink, background, 0.5));
  if (withEdges)
    for (const node of new Set([pointed, chosen]))
      if (node !== null) drawLoop(context, scene, node, mix(ink, background, 0.3));
  // Edges of the chosen node lie below the nodes: FlowController.
  for (const centre of withEdges ? [pointed] : [chosen])
    if (centre !== null)
      for (const node of drawnNeighbours(scene.topology, centre)) drawNode(context, scene, node, 0, theme);
  for (const node of field)
    if (scene.has(node)) drawNode(context, scene, node, FIELD_RING, theme, FIELD_LEAST);
  if (withEdges && lit) drawLit(context, scene, lit, theme);
  if (lit?.nodes && lit.nodes.length <= MAX_RINGS)
    for (const node of lit.nodes) if (scene.has(node)) drawNode(context, scene, node, 1.5, theme);
  if (known.length <= MAX_RINGS)
    for (const node of known) drawNode(context, scene, node, known.length === 1 ? 2.5 : 1.5, theme);
  if (pointed !== null) drawNode(context, scene, pointed, pointed === chosen ? 2.5 : 1.5, theme);
}
