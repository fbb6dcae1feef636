/** Pictures of terms of models and layers. */
import type { ReactNode } from 'react';
import type { TermId } from '../../texts/terms';
import { arrow, bars, box, dot, dots, edges, path, ring, strip, STAR, words } from './pen';

export const MODEL_PICTURES = {
  model: () => [
    strip(6, 23, [1, 0.2, 0.6], 8),
    arrow([34, 28], [40, 28]),
    box(42, 16, 20, 24, 'accent'),
    arrow([65, 28], [72, 28]),
    dots(
      [
        [82, 18],
        [82, 38],
      ],
      'accent',
    ),
  ],
  layer: () => [
    strip(10, 10, [0.9, 0.2, 0.5, 0.1, 0.7, 0.3, 0.5, 0.2]),
    arrow([46, 24], [46, 34], 'ink'),
    strip(28, 38, [0.8, 0.3, 1, 0.1]),
  ],
  'hidden layer': () => [
    box(12, 10, 14, 36, 'line'),
    box(41, 10, 14, 36, 'accent'),
    box(70, 10, 14, 36, 'line'),
    arrow([29, 28], [38, 28]),
    arrow([58, 28], [67, 28]),
  ],
  unit: () => [strip(20, 24, [0.15, 0.15, 1, 0.15, 0.15, 0.15], 10), ring(44, 29, 'ink', 9)],
  weight: () => [
    edges([20, 28], [[76, 12]], 'accent'),
    path('M20 28L76 44', 'line'),
    dot(20, 28),
    dots([
      [76, 12],
      [76, 44],
    ]),
    words(46, 14, '0.9', 'accent'),
    words(46, 52, '0.1', 'muted'),
  ],
  bias: () => [words(20, 32, 'h'), words(48, 32, '+'), words(76, 32, 'b', 'accent')],
  activation: () => [path('M12 40H84M48 8V48', 'line'), path('M14 40H48L78 10', 'accent')],
  'leaky ReLU': () => [path('M12 36H84M48 8V50', 'line'), path('M14 43L48 36L76 10', 'accent')],
  residual: () => [
    box(36, 26, 24, 16),
    arrow([12, 34], [33, 34]),
    arrow([63, 34], [86, 34]),
    path('M18 34C18 6 78 6 78 31', 'accent'),
  ],
  normalisation: () => [
    bars([0.3, 0.9, 0.5], -1, 8, 9),
    arrow([40, 28], [52, 28]),
    path('M58 28H90', 'line'),
    path('M62 28V36M70 28V14M78 28V22M86 28V38', 'accent'),
  ],
  'unit length': () => [
    path('M24 44A26 26 0 0 1 74 44', 'line'),
    arrow([48, 44], [30, 22], 'accent'),
    arrow([48, 44], [68, 24], 'accent'),
  ],
  'message passing': () => [
    dots(STAR),
    arrow([25, 17], [41, 25], 'accent'),
    arrow([25, 39], [41, 31], 'accent'),
    arrow([71, 17], [55, 25], 'accent'),
    arrow([71, 39], [55, 31], 'accent'),
    dot(48, 28, 'accent'),
  ],
  aggregator: () => [
    strip(10, 8, [1, 0.2, 0.4]),
    strip(10, 24, [0.4, 0.8, 0.2]),
    strip(10, 40, [0.7, 0.2, 0.6]),
    arrow([42, 28], [54, 28], 'ink'),
    strip(60, 24, [0.7, 0.4, 0.4]),
  ],
  attention: () => [
    path('M20 14L48 28', 'line'),
    <path key="strong" d="M76 14L48 28" stroke="var(--accent)" strokeWidth="5" />,
    path('M48 28V48', 'muted'),
    dots([
      [20, 14],
      [76, 14],
      [48, 48],
    ]),
    dot(48, 28, 'accent', 5),
  ],
  head: () => [
    path('M16 14L40 28M16 42L40 28', 'accent'),
    path('M16 14C30 6 36 16 40 28', 'muted'),
    dots([
      [16, 14],
      [16, 42],
    ]),
    dot(40, 28, 'accent'),
    strip(54, 16, [1, 0.4, 0.7], 10),
    strip(54, 32, [0.3, 0.9, 0.2], 10),
  ],
  gate: () => [
    path('M10 28H38M58 28H86', 'muted'),
    path('M40 14V42M56 14V42', 'accent'),
    path('M40 28H56', 'accent', '2 4'),
  ],
  teleport: () => [
    edges([18, 40], [[48, 40]]),
    edges([48, 40], [[78, 40]]),
    dots([
      [48, 40],
      [78, 40],
    ]),
    dot(18, 40, 'accent', 5),
    path('M78 34C72 6 24 6 19 31', 'accent', '3 3'),
  ],
  'fan-out': () => [
    edges(
      [18, 28],
      [
        [70, 10],
        [70, 46],
      ],
      'accent',
    ),
    edges(
      [18, 28],
      [
        [70, 22],
        [70, 34],
      ],
    ),
    dots(
      [
        [70, 22],
        [70, 34],
      ],
      'line',
    ),
    dots(
      [
        [70, 10],
        [70, 46],
      ],
      'accent',
    ),
    dot(18, 28, 'ink', 5),
  ],
  'receptive field': () => [
    ring(44, 28, 'accent', 22),
    edges(
      [44, 28],
      [
        [30, 18],
        [58, 20],
        [44, 44],
      ],
    ),
    edges([58, 20], [[80, 12]]),
    dots(
      [
        [30, 18],
        [58, 20],
        [44, 44],
      ],
      'accent',
    ),
    dot(80, 12, 'line'),
    dot(44, 28, 'ink', 5),
  ],
  baseline: () => [bars([0.5, 0.85], 1, 28, 22), path('M14 28H82', 'danger', '3 3')],
  factorisation: () => [
    box(8, 12, 32, 32),
    words(48, 32, '≈'),
    box(58, 12, 8, 32, 'accent'),
    box(70, 12, 20, 8, 'accent'),
  ],
  'label propagation': () => [
    dot(14, 28, 'accent', 6),
    arrow([24, 28], [36, 28], 'accent'),
    dot(46, 28, 'soft', 6),
    ring(46, 28, 'accent', 6),
    arrow([56, 28], [68, 28]),
    ring(80, 28, 'line', 6),
  ],
  'context window': () => [
    path('M10 28H86', 'line'),
    dots([
      [12, 28],
      [30, 28],
      [48, 28],
      [66, 28],
      [84, 28],
    ]),
    box(22, 16, 52, 24, 'accent'),
    dot(48, 28, 'accent', 5),
  ],
  'negative sampling': () => [
    arrow([34, 28], [22, 28], 'accent'),
    arrow([62, 28], [74, 28], 'danger'),
    dot(12, 28, 'accent'),
    dot(46, 28, 'ink', 5),
    dot(84, 28, 'danger'),
  ],
} satisfies Partial<Record<TermId, () => readonly ReactNode[]>>;
