/** What is written inside the disc of a node, on graphs small enough to read it. */
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
import type { GraphData } from '../../data/graph/graphData';
import { inkOn } from '../palette/palette';

/** Radius of the space inside the outline, in CSS pixels, from which a number can be read. */
const LEGIBLE_RADIUS = 5;
/** CSS pixels. A text too wide for the usual type may have one a little smaller. */
const [SMALLEST_TYPE, USUAL_TYPE, LARGEST_TYPE] = [7, 8, 13];

/** Whether the name is the index, perhaps with a word to it. */
const isNumber = (name: string, node: number): boolean =>
  name === `${node}` || name === `new ${node}` || name.startsWith(`${node} · `);

/**
 * Per node: its own name, or its index where the graph names no node otherwise: next to names like 3 and 1007, an index
 * would be taken for one.
 */
export function inscriptionsOf({
  numNodes,
  nodeNames,
}: Pick<GraphData, 'numNodes' | 'nodeNames'>): readonly string[] {
  return nodeNames && !nodeNames.every(isNumber)
    ? nodeNames.map((name) => name.trim())
    : Array.from({ length: numNodes }, (_, node) => String(node));
}

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

export const drawInscription: NodeLabelDrawingFunction<{ x: number; y: number }> = (
  context,
  { x, y, size, color, label, ...look },
  { labelFont },
) => {
  if (!label) return;
  const radius = size * (1 - Number(look.gapShare) - Number(look.ringShare) - Number(look.outlineShare));
  const fontOf = (type: number): string => `600 ${type}px ${labelFont}`;
  const type = fittingType(radius, (usual) => {
    context.font = fontOf(usual);
    return context.measureText(label).width;
  });
  if (type === null) return;
  context.font = fontOf(type);
  context.fillStyle = inkOn(color);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, x, y + 0.5);
};
