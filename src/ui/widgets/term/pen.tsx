/** Marks that the small pictures of terms are made of, in a field of 96 x 56, in the colours of the theme. */
import type { ReactNode } from 'react';

export type Ink = 'ink' | 'muted' | 'accent' | 'line' | 'soft' | 'danger';

const COLOURS: Readonly<Record<Ink, string>> = {
  ink: 'var(--ink)',
  muted: 'var(--muted)',
  accent: 'var(--accent)',
  line: 'color-mix(in srgb, var(--muted) 45%, transparent)',
  soft: 'var(--accent-soft)',
  danger: 'var(--danger)',
};

type Point = readonly [x: number, y: number];

/** Four places around the middle. */
export const STAR: readonly Point[] = [
  [20, 14],
  [20, 42],
  [76, 14],
  [76, 42],
];

export const dot = (x: number, y: number, ink: Ink = 'muted', r = 4): ReactNode => (
  <circle key={`${x} ${y} ${r}`} cx={x} cy={y} r={r} fill={COLOURS[ink]} />
);

export const dots = (points: readonly Point[], ink: Ink = 'muted', r = 4): ReactNode =>
  points.map(([x, y]) => dot(x, y, ink, r));

/** An empty circle. */
export const ring = (x: number, y: number, ink: Ink = 'accent', r = 7): ReactNode => (
  <circle cx={x} cy={y} r={r} fill="none" stroke={COLOURS[ink]} strokeWidth="1.6" />
);

export const path = (d: string, ink: Ink = 'muted', dash?: string): ReactNode => (
  <path
    key={d}
    d={d}
    fill="none"
    stroke={COLOURS[ink]}
    strokeWidth="1.6"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeDasharray={dash}
  />
);

export const edges = (from: Point, to: readonly Point[], ink: Ink = 'line'): ReactNode =>
  to.map(([x, y]) => path(`M${from[0]} ${from[1]}L${x} ${y}`, ink));

/** From a point to another, with a head. */
export function arrow([x1, y1]: Point, [x2, y2]: Point, ink: Ink = 'muted'): ReactNode {
  const angle = Math.atan2(y2 - y1, x2 - x1);
  const barb = (turn: number): string =>
    `${(x2 - 5 * Math.cos(angle + turn)).toFixed(1)} ${(y2 - 5 * Math.sin(angle + turn)).toFixed(1)}`;
  return path(`M${x1} ${y1}L${x2} ${y2}M${barb(0.6)}L${x2} ${y2}L${barb(-0.6)}`, ink);
}

/** Bars on one ground line, heights from 0 to 1; `lit` is drawn in the accent. */
export const bars = (heights: readonly number[], lit = -1, left = 16, step = 14): ReactNode =>
  heights.map((height, i) => (
    <rect
      key={`${left} ${i}`}
      x={left + i * step}
      y={48 - 40 * height}
      width={step - 5}
      height={40 * height}
      rx="1.5"
      fill={COLOURS[i === lit ? 'accent' : 'muted']}
    />
  ));

/** A vector as cells beside each other, each as strong as its share of the accent. */
export const strip = (x: number, y: number, shares: readonly number[], size = 9): ReactNode => (
  <g key={`${x} ${y}`}>
    {shares.map((share, i) => (
      <rect
        key={i}
        x={x + i * size}
        y={y}
        width={size - 1}
        height={size}
        fill={COLOURS.accent}
        fillOpacity={0.08 + 0.92 * share}
      />
    ))}
  </g>
);

export const box = (x: number, y: number, width: number, height: number, ink: Ink = 'muted'): ReactNode => (
  <rect
    key={`${x} ${y} ${width}`}
    x={x}
    y={y}
    width={width}
    height={height}
    rx="3"
    fill="none"
    stroke={COLOURS[ink]}
    strokeWidth="1.6"
  />
);

export const words = (x: number, y: number, text: string, ink: Ink = 'ink'): ReactNode => (
  <text key={text + x} x={x} y={y} fill={COLOURS[ink]} fontSize="11" textAnchor="middle">
    {text}
  </text>
);

/** Two axes in the lower left. */
export const axes = (): ReactNode => path('M12 6V48H88', 'line');
