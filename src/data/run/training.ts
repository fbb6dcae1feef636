/** How a model is trained: the settings, their descriptors and which of them may change in mid-run. */
import type { Param } from './params';
import { DROPOUT_STOPS, LEARNING_RATE_STOPS, WEIGHT_DECAY_STOPS } from './stops';

export const DECAY_ON = ['first layer', 'all layers'] as const;
export type DecayOn = (typeof DECAY_ON)[number];

/**
 * Adam (Kingma and Ba, ICLR 2015), with weight decay in the gradient; AdamW (Loshchilov and Hutter, ICLR 2019), with
 * weight decay beside it; SGD with momentum, as torch.optim.SGD: v = momentum v + g, w = w - rate v.
 */
export const OPTIMISERS = ['adam', 'adamw', 'sgd'] as const;
export type Optimiser = (typeof OPTIMISERS)[number];

/**
 * When a run ends before its last epoch. `rising loss`: the validation loss is above the mean of the last `patience`
 * ones (Kipf, gcn/train.py). `no better`: neither the lowest validation loss nor the best validation accuracy has been
 * bettered for `patience` epochs (PetarV-/GAT, execute_cora.py).
 */
export const STOPPING_RULES = ['off', 'rising loss', 'no better'] as const;
export type StoppingRule = (typeof STOPPING_RULES)[number];

export interface TrainSpec {
  readonly epochs: number;
  readonly optimiser: Optimiser;
  /** Of SGD: the share of the last step that is taken again. */
  readonly momentum: number;
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
  readonly earlyStopping: StoppingRule;
  /** Epochs that the stopping rule looks back. */
  readonly patience: number;
  /** Training nodes to a step, with sampled neighbours; 0: one step sees the whole graph. */
  readonly batchSize: number;
}

/** Settings that apply from the next epoch on, and are recorded in the timeline; all others make another run. */
export const LIVE_KEYS = [
  'learningRate',
  'weightDecay',
  'inputDropout',
  'dropout',
] as const satisfies readonly (keyof TrainSpec)[];
export type LiveKey = (typeof LIVE_KEYS)[number];
export type TrainChange = { readonly [K in LiveKey]?: number };

export const TRAIN_PARAMS: readonly Param<keyof TrainSpec>[] = [
  {
    kind: 'choice',
    key: 'optimiser',
    label: 'optimiser',
    help: 'How gradients change the weights: Adam, Adam with decay beside the gradient, or plain descent with momentum.',
    options: OPTIMISERS,
    default: 'adam',
  },
  {
    kind: 'real',
    key: 'learningRate',
    label: 'learning rate',
    help: 'How far the weights move at each step. Applies from the next epoch.',
    min: 1e-5,
    max: 1,
    default: 0.01,
    stops: LEARNING_RATE_STOPS,
  },
  {
    kind: 'real',
    key: 'momentum',
    label: 'momentum',
    help: 'Share of the last step that is repeated.',
    min: 0,
    max: 0.99,
    default: 0.9,
    stops: [0, 0.5, 0.8, 0.9, 0.95, 0.99],
  },
  {
    kind: 'real',
    key: 'weightDecay',
    label: 'weight decay',
    help: 'Pulls weights towards zero (L2).',
    min: 0,
    max: 1,
    default: 0.0005,
    stops: WEIGHT_DECAY_STOPS,
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
    help: 'Share of the input features set to 0 at each step.',
    min: 0,
    max: 0.95,
    default: 0.5,
    stops: DROPOUT_STOPS,
  },
  {
    kind: 'real',
    key: 'dropout',
    label: 'hidden dropout',
    help: 'Share of each hidden layer’s output set to 0 at each step.',
    min: 0,
    max: 0.95,
    default: 0.5,
    stops: DROPOUT_STOPS,
  },
  {
    kind: 'integer',
    key: 'epochs',
    label: 'epochs',
    help: 'Rounds through the training nodes.',
    min: 1,
    max: 10000,
    default: 200,
  },
  {
    kind: 'choice',
    key: 'earlyStopping',
    label: 'stop early',
    help: 'Ends the run when validation says so: its loss rises, or neither loss nor accuracy gets better.',
    options: STOPPING_RULES,
    default: 'off',
  },
  {
    kind: 'integer',
    key: 'patience',
    label: 'patience',
    help: 'Epochs that early stopping looks back.',
    min: 1,
    max: 1000,
    default: 10,
  },
  {
    kind: 'integer',
    key: 'batchSize',
    label: 'batch size',
    help: 'Training nodes per step, each with a sample of its neighbours; or every step uses the whole graph.',
    min: 0,
    max: 100000,
    default: 0,
    stops: [0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096],
    zero: 'whole graph',
  },
  {
    kind: 'boolean',
    key: 'normaliseFeatures',
    label: 'normalise features',
    help: 'Divides each node’s features by the sum of their absolute values.',
    default: true,
  },
];
