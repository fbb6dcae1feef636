/** Ranges and ticks of the y axis of a chart. */
import type { Curve } from './curves';
import { roundCeiling, tickText } from './ticks';

/**
 * `upward`: from 0 to `top`, or to a round number above the highest value where that is null. `signed`: from -1, where
 * there is anything below 0, to 1. `log`: whole powers of ten around what is there; what is not above 0 has no place.
 */
export type AxisKind =
  { readonly kind: 'upward'; readonly top: number | null } | { readonly kind: 'signed' | 'log' };

export interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
}

function* valuesOf(curves: readonly Curve[]): Generator<number> {
  for (const { values, band } of curves) {
    for (const value of values) if (value !== null) yield value;
    for (const value of band?.high ?? []) if (value !== null) yield value;
    for (const value of band?.low ?? []) if (value !== null) yield value;
  }
}

export function rangeOf(axis: AxisKind, curves: readonly Curve[]): AxisRange {
  let [least, most] = [Infinity, 0];
  for (const value of valuesOf(curves)) {
    if (value > most) most = value;
    if (value < least && (axis.kind !== 'log' || value > 0)) least = value;
  }
  switch (axis.kind) {
    case 'upward': {
      const max = axis.top ?? roundCeiling(most);
      return { min: 0, max, ticks: [0, max / 2, max] };
    }
    case 'signed':
      return least < 0 ? { min: -1, max: 1, ticks: [-1, 0, 1] } : { min: 0, max: 1, ticks: [0, 0.5, 1] };
    case 'log': {
      if (most <= 0) return { min: 0.1, max: 1, ticks: [0.1, 1] };
      const low = Math.floor(Math.log10(least) + 1e-9);
      const high = Math.max(low + 1, Math.ceil(Math.log10(most) - 1e-9));
      const step = Math.max(1, Math.ceil((high - low) / 3));
      const ticks = Array.from(
        { length: Math.floor((high - low) / step) + 1 },
        (_, i) => 10 ** (low + i * step),
      );
      return { min: 10 ** low, max: 10 ** high, ticks };
    }
    default:
      return axis satisfies never;
  }
}

/** 0.001 and not 1e-3 as far as there is room. */
export const axisText = (value: number): string =>
  value > 0 && value < 1e-4 ? `1e${Math.round(Math.log10(value))}` : tickText(value);
