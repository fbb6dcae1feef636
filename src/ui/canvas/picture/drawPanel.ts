/** Draws one canvas: axes and boundary, edges, nodes as the node program of the canvas draws them, rings around what is selected. */
import { isSliceEnd, type Sliced } from '../../../data/base/sliced';
import { mix } from '../../palette/colour';
import { GROUND, inkOn } from '../../palette/palette';
import { boxAround } from '../box';
import { byLength, MOST_EDGES } from '../edgeOrder';
import { fittingType } from '../inscription';
import { nodeText } from '../nodeText';
import { areMany, quietEdge } from '../quietEdge';
import { drawAxisNames, drawGround } from '../ground';
import { markScale, paddingFor } from '../sizes';
import { neighboursOf } from '../topology';
import type { Panel } from './panel';
import { shortened, textWidth, type Area, type Pen } from './pen';
import { placingOf, WHOLE } from '../view/placing';
import { placed } from './placing';

/** More rings than this hide what they mark; as on the canvas. */
const MAX_RINGS = 400;
const LONGEST_NAME = 80;

/** Nodes drawn between two yields, each of several shapes, and edges, of one path. */
const [NODES, EDGES] = [1024, 256];

export function* drawPanel(pen: Pen, panel: Panel, area: Area): Sliced<void> {
  const { data, positions, theme, camera } = panel;
  const { muted } = GROUND[theme];
  if (!positions) {
    const middle = area.y + area.height / 2;
    pen.text(area.x + area.width / 2, middle, 'There is no embedding yet.', {
      size: 13,
      colour: muted,
      anchor: 'middle',
    });
    return;
  }
  const marks = markScale(area);
  // The whole picture fills the area but for its padding; a camera looks at a part of it.
  const frame = { ...area, box: boxAround(positions), padding: paddingFor(panel.radii, marks) };
  const placing = placingOf(frame, camera ?? WHOLE);
  const points = placed(positions, placing, area);
  const scale = marks / Math.sqrt(camera?.ratio ?? 1);
  const ring = panel.selection.length > MAX_RINGS ? 0 : panel.selection.length === 1 ? 2.5 : 1.5;
  const selected = new Set(panel.selection);
  const drawMark = (node: number): void => {
    const [x, y] = [points[2 * node]!, points[2 * node + 1]!];
    if (!Number.isFinite(x) || !Number.isFinite(y)) return;
    pen.named(shortened(nodeText(data, null, node).name, LONGEST_NAME), () => {
      if (selected.has(node)) drawRing(pen, panel, node, x, y, scale, ring);
      drawNode(pen, panel, node, x, y, scale);
    });
  };
  yield* pen.within(area, function* drawMarks() {
    if (panel.ground) drawGround(pen, panel.ground, placing, area);
    if (panel.hasEdges) yield* drawEdges(pen, panel, points, area);
    for (const [i, node] of panel.order.entries()) {
      if (!selected.has(node)) drawMark(node);
      if (i % NODES === NODES - 1) yield;
    }
    for (const [i, node] of panel.selection.entries()) {
      drawMark(node);
      if (i % NODES === NODES - 1) yield;
    }
    if (panel.ground) drawAxisNames(pen, panel.ground, area);
  });
}

/** As wide as they look on the canvas, in CSS pixels; those of the one selected node stand out there too. */
const WIDTHS = { few: 0.8, many: 0.6, chosen: 1.5 };

function* drawEdges(
  pen: Pen,
  { topology, theme, selection }: Panel,
  points: Float32Array,
  area: Area,
): Sliced<void> {
  const { ink, background } = GROUND[theme];
  const ends = (nodes: ArrayLike<number>): number[] =>
    Array.from(nodes).flatMap((node) => [points[2 * node]!, points[2 * node + 1]!]);
  const width = areMany(topology.edges) ? WIDTHS.many : WIDTHS.few;
  const edges = yield* shownEdges(topology.edges, points, area);
  for (let from = 0; from < edges.length; from += 2 * EDGES) {
    if (from > 0) yield;
    pen.lines(ends(edges.subarray(from, from + 2 * EDGES)), quietEdge(topology.edges, theme), width);
  }
  const [chosen] = selection;
  if (selection.length !== 1 || chosen === undefined) return;
  const others = neighboursOf(topology, chosen);
  for (let from = 0; from < others.length; from += EDGES) {
    if (from > 0) yield;
    const spokes = Array.from(others.subarray(from, from + EDGES)).flatMap((node) => [chosen, node]);
    pen.lines(ends(spokes), mix(ink, background, 0.35), WIDTHS.chosen);
  }
}

/** Of very many edges the shortest that are in view, as on the canvas. */
function* shownEdges(
  all: Int32Array,
  points: Float32Array,
  { x, y, width, height }: Area,
): Sliced<Int32Array> {
  if (all.length / 2 <= MOST_EDGES) return all;
  const isIn = (node: number): boolean => {
    const [across, down] = [points[2 * node]! - x, points[2 * node + 1]! - y];
    return across >= 0 && across <= width && down >= 0 && down <= height;
  };
  const sorted = yield* byLength(all, points);
  const shown = new Int32Array(2 * MOST_EDGES);
  let count = 0;
  for (let e = 0; e < sorted.length && count < shown.length; e += 2) {
    if (isIn(sorted[e]!) || isIn(sorted[e + 1]!)) {
      shown[count++] = sorted[e]!;
      shown[count++] = sorted[e + 1]!;
    }
    if (isSliceEnd(e >> 1)) yield;
  }
  return shown.subarray(0, count);
}

function drawRing(
  pen: Pen,
  { lookOf, theme }: Panel,
  node: number,
  x: number,
  y: number,
  scale: number,
  width: number,
): void {
  if (width === 0) return;
  const { background, ink } = GROUND[theme];
  const size = lookOf(node).size * scale;
  pen.disc(x, y, size + width + 2.5, background);
  pen.disc(x, y, size + width + 1.2, ink);
  pen.disc(x, y, size + 1.2, background);
}

/** Concentric discs from the outside in, see look.ts. */
function drawNode(
  pen: Pen,
  { lookOf, inscriptionOf }: Panel,
  node: number,
  x: number,
  y: number,
  scale: number,
): void {
  const look = lookOf(node);
  const size = look.size * scale;
  let radius = size;
  for (const [colour, share] of [
    [look.ring, look.ringShare],
    [look.gap, look.gapShare],
    [look.outline, look.outlineShare],
    [look.color, 0],
  ] as const) {
    // A ring of no width would shine through the soft edge of what lies on it.
    if (share > 0 || colour === look.color) pen.disc(x, y, radius, colour);
    radius -= size * share;
  }
  const inside = size * (1 - look.ringShare - look.gapShare - look.outlineShare);
  const text = inscriptionOf?.(node);
  if (!text) return;
  const type = fittingType(inside, (usual) => textWidth(text, usual));
  if (type !== null)
    pen.text(x, y, text, { size: type, weight: 600, colour: inkOn(look.color), anchor: 'middle' });
}
