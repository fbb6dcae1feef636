/** What a node is drawn as in the colour modes of kinds: a mark has a colour and a shape, so that neither carries meaning alone. */
import type { Labelling } from '../../data/graph/graphData';
import {
  classPalette,
  correctnessColour,
  neutralColour,
  splitColour,
  type SplitPart,
  type Theme,
} from '../palette/palette';
import type { ColourMode } from '../state/viewSpec';

/** Modes whose colours are of kinds; the others are of numbers, see numbers.ts. */
export type KindMode = Extract<ColourMode, 'class' | 'prediction' | 'correctness' | 'split'>;

export interface Mark {
  readonly label: string;
  readonly colour: string;
  /** `ringed` is solid: every labelled node carries a ring, in this mode as in the others. */
  readonly shape: 'solid' | 'hollow' | 'small' | 'ringed';
}

const byClass = (labelling: Labelling, theme: Theme, rest: string): readonly Mark[] => {
  const colours = classPalette(labelling.classNames.length, theme);
  const classes = labelling.classNames.map((label, i): Mark => ({
    label,
    colour: colours[i]!,
    shape: 'solid',
  }));
  return [...classes, { label: rest, colour: neutralColour(theme), shape: 'small' }];
};

/** The marks of a mode in the order of the legend; the last one is for nodes of which nothing is known. */
export function marksFor(mode: KindMode, labelling: Labelling, theme: Theme): readonly Mark[] {
  switch (mode) {
    case 'class':
      return byClass(labelling, theme, 'no class');
    case 'prediction':
      return byClass(labelling, theme, 'no prediction yet');
    case 'correctness':
      return [
        { label: 'right', colour: correctnessColour('right', theme), shape: 'solid' },
        { label: 'wrong', colour: correctnessColour('wrong', theme), shape: 'hollow' },
        { label: 'not known', colour: correctnessColour('unknown', theme), shape: 'small' },
      ];
    case 'split': {
      const mark = (part: SplitPart, label: string, shape: Mark['shape']): Mark => ({
        label,
        colour: splitColour(part, theme),
        shape,
      });
      return [
        mark('train', 'training', 'ringed'),
        mark('val', 'validation', 'hollow'),
        mark('test', 'test', 'solid'),
        mark('none', 'not in any split', 'small'),
      ];
    }
    default:
      return mode satisfies never;
  }
}

/** For every node the index of its mark in `marksFor(mode, ...)`. `predictions` may be of another graph: then ignored. */
export function markOfNodes(
  mode: KindMode,
  { y, split, classNames }: Labelling,
  predictions: Int32Array | null,
): Uint16Array {
  const marks = new Uint16Array(y.length);
  const guesses = predictions?.length === y.length ? predictions : null;
  const inClasses = (value: number): number =>
    value >= 0 && value < classNames.length ? value : classNames.length;
  switch (mode) {
    case 'class':
      return marks.map((_, i) => inClasses(y[i]!));
    case 'prediction':
      return marks.map((_, i) => inClasses(guesses ? guesses[i]! : -1));
    case 'correctness':
      return marks.map((_, i) => (!guesses || y[i]! < 0 ? 2 : guesses[i] === y[i] ? 0 : 1));
    case 'split':
      marks.fill(3);
      for (const i of split.test ?? []) marks[i] = 2;
      for (const i of split.val ?? []) marks[i] = 1;
      for (const i of split.train) marks[i] = 0;
      return marks;
    default:
      return mode satisfies never;
  }
}

/** How many nodes carry each mark; deleted ones are not there to count. */
export function nodesPerMark(
  markOf: ArrayLike<number>,
  numMarks: number,
  gone: ReadonlySet<number>,
): Int32Array {
  const counts = new Int32Array(numMarks);
  for (let node = 0; node < markOf.length; node++) if (!gone.has(node)) counts[markOf[node]!]! += 1;
  return counts;
}
