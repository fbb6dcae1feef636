/**
 * The colours that mean something: classes, right and wrong, the parts of a split. The same class has the same colour
 * everywhere. Colours of the page itself are CSS variables; `GROUND` repeats the few that WebGL needs as numbers.
 */
import { contrast, mix, withContrast } from './colour';

export type Theme = 'light' | 'dark';

/** Equal to --background, --ink, --muted, --line and --accent in app/theme.css. */
export const GROUND = {
  light: { background: '#fbfbfa', ink: '#1d2125', muted: '#64696f', line: '#e6e5e1', accent: '#2f5bd7' },
  dark: { background: '#14171a', ink: '#e8eaed', muted: '#98a0a9', line: '#2c3238', accent: '#86a8ff' },
} as const satisfies Record<Theme, Record<string, string>>;

/** Okabe and Ito, "Color Universal Design", 2008; in the dark theme lightened, kept apart from each other. */
const OKABE_ITO = {
  light: ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#d55e00', '#56b4e9', '#f0e442', '#666666'],
  dark: ['#3f9be0', '#f2b134', '#2bbd93', '#e39ac6', '#f0793a', '#9bd8ff', '#f5ec7a', '#a4aab2'],
} as const satisfies Record<Theme, readonly string[]>;

/** K. Kelly, "Twenty-two colors of maximum contrast", 1965, without black and white. */
// prettier-ignore
const KELLY: readonly string[] = [
  '#f3c300', '#875692', '#f38400', '#a1caf1', '#be0032', '#c2b280', '#848482', '#008856', '#e68fac', '#0067a5',
  '#f99379', '#604e97', '#f6a600', '#b3446c', '#dcd300', '#882d17', '#8db600', '#654522', '#e25822', '#2b3d26',
];

/** Marks need this contrast with what is behind them (WCAG 2.2, 1.4.11). */
export const MARK_CONTRAST = 3;

const KELLY_IN = {
  light: KELLY,
  dark: KELLY.map((colour) => withContrast(colour, GROUND.dark.background, '#ffffff', MARK_CONTRAST)),
};

/** One colour per class. Above 20 classes colours repeat: names and labels tell those apart. */
export function classPalette(numClasses: number, theme: Theme): readonly string[] {
  const base = numClasses <= OKABE_ITO.light.length ? OKABE_ITO[theme] : KELLY_IN[theme];
  return Array.from({ length: numClasses }, (_, index) => base[index % base.length]!);
}

/** The colour of class `index` out of `numClasses`; the neutral one for -1, a node without a class. */
export function classColour(index: number, theme: Theme, numClasses = 8): string {
  return classPalette(Math.max(numClasses, index + 1), theme)[index] ?? neutralColour(theme);
}

/** For a node without a class, and before there is a prediction. */
export const neutralColour = (theme: Theme): string => (theme === 'light' ? '#9aa0a6' : '#747c85');

/** The colour itself where it stands out from the ground, else a darker one of its hue (lighter on dark ground). */
export const outlineFor = (colour: string, theme: Theme): string =>
  withContrast(colour, GROUND[theme].background, theme === 'light' ? '#000000' : '#ffffff', MARK_CONTRAST);

export const DARK_INK = '#14171a';
export const LIGHT_INK = '#ffffff';

/** Dark or light text, whichever reads better on `colour`. */
export const inkOn = (colour: string): string =>
  contrast(colour, DARK_INK) >= contrast(colour, LIGHT_INK) ? DARK_INK : LIGHT_INK;

/** Share of the way to the ground of what is not looked at: it steps back, and its colour still tells its class. */
export const BACK_SHARE = 0.6;

/** `colour` stepped back into the ground. */
export const dimmed = (colour: string, theme: Theme, share: number): string =>
  mix(colour, GROUND[theme].background, share);

export type Correctness = 'right' | 'wrong' | 'unknown';

/** Colours of no class: right must not look like one faction, nor wrong like the other. */
const CORRECTNESS = {
  light: { right: '#4a525b', wrong: '#c2003a' },
  dark: { right: '#c9ced4', wrong: '#ff5470' },
} as const satisfies Record<Theme, Record<'right' | 'wrong', string>>;

/** A wrong node is hollow as well. */
export const correctnessColour = (what: Correctness, theme: Theme): string =>
  what === 'unknown' ? neutralColour(theme) : CORRECTNESS[theme][what];

export type SplitPart = 'train' | 'val' | 'test' | 'none';

/** Of no class either. */
const SPLIT = {
  light: { train: '#7a1fa2', val: '#6b7a00', test: '#3f4a5a' },
  dark: { train: '#c08bff', val: '#8fae3c', test: '#c9ced4' },
} as const satisfies Record<Theme, Record<Exclude<SplitPart, 'none'>, string>>;

/** Training nodes carry a ring, validation nodes are hollow, nodes of no part are small. */
export const splitColour = (part: SplitPart, theme: Theme): string =>
  part === 'none' ? neutralColour(theme) : SPLIT[theme][part];

/** Of no class either, and never alone: found pairs are whole lines, missed ones dashed, false ones dotted. */
const PAIRS = {
  light: { found: '#7a1fa2', missed: '#c2003a', false: '#5c4a00' },
  dark: { found: '#c08bff', missed: '#ff5470', false: '#9a8700' },
} as const satisfies Record<Theme, Record<string, string>>;
export type PairMark = keyof (typeof PAIRS)['light'];

/** Of a line between two nodes that a test asks about. */
export const pairColour = (mark: PairMark, theme: Theme): string => PAIRS[theme][mark];
