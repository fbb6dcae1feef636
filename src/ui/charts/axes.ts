/** Ranges and ticks of the y axis of a chart. */
import type { Curve } from './curves';
import { roundCeiling, tickText } from './ticks';

/**
 * `upward`: from 0 to `top`, or to a round number above the highest value where that is null. `signed`: from -1, where
 * there is anything below 0, to 1. `log`: in steps of 1, 2, 5 around what is there; what is not above 0 has no place.
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

const MOST_TICKS = 4;

/** 1, 2, 5 times powers of ten, from the last one that is at most `least` to the first one that is at least `most`. */
function roundSteps(least: number, most: number): readonly number[] {
  const from = Math.floor(Math.log10(least));
  const to = Math.ceil(Math.log10(most));
  const all = Array.from(
    { length: 3 * (to - from + 1) },
    (_, i) => [1, 2, 5][i % 3]! * 10 ** (from + Math.floor(i / 3)),
  );
  const first = all.findLastIndex((step) => step <= least * (1 + 1e-9));
  const last = all.findIndex((step, i) => i > first && step >= most * (1 - 1e-9));
  return all.slice(Math.max(0, first), last + 1);
}

/** At most MOST_TICKS of them, evenly, from the lowest on. */
const thinned = (ticks: readonly number[]): readonly number[] => {
  const every = Math.ceil(ticks.length / MOST_TICKS);
  return ticks.filter((_, i) => i % every === 0);
};

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
      const steps = roundSteps(least, most);
      const [min, max] = [steps[0]!, steps.at(-1)!];
      const decades = steps.filter((step) => Number.isInteger(Math.round(1e6 * Math.log10(step)) / 1e6));
      return { min, max, ticks: steps.length <= MOST_TICKS ? steps : thinned(decades) };
    }
    default:
      return axis satisfies never;
  }
}

/** 0.001 and not 1e-3 as far as there is room. */
export const axisText = (value: number): string =>
  value > 0 && value < 1e-4 ? Number(value.toPrecision(2)).toExponential() : tickText(value);
