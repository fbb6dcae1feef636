/**
 * The colours of signed values: violet below zero, through the panel, to brown above. Apart from the class colours and
 * the accent, and told apart by every kind of colour vision.
 */
import { toRgb } from '../palette/colour';
import type { Theme } from '../palette/palette';

/** `zero` is --panel in app/theme.css. */
export const HEAT = {
  light: { below: '#5b2fa8', zero: '#ffffff', above: '#8a4b08' },
  dark: { below: '#b79bff', zero: '#1a1e22', above: '#dcb37c' },
} as const satisfies Record<Theme, Record<'below' | 'zero' | 'above', string>>;

/** Of what is no number. */
const NOT_A_NUMBER = { light: '#e6e5e1', dark: '#2c3238' } as const satisfies Record<Theme, string>;

/** RGBA per value, row after row; a value of size `scale` or more has the full colour. */
export function heatPixels(
  values: ArrayLike<number>,
  scale: number,
  theme: Theme,
): Uint8ClampedArray<ArrayBuffer> {
  const { below, zero, above } = HEAT[theme];
  const [low, middle, high, none] = [below, zero, above, NOT_A_NUMBER[theme]].map(toRgb);
  const pixels = new Uint8ClampedArray(4 * values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const share = scale > 0 ? Math.min(1, Math.abs(value) / scale) : 0;
    const end = value < 0 ? low! : high!;
    for (const channel of [0, 1, 2] as const)
      pixels[4 * i + channel] = Number.isFinite(value)
        ? middle![channel] + (end[channel] - middle![channel]) * share
        : none![channel];
    pixels[4 * i + 3] = 255;
  }
  return pixels;
}

/** The largest size among values that are numbers: the scale that they share. */
export const largestOf = (rows: Iterable<ArrayLike<number>>): number => {
  let largest = 0;
  for (const row of rows)
    for (let i = 0; i < row.length; i++) {
      const size = Math.abs(row[i]!);
      if (size > largest && size < Infinity) largest = size;
    }
  return largest;
};
