/** Quiet edges: a hairline that gathers where many lie on each other. */
import { mix } from '../palette/colour';
import { GROUND, type Theme } from '../palette/palette';

/** Above this many edges they are drawn as plain lines, and left out while the picture is dragged. */
const MANY_EDGES = 2000;

/** @param edges ends of each edge, interleaved */
export const areMany = (edges: Int32Array): boolean => edges.length / 2 > MANY_EDGES;

export function quietEdge(edges: Int32Array, theme: Theme): string {
  const { muted, background } = GROUND[theme];
  const share = areMany(edges) ? (theme === 'light' ? 0.74 : 0.72) : 0.42;
  return mix(muted, background, share);
}
