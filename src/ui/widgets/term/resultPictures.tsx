/** Pictures of terms of training, of results, and of the embedding. */
import type { ReactNode } from 'react';
import type { TermId } from '../../texts/terms';
import { arrow, axes, bars, box, dot, dots, edges, path, ring, strip, words } from './pen';

const LEFT = [
  [22, 20],
  [30, 32],
  [18, 38],
] as const;
const RIGHT = [
  [70, 16],
  [80, 26],
  [68, 34],
] as const;

export const RESULT_PICTURES = {
  'link prediction': () => [
    edges(
      [20, 28],
      [
        [44, 14],
        [44, 42],
      ],
    ),
    path('M48 14L76 28', 'accent', '4 3'),
    dots([
      [20, 28],
      [44, 14],
      [44, 42],
      [76, 28],
    ]),
    words(64, 16, '?', 'accent'),
  ],
  'held-out edge': () => [
    edges(
      [22, 28],
      [
        [48, 12],
        [48, 44],
      ],
    ),
    path('M52 12L76 28', 'danger', '4 3'),
    dots([
      [22, 28],
      [48, 12],
      [48, 44],
      [76, 28],
    ]),
  ],
  'negative sample': () => [
    path('M20 18L50 18', 'line'),
    dots([
      [20, 18],
      [50, 18],
      [28, 42],
      [74, 40],
    ]),
    path('M33 42L69 40', 'danger', '2 4'),
    path('M46 36L56 46M56 36L46 46', 'danger'),
  ],
  decoder: () => [
    strip(12, 10, [0.9, 0.2, 0.6, 0.4]),
    strip(12, 34, [0.7, 0.5, 0.3, 0.8]),
    path('M54 15L64 26M54 39L64 28'),
    arrow([64, 27], [76, 27], 'accent'),
    dot(84, 27, 'accent', 5),
  ],
  AUC: () => [axes(), path('M12 48L88 8', 'line', '3 3'), path('M12 48C16 18 40 10 88 8', 'accent')],
  'average precision': () => [axes(), path('M12 10H40L46 16H58L66 26H74L86 44', 'accent')],
  'Hits@K': () => [
    path('M12 28H84', 'danger', '3 3'),
    dots(
      [
        [24, 12],
        [44, 18],
        [62, 14],
      ],
      'accent',
    ),
    dots([
      [34, 40],
      [72, 42],
    ]),
    words(86, 22, 'K', 'danger'),
  ],
  MRR: () => [bars([0.95, 0.5, 0.34, 0.25, 0.2], 0), words(60, 14, '1 / rank', 'muted')],
  'data leakage': () => [
    box(8, 12, 32, 32),
    box(56, 12, 32, 32),
    words(24, 32, 'train', 'muted'),
    words(72, 32, 'test', 'muted'),
    arrow([66, 48], [28, 48], 'danger'),
  ],
  epoch: () => [
    path('M66 16A22 22 0 1 0 70 30', 'accent'),
    arrow([62, 10], [67, 17], 'accent'),
    dots([
      [48, 22],
      [40, 32],
      [54, 34],
    ]),
  ],
  loss: () => [axes(), path('M16 10C24 38 44 42 84 44', 'accent')],
  optimiser: () => [
    path('M10 12C24 52 60 52 86 12', 'line'),
    arrow([18, 20], [26, 34], 'accent'),
    arrow([28, 36], [40, 42], 'accent'),
    dot(46, 42, 'accent'),
  ],
  'learning rate': () => [
    path('M10 12C24 52 72 52 86 12', 'line'),
    dot(20, 26),
    arrow([22, 24], [70, 24], 'danger'),
    arrow([24, 31], [32, 37], 'accent'),
  ],
  momentum: () => [arrow([10, 38], [28, 34]), arrow([30, 34], [52, 29]), arrow([54, 28], [86, 20], 'accent')],
  'weight decay': () => [
    path('M48 8V48', 'line'),
    arrow([16, 18], [42, 18], 'accent'),
    arrow([80, 36], [54, 36], 'accent'),
    words(48, 56, '0', 'muted'),
  ],
  dropout: () => [
    dots(
      [
        [18, 18],
        [50, 18],
        [66, 38],
        [34, 38],
      ],
      'accent',
      5,
    ),
    dots(
      [
        [34, 18],
        [66, 18],
        [18, 38],
        [50, 38],
        [82, 18],
        [82, 38],
      ],
      'line',
      5,
    ),
    path('M30 14L38 22M38 14L30 22M62 14L70 22M70 14L62 22', 'danger'),
  ],
  'batch size': () => [
    dots(
      [
        [20, 20],
        [34, 20],
        [20, 36],
        [34, 36],
      ],
      'accent',
    ),
    box(12, 12, 30, 32, 'accent'),
    dots(
      [
        [56, 20],
        [70, 20],
        [84, 20],
        [56, 36],
        [70, 36],
        [84, 36],
      ],
      'line',
    ),
  ],
  'early stopping': () => [
    axes(),
    path('M16 12C30 44 44 40 84 18', 'accent'),
    path('M42 8V48', 'danger', '3 3'),
  ],
  seed: () => [
    words(20, 32, '7', 'accent'),
    arrow([30, 28], [40, 28]),
    dots([
      [52, 16],
      [66, 40],
      [74, 22],
      [86, 34],
    ]),
  ],
  keyframe: () => [
    path('M8 40H88', 'line'),
    dots(
      [
        [24, 40],
        [40, 40],
        [72, 40],
        [88, 40],
      ],
      'line',
      3,
    ),
    path('M8 40V14M56 40V14', 'accent'),
    dot(8, 14, 'accent'),
    dot(56, 14, 'accent'),
  ],
  prediction: () => [bars([0.2, 0.9, 0.35, 0.1], 1, 20), words(38, 7, '✓', 'accent')],
  logit: () => [path('M12 28H84', 'line'), path('M22 28V16M40 28V8M58 28V40M76 28V34', 'accent')],
  softmax: () => [
    path('M6 30H38', 'line'),
    path('M12 30V20M22 30V10M32 30V42', 'muted'),
    arrow([42, 28], [52, 28]),
    bars([0.3, 0.85, 0.1], 1, 58, 12),
  ],
  confidence: () => [
    box(14, 22, 68, 12, 'line'),
    <rect key="share" x="15" y="23" width="52" height="10" rx="2" fill="var(--accent)" />,
  ],
  accuracy: () => [
    dots(
      [
        [20, 20],
        [36, 20],
        [52, 20],
        [20, 38],
        [36, 38],
        [52, 38],
        [68, 38],
      ],
      'accent',
      5,
    ),
    dots([[68, 20]], 'danger', 5),
  ],
  precision: () => [
    ring(40, 28, 'accent', 18),
    dots(
      [
        [34, 22],
        [46, 24],
        [38, 36],
      ],
      'accent',
    ),
    dot(50, 34, 'danger'),
    dot(76, 28, 'line'),
  ],
  recall: () => [
    ring(40, 28, 'accent', 18),
    dots(
      [
        [34, 22],
        [46, 24],
        [38, 36],
      ],
      'accent',
    ),
    dots(
      [
        [70, 20],
        [78, 36],
      ],
      'danger',
    ),
  ],
  F1: () => [bars([0.9, 0.5], -1, 18, 18), arrow([56, 28], [64, 28]), bars([0.64], 0, 72, 18)],
  'macro F1': () => [
    bars([0.9, 0.4, 0.7], -1, 14, 13),
    path('M12 21H52', 'accent', '3 3'),
    arrow([58, 21], [68, 21], 'accent'),
    dot(78, 21, 'accent', 5),
  ],
  influence: () => [
    edges([20, 28], [[48, 28]]),
    edges([48, 28], [[76, 28]]),
    dot(20, 28, 'accent', 7),
    dot(48, 28, 'muted', 5),
    dot(76, 28, 'ink', 4),
    path('M22 16C36 4 62 4 74 18', 'accent', '3 3'),
  ],
  'over-smoothing': () => [
    strip(10, 14, [1, 0.1, 0.7], 8),
    strip(10, 32, [0.1, 0.9, 0.3], 8),
    arrow([42, 28], [54, 28]),
    strip(60, 14, [0.5, 0.5, 0.5], 8),
    strip(60, 32, [0.5, 0.5, 0.5], 8),
  ],
  'over-squashing': () => [
    edges(
      [36, 28],
      [
        [10, 8],
        [10, 20],
        [10, 36],
        [10, 48],
      ],
    ),
    path('M36 28H62', 'danger'),
    dots([
      [10, 8],
      [10, 20],
      [10, 36],
      [10, 48],
    ]),
    dots(
      [
        [36, 28],
        [62, 28],
      ],
      'ink',
    ),
    edges([62, 28], [[86, 28]]),
    dot(86, 28, 'accent'),
  ],
  'Dirichlet energy': () => [
    path('M22 28H74', 'line'),
    dot(22, 28, 'accent', 8),
    dot(74, 28, 'line', 8),
    words(48, 22, 'differ?'),
  ],
  'mean cosine': () => [
    arrow([20, 46], [60, 14], 'accent'),
    arrow([20, 46], [72, 30], 'accent'),
    path('M38 31A24 24 0 0 1 43 39', 'ink'),
  ],
  embedding: () => [
    dot(14, 28, 'ink', 5),
    arrow([24, 28], [34, 28]),
    strip(40, 23, [0.9, 0.2, 0.6, 0.4, 0.8]),
  ],
  projection: () => [
    strip(6, 10, [0.9, 0.2, 0.6, 0.4], 8),
    strip(6, 24, [0.8, 0.3, 0.5, 0.4], 8),
    strip(6, 38, [0.1, 0.9, 0.2, 0.8], 8),
    arrow([42, 28], [52, 28]),
    box(58, 10, 32, 38, 'line'),
    dots(
      [
        [66, 20],
        [70, 24],
      ],
      'accent',
    ),
    dot(82, 40),
  ],
  UMAP: () => [
    dots(LEFT, 'accent'),
    dots(RIGHT, 'muted'),
    path('M22 20L30 32L18 38Z', 'accent'),
    path('M70 16L80 26L68 34Z'),
  ],
  PCA: () => [
    dots([
      [26, 40],
      [38, 34],
      [48, 26],
      [60, 24],
      [72, 14],
    ]),
    arrow([16, 46], [82, 10], 'accent'),
    arrow([40, 16], [56, 42], 'accent'),
  ],
  'raw axes': () => [
    axes(),
    dots(
      [
        [28, 36],
        [38, 26],
      ],
      'accent',
    ),
    dots([
      [64, 20],
      [74, 14],
    ]),
    words(88, 46, '1', 'muted'),
    words(20, 12, '2', 'muted'),
  ],
  trustworthiness: () => [
    ring(40, 28, 'accent', 18),
    dots(
      [
        [34, 22],
        [46, 34],
      ],
      'accent',
    ),
    dot(48, 22, 'danger'),
    path('M52 20L82 10', 'danger', '3 3'),
    dot(40, 28, 'ink', 3),
  ],
  'neighbours kept': () => [
    ring(26, 28, 'muted', 16),
    ring(70, 28, 'accent', 16),
    dots(
      [
        [20, 22],
        [32, 34],
      ],
      'accent',
    ),
    dot(32, 20),
    dots(
      [
        [64, 22],
        [76, 34],
      ],
      'accent',
    ),
    arrow([43, 28], [52, 28]),
    dots(
      [
        [26, 28],
        [70, 28],
      ],
      'ink',
      3,
    ),
  ],
} satisfies Partial<Record<TermId, () => readonly ReactNode[]>>;
