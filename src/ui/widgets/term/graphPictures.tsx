/** Pictures of terms of graphs and their data. */
import type { ReactNode } from 'react';
import type { TermId } from '../../texts/terms';
import { arrow, dot, dots, edges, path, ring, strip, STAR, words } from './pen';

const CENTRE = [48, 28] as const;

const star = (ink: 'line' | 'accent' = 'line'): ReactNode => [edges(CENTRE, STAR, ink), dots(STAR)];

export const GRAPH_PICTURES = {
  graph: () => [star(), edges([20, 14], [[76, 14]]), dot(48, 28, 'accent')],
  degree: () => [star('accent'), dot(48, 28, 'accent', 6)],
  hop: () => [
    edges([16, 30], [[48, 30]], 'accent'),
    edges([48, 30], [[80, 30]]),
    dot(16, 30, 'accent', 5),
    dots([
      [48, 30],
      [80, 30],
    ]),
    words(32, 20, '1'),
    words(64, 20, '2', 'muted'),
  ],
  'self-loop': () => [path('M40 36C22 4 74 4 56 36', 'accent'), dot(48, 38, 'accent', 6)],
  feature: () => [dot(22, 28, 'accent', 6), strip(38, 23, [1, 0, 0, 1, 0])],
  class: () => [
    dots(
      [
        [18, 18],
        [30, 34],
        [16, 42],
      ],
      'accent',
      5,
    ),
    dots(
      [
        [66, 14],
        [80, 26],
        [70, 40],
      ],
      'muted',
      5,
    ),
    path('M48 8V50', 'line', '3 4'),
  ],
  label: () => [
    edges(
      [26, 28],
      [
        [66, 14],
        [66, 42],
      ],
    ),
    dot(26, 28, 'accent', 5),
    ring(26, 28, 'accent', 9),
    dots([
      [66, 14],
      [66, 42],
    ]),
  ],
  split: () => [
    dots(
      [
        [16, 20],
        [16, 38],
        [30, 29],
      ],
      'accent',
    ),
    dots(
      [
        [48, 20],
        [48, 38],
      ],
      'ink',
    ),
    dots(
      [
        [66, 20],
        [66, 38],
        [80, 20],
        [80, 38],
      ],
      'muted',
    ),
    path('M38 10V48M57 10V48', 'line'),
  ],
  training: () => [
    dots(
      [
        [18, 28],
        [36, 28],
      ],
      'accent',
      5,
    ),
    dots(
      [
        [54, 28],
        [68, 28],
        [82, 28],
      ],
      'line',
      5,
    ),
    ring(18, 28, 'accent', 9),
    ring(36, 28, 'accent', 9),
  ],
  validation: () => [
    dots(
      [
        [16, 28],
        [32, 28],
      ],
      'line',
      5,
    ),
    dots(
      [
        [48, 28],
        [64, 28],
      ],
      'accent',
      5,
    ),
    dot(80, 28, 'line', 5),
  ],
  test: () => [
    dots(
      [
        [16, 28],
        [32, 28],
        [48, 28],
      ],
      'line',
      5,
    ),
    dots(
      [
        [64, 28],
        [80, 28],
      ],
      'accent',
      5,
    ),
  ],
  'random walk': () => [
    star(),
    arrow([22, 15], [44, 26], 'accent'),
    arrow([52, 29], [73, 40], 'accent'),
    dot(48, 28),
  ],
} satisfies Partial<Record<TermId, () => readonly ReactNode[]>>;
