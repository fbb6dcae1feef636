/** Where the decision boundary of a layer of two units lies. */
import type { Readout } from '../../data/run/pictures';

type Corner = readonly [x: number, y: number];

/** The part of a convex polygon in which a x + b y + c >= 0. */
function clipped(polygon: readonly Corner[], a: number, b: number, c: number): readonly Corner[] {
  const valueOf = ([x, y]: Corner): number => a * x + b * y + c;
  return polygon.flatMap((corner, i): readonly Corner[] => {
    const next = polygon[(i + 1) % polygon.length]!;
    const [here, there] = [valueOf(corner), valueOf(next)];
    const kept = here >= 0 ? [corner] : [];
    if (here >= 0 === there >= 0) return kept;
    const share = here / (here - there);
    return [...kept, [corner[0] + share * (next[0] - corner[0]), corner[1] + share * (next[1] - corner[1])]];
  });
}

/**
 * Per class the convex part of `window` (x and y ranges of the plane) in which its logit is the largest; empty where
 * there is none.
 */
export function regionsOf(
  { weight: { numCols, values }, bias }: Readout,
  window: { readonly x: readonly [number, number]; readonly y: readonly [number, number] },
): readonly (readonly Corner[])[] {
  const whole: readonly Corner[] = [
    [window.x[0], window.y[0]],
    [window.x[1], window.y[0]],
    [window.x[1], window.y[1]],
    [window.x[0], window.y[1]],
  ];
  return Array.from({ length: numCols }, (_, own) => {
    let region = whole;
    for (let other = 0; other < numCols && region.length > 0; other++)
      if (other !== own)
        region = clipped(
          region,
          values[own]! - values[other]!,
          values[numCols + own]! - values[numCols + other]!,
          bias[own]! - bias[other]!,
        );
    return region;
  });
}
