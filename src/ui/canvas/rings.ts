/** Which nodes carry a ring, and of which colour: those whose label training knows. */
import type { Labelling } from '../../data/graph/graphData';
import { classColour, GROUND, type Theme } from '../palette/palette';
import type { Ring } from './look';

/** Per node: 0 for no ring, 1 for a label of the set, 2 + c for one given by hand as class c. */
export function ringsOf({ split, given }: Labelling, numNodes: number): Uint8Array {
  const rings = new Uint8Array(numNodes);
  for (const node of split.train) rings[node] = 1;
  given?.forEach((label, node) => {
    if (label >= 0) rings[node] = 2 + label;
  });
  return rings;
}

/** A ring in a class's colour says that the label was given by hand. */
export function ringColour(ring: number, { classNames }: Labelling, theme: Theme): Ring {
  if (ring === 0) return null;
  return ring === 1 ? GROUND[theme].ink : classColour(ring - 2, theme, classNames.length);
}
