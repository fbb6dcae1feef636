/**
 * Colours of numbers. Lightness alone carries the order, so every kind of colour vision and a print in grey can read
 * it; more lies further from the ground in both themes. Apart from the class colours and the accent.
 */
import { mix } from './colour';
import { GROUND, type Theme } from './palette';

/** Steps of a scale: finer ones cannot be told apart on a node. */
export const STEPS = 32;
/** Side of the two-dimensional scale: STEPS_2D x STEPS_2D colours. */
export const STEPS_2D = 12;

/** Neutral quantities in teal; what is worse the more there is of it, in wine red. */
const SEQUENTIAL = {
  light: { good: ['#e3ecea', '#5fa3a6', '#0b3444'], bad: ['#f4e2e0', '#c4706a', '#5a1420'] },
  dark: { good: ['#20343c', '#2e8494', '#dff6e6'], bad: ['#3a2630', '#a0484e', '#ffe3da'] },
} as const satisfies Record<Theme, Record<'good' | 'bad', readonly string[]>>;

/** Violet below zero, brown above, as in the heat maps of the inspector. */
const DIVERGING = {
  light: ['#4a1f96', '#a58bd6', '#f1efec', '#d0a06a', '#6e3a04'],
  dark: ['#c9b3ff', '#7a5cc2', '#2a2e33', '#a57a41', '#f3cf9c'],
} as const satisfies Record<Theme, readonly string[]>;

/** Corners: left bottom, right bottom, left top, right top. Across lightness grows, upwards blue turns to yellow. */
const CORNERS = {
  light: ['#1f3fae', '#c39bf5', '#5f6a00', '#ffc93d'],
  dark: ['#3f63e0', '#d6bcff', '#7d8a12', '#ffe066'],
} as const satisfies Record<Theme, readonly string[]>;

function along(anchors: readonly string[], share: number): string {
  const at = Math.max(0, Math.min(1, share)) * (anchors.length - 1);
  const left = Math.min(Math.floor(at), anchors.length - 2);
  return mix(anchors[left]!, anchors[left + 1]!, at - left);
}

const steps = (anchors: readonly string[]): readonly string[] =>
  Array.from({ length: STEPS }, (_, i) => along(anchors, i / (STEPS - 1)));

export type ScaleKind = 'good' | 'bad' | 'signed';

/** STEPS colours from the least to the most; `signed` has zero in the middle. */
export const scaleColours = (kind: ScaleKind, theme: Theme): readonly string[] =>
  steps(kind === 'signed' ? DIVERGING[theme] : SEQUENTIAL[theme][kind]);

/** STEPS_2D rows of STEPS_2D colours, from the bottom row up, each from left to right. */
export function mapColours(theme: Theme): readonly string[] {
  const [bottomLeft, bottomRight, topLeft, topRight] = CORNERS[theme];
  return Array.from({ length: STEPS_2D * STEPS_2D }, (_, i) => {
    const [x, y] = [(i % STEPS_2D) / (STEPS_2D - 1), Math.floor(i / STEPS_2D) / (STEPS_2D - 1)];
    return mix(mix(bottomLeft, bottomRight, x), mix(topLeft, topRight, x), y);
  });
}

/** Index of a value on a scale of STEPS colours from `least` to `most`; beyond its ends, the end. */
export function stepOf(value: number, least: number, most: number): number {
  const share = most > least ? (value - least) / (most - least) : 0.5;
  return Math.max(0, Math.min(STEPS - 1, Math.floor(share * STEPS)));
}

/** Of a line that carries `weight` of 0 to 1: the accent, paler the less it carries. */
export const flowColour = (weight: number, theme: Theme): string =>
  mix(GROUND[theme].accent, GROUND[theme].background, 0.55 * (1 - weight));
