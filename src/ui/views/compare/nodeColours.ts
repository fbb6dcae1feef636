/** What the nodes of a comparison are coloured by. */
import type { Labelling } from '../../../data/graph/graphData';
import {
  classPalette,
  correctnessColour,
  neutralColour,
  outlineFor,
  type Theme,
} from '../../palette/palette';
import { scaleColours, stepOf } from '../../palette/scales';

export const COMPARE_COLOURS = ['prediction', 'class', 'right or wrong', 'moved'] as const;
export type CompareColour = (typeof COMPARE_COLOURS)[number];

/** One colour per node. */
export function nodeColours(
  by: CompareColour,
  { y, classNames }: Pick<Labelling, 'y' | 'classNames'>,
  predictions: Int32Array | null,
  moved: Float32Array,
  theme: Theme,
): readonly string[] {
  const classes = classPalette(classNames.length, theme);
  const neutral = neutralColour(theme);
  switch (by) {
    case 'class':
      return Array.from(moved, (_, node) => classes[y[node] ?? -1] ?? neutral);
    case 'prediction':
      return Array.from(moved, (_, node) => classes[predictions?.[node] ?? -1] ?? neutral);
    case 'right or wrong':
      return Array.from(moved, (_, node) => {
        const truth = y[node] ?? -1;
        return correctnessColour(
          truth < 0 || !predictions ? 'unknown' : truth === predictions?.[node] ? 'right' : 'wrong',
          theme,
        );
      });
    case 'moved': {
      const scale = scaleColours('bad', theme);
      return Array.from(moved, (share) => scale[stepOf(share, 0, 1)]!);
    }
    default:
      return by satisfies never;
  }
}

export function outlinesOf(colours: readonly string[], theme: Theme): readonly string[] {
  const known = new Map([...new Set(colours)].map((colour) => [colour, outlineFor(colour, theme)]));
  return colours.map((colour) => known.get(colour)!);
}

/** The nodes that moved most, the first of equals by number. */
export const mostMoved = (
  moved: Float32Array,
  hidden: ReadonlySet<number>,
  most: number,
): readonly number[] =>
  Array.from(moved.keys())
    .filter((node) => !hidden.has(node) && moved[node]! > 0)
    .sort((a, b) => moved[b]! - moved[a]! || a - b)
    .slice(0, most);
