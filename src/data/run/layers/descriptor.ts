/** What every kind of layer says of itself: forms, documentation, validation and tests are drawn from it. */
import { ACTIVATIONS, type Activation, type Param } from '../params';
import { DROPOUT_STOPS, LEARNING_RATE_STOPS, WEIGHT_DECAY_STOPS } from '../stops';

export const NORMS = ['none', 'layer', 'batch'] as const;
export type Norm = (typeof NORMS)[number];

/** Settings that every layer has. */
export interface CommonSpec {
  /** Output channels. The last layer of a model always has as many as there are classes. */
  readonly width: number;
  readonly activation: Activation;
  readonly bias: boolean;
  /** Adds the layer's input to its output, through a linear map where the widths differ. */
  readonly residual: boolean;
  /** Before the activation: per node over its channels, or per channel over the nodes. */
  readonly norm: Norm;
  /** Of this layer's parameters; null: the run's. 0 freezes the layer. */
  readonly learningRate: number | null;
  /** Of this layer's parameters; null: the run's, where it decays. */
  readonly weightDecay: number | null;
  /** Share of what enters this layer that is hidden at each step; null: the run's. */
  readonly dropout: number | null;
}

/** Reads validated values by their key. */
export interface ParamReader {
  integer(key: string): number;
  real(key: string): number;
  own(key: string): number | null;
  boolean(key: string): boolean;
  choice<T extends string>(key: string, options: readonly T[]): T;
}

/** What can be chosen, with its settings: a kind of layer, or a method without layers. */
export interface Descriptor<S extends { readonly kind: string }> {
  readonly id: S['kind'];
  readonly name: string;
  /** TeX, node-wise. */
  readonly formula: string;
  readonly sentence: string;
  readonly paper: string;
  readonly params: readonly Param[];
  /** The specification of validated values. */
  readonly read: (values: ParamReader) => S;
}

export interface LayerDescriptor<S extends CommonSpec & { readonly kind: string }> extends Descriptor<S> {
  /** Keys of settings that change nothing in a model's last layer, beside the width. */
  readonly hiddenOnly?: readonly string[];
  /** Rounds of messages: how many edges away a node is heard. */
  hops(spec: S): number;
  /** Neighbours that a node hears at most in a round, in batches; missing: all of them. */
  fanOut?(spec: S): number;
  /** Values sent in a round for each that the layer puts out; missing: 1. */
  readonly valuesSent?: number;
  /**
   * Whether its code tells nodes that hear from those that only send. Others compute a row for every node at hand; what
   * is not wanted of it is cut off.
   */
  readonly hasHearers: boolean;
  /** Whether the number of a sender's own neighbours weighs its messages. */
  readonly countsDegrees?: boolean;
}

export const widthOf = (standard: number): Param => ({
  kind: 'integer',
  key: 'width',
  label: 'width',
  help: 'Numbers each node keeps after this layer.',
  min: 1,
  max: 256,
  default: standard,
});

export const WIDTH = widthOf(16);

export const activationOf = (standard: Activation): Param => ({
  kind: 'choice',
  key: 'activation',
  label: 'activation',
  help: 'The function applied to every number.',
  options: ACTIVATIONS,
  default: standard,
});

export const biasOf = (standard: boolean): Param => ({
  kind: 'boolean',
  key: 'bias',
  label: 'bias',
  help: 'Adds a learned number to each channel.',
  default: standard,
});

export const RESIDUAL: Param = {
  kind: 'boolean',
  key: 'residual',
  label: 'residual',
  help: 'Adds the layer’s input to its output.',
  default: false,
};

export const NORM: Param = {
  kind: 'choice',
  key: 'norm',
  label: 'norm',
  help: 'Normalises to mean 0 and standard deviation 1 before the activation: the numbers of each node, or of each channel.',
  options: NORMS,
  default: 'none',
};

/** Training settings that a layer may have for itself. */
export const OWN_TRAINING: readonly Param[] = [
  {
    kind: 'own',
    key: 'learningRate',
    label: 'own learning rate',
    help: 'How far the weights of this layer move at each step; 0 freezes them as they were drawn.',
    min: 0,
    max: 1,
    default: null,
    stops: [0, ...LEARNING_RATE_STOPS],
  },
  {
    kind: 'own',
    key: 'weightDecay',
    label: 'own weight decay',
    help: 'How hard the weights of this layer are pulled towards zero.',
    min: 0,
    max: 1,
    default: null,
    stops: WEIGHT_DECAY_STOPS,
  },
  {
    kind: 'own',
    key: 'dropout',
    label: 'own dropout',
    help: 'Share of this layer’s input that is set to 0 at each step.',
    min: 0,
    max: 0.95,
    default: null,
    stops: DROPOUT_STOPS,
  },
];

export const readCommon = (read: ParamReader): CommonSpec => ({
  width: read.integer('width'),
  activation: read.choice('activation', ACTIVATIONS),
  bias: read.boolean('bias'),
  residual: read.boolean('residual'),
  norm: read.choice('norm', NORMS),
  learningRate: read.own('learningRate'),
  weightDecay: read.own('weightDecay'),
  dropout: read.own('dropout'),
});
