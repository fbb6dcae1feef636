/** What is written inside the disc of a node, on graphs small enough to read it. */
import type { GraphData } from '../../data/graph/graphData';
import { inkOn } from '../palette/palette';
import type { Scene } from './scene';

/** Radius of the space inside the outline, in CSS pixels, from which a number can be read. */
const LEGIBLE_RADIUS = 5;
/** CSS pixels. A text too wide for the usual type may have one a little smaller. */
const [SMALLEST_TYPE, USUAL_TYPE, LARGEST_TYPE] = [7, 8, 13];

/** Whether the name is the index, perhaps with a word to it. */
const isNumber = (name: string, node: number): boolean =>
  name === `${node}` || name === `new ${node}` || name.startsWith(`${node} · `);

/** Both canvases ask, at every edit. */
const known = new WeakMap<readonly string[], boolean>();

/** Whether nodes have names of their own, and not only numbers. */
export function hasOwnNames({ nodeNames }: Pick<GraphData, 'nodeNames'>): boolean {
  if (!nodeNames) return false;
  const answer = known.get(nodeNames) ?? !nodeNames.every(isNumber);
  known.set(nodeNames, answer);
  return answer;
}

/**
 * What is written of a node: its own name, or its index where the graph names no node otherwise: next to names like 3 and
 * 1007, an index would be taken for one.
 */
export const inscriptionsOf = (data: Pick<GraphData, 'nodeNames'>): ((node: number) => string) => {
  const { nodeNames } = data;
  return nodeNames && hasOwnNames(data) ? (node) => nodeNames[node]!.trim() : String;
};

/**
 * Type size in CSS pixels at which a text fits into the space of this radius; null where it would be too small to read.
 *
 * @param widthAt width of the text at a type size, in CSS pixels
 */
export function fittingType(radius: number, widthAt: (type: number) => number): number | null {
  if (radius < LEGIBLE_RADIUS) return null;
  const usual = Math.max(USUAL_TYPE, Math.min(LARGEST_TYPE, radius * 1.05));
  const room = radius * 1.9;
  const width = widthAt(usual);
  if (width <= room) return usual;
  const fitting = (usual * room) / width;
  return fitting < SMALLEST_TYPE ? null : fitting;
}

const fontOf = (scene: Scene, type: number): string => `600 ${type}px ${scene.font}`;

/** Null where it does not fit into its disc. */
function typeOf(context: CanvasRenderingContext2D, scene: Scene, node: number): number | null {
  const { gapShare, ringShare, outlineShare } = scene.lookOf(node);
  return fittingType(scene.radiusOf(node) * (1 - gapShare - ringShare - outlineShare), (usual) => {
    context.font = fontOf(scene, usual);
    return context.measureText(scene.inscriptionOf(node)).width;
  });
}

/** Whether the disc of a node has room for its text. */
export const fitsInside = (context: CanvasRenderingContext2D, scene: Scene, node: number): boolean =>
  typeOf(context, scene, node) !== null;

export function drawInscription(context: CanvasRenderingContext2D, scene: Scene, node: number): void {
  const type = typeOf(context, scene, node);
  if (type === null) return;
  const { x, y } = scene.pointOf(node);
  context.font = fontOf(scene, type);
  context.fillStyle = inkOn(scene.lookOf(node).color);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(scene.inscriptionOf(node), x, y + 0.5);
}
