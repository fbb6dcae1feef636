import type { Readout } from '../../data/run/pictures';
import { classColour, GROUND, type Theme } from '../palette/palette';
import type { Placing, Size } from './view/placing';

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

/** Share of a class's colour over the ground. */
const TINT = 0.13;

export interface Ground {
  /** Null: no boundary can be drawn. */
  readonly readout: Readout | null;
  readonly theme: Theme;
  /** Of the two units. */
  readonly names: readonly [string, string];
}

/** Which boundary it is. */
const CAPTIONS: Readonly<Record<Readout['of'], string>> = {
  output: 'boundary: two logits are equal',
  'last layer': 'boundary: last layer’s weights alone, no messages',
};

export function drawGround(
  context: CanvasRenderingContext2D,
  { readout, theme, names }: Ground,
  { left, top, scale }: Placing,
  { width, height }: Size,
): void {
  const { ink, muted } = GROUND[theme];
  const across = (x: number): number => left + scale * x;
  const down = (y: number): number => top - scale * y;
  if (readout) {
    const window = {
      x: [-left / scale, (width - left) / scale] as const,
      y: [(top - height) / scale, top / scale] as const,
    };
    regionsOf(readout, window).forEach((region, index) => {
      if (region.length < 3) return;
      context.beginPath();
      for (const [x, y] of region) context.lineTo(across(x), down(y));
      context.closePath();
      context.globalAlpha = TINT;
      context.fillStyle = classColour(index, theme, readout.weight.numCols);
      context.fill();
      context.globalAlpha = 0.55;
      context.strokeStyle = ink;
      context.lineWidth = 1;
      context.stroke();
    });
    context.globalAlpha = 1;
  }
  context.strokeStyle = muted;
  context.setLineDash([2, 4]);
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(0, down(0));
  context.lineTo(width, down(0));
  context.moveTo(across(0), 0);
  context.lineTo(across(0), height);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = muted;
  context.font = `12px ${getComputedStyle(context.canvas).fontFamily}`;
  context.textAlign = 'right';
  context.fillText(names[0], width - 8, Math.min(height - 8, Math.max(14, down(0) - 6)));
  context.textAlign = 'left';
  if (readout) context.fillText(CAPTIONS[readout.of], 8, height - 8);
  const upward = `↑ ${names[1]}`;
  const room = width - 8 - context.measureText(upward).width;
  context.fillText(upward, Math.max(8, Math.min(room, across(0) + 6)), 16);
}
