/** How a model is trained: the settings, their descriptors and which of them may change in mid-run. */
import type { Param } from './params';

export const DECAY_ON = ['first layer', 'all layers'] as const;
export type DecayOn = (typeof DECAY_ON)[number];

export interface TrainSpec {
  readonly epochs: number;
  readonly learningRate: number;
  /** L2 penalty on weights: gradient += weightDecay * W. */
  readonly weightDecay: number;
  /** Whose weights: the first layer's as Kipf and Welling do, or those of all layers with their biases. */
  readonly decayOn: DecayOn;
  /** Share of input features zeroed at each step. */
  readonly inputDropout: number;
  /** Share of every hidden layer's output zeroed at each step. */
  readonly dropout: number;
  /** Divide each row of features by its sum, as Kipf and Welling do. */
  readonly normaliseFeatures: boolean;
}

/** Settings that apply from the next epoch on, and are recorded in the timeline; all others wait for a reset. */
export const LIVE_KEYS = [
  'learningRate',
  'weightDecay',
  'inputDropout',
  'dropout',
] as const satisfies readonly (keyof TrainSpec)[];
export type LiveKey = (typeof LIVE_KEYS)[number];
export type TrainChange = { readonly [K in LiveKey]?: number };

const DROPOUT_STOPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

export const TRAIN_PARAMS: readonly Param<keyof TrainSpec>[] = [
  {
    kind: 'real',
    key: 'learningRate',
    label: 'learning rate',
    help: 'How far the weights move at each step (Adam). Applies from the next epoch.',
    min: 1e-5,
    max: 1,
    default: 0.01,
    stops: [0.0001, 0.0003, 0.001, 0.003, 0.005, 0.01, 0.03, 0.1, 0.3, 1],
  },
  {
    kind: 'real',
    key: 'weightDecay',
    label: 'weight decay',
    help: 'Pulls weights towards zero (L2).',
    min: 0,
    max: 1,
    default: 0.0005,
    stops: [0, 0.00001, 0.00005, 0.0001, 0.0005, 0.001, 0.005, 0.01, 0.1],
  },
  {
    kind: 'choice',
    key: 'decayOn',
    label: 'decay on',
    help: 'Which weights are pulled.',
    options: DECAY_ON,
    default: 'first layer',
  },
  {
    kind: 'real',
    key: 'inputDropout',
    label: 'input dropout',
    help: 'Share of the input features hidden at each step.',
    min: 0,
    max: 0.95,
    default: 0.5,
    stops: DROPOUT_STOPS,
  },
  {
    kind: 'real',
    key: 'dropout',
    label: 'hidden dropout',
    help: 'Share of each hidden layer’s output hidden at each step.',
    min: 0,
    max: 0.95,
    default: 0.5,
    stops: DROPOUT_STOPS,
  },
  {
    kind: 'integer',
    key: 'epochs',
    label: 'epochs',
    help: 'Steps in a run. One step sees the whole graph.',
    min: 1,
    max: 10000,
    default: 200,
  },
  {
    kind: 'boolean',
    key: 'normaliseFeatures',
    label: 'normalise features',
    help: 'Divides each node’s features by their sum.',
    default: true,
  },
];
