/** Quiet edges: a hairline that gathers where many lie on each other. */
import { mix } from '../palette/colour';
import { GROUND, type Theme } from '../palette/palette';

/** Above this many edges they are drawn as plain lines, and left out while the picture is dragged. */
const MANY_EDGES = 2000;

/** @param edges ends of each edge, interleaved */
export const areMany = (edges: Int32Array): boolean => edges.length / 2 > MANY_EDGES;

/** Width in CSS pixels. */
export function quietEdge(
  edges: Int32Array,
  theme: Theme,
): { readonly colour: string; readonly width: number } {
  const { muted, background } = GROUND[theme];
  const many = areMany(edges);
  const share = many ? (theme === 'light' ? 0.74 : 0.72) : 0.42;
  return { colour: mix(muted, background, share), width: many ? 1 : 1.5 };
}
