/** The number of a node inside its disc, on graphs small enough to read them. */
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
import { inkOn } from '../palette/palette';

/** Radius of the space inside the outline, in CSS pixels, from which a number can be read. */
const LEGIBLE_RADIUS = 5;

export const drawIndex: NodeLabelDrawingFunction<{ x: number; y: number }> = (
  context,
  { x, y, size, color, label, ...look },
  settings,
) => {
  if (!label) return;
  const radius = size * (1 - Number(look.gapShare) - Number(look.ringShare) - Number(look.outlineShare));
  if (radius < LEGIBLE_RADIUS) return;
  context.font = `600 ${Math.max(8, Math.min(13, radius * 1.05))}px ${settings.labelFont}`;
  if (context.measureText(label).width > radius * 1.9) return;
  context.fillStyle = inkOn(color);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(label, x, y + 0.5);
};
