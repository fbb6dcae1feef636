import {
  activationOf,
  biasOf,
  NORM,
  OWN_TRAINING,
  readCommon,
  RESIDUAL,
  WIDTH,
  type CommonSpec,
  type LayerDescriptor,
} from './descriptor';

export const SUMMARIES = ['mean', 'sum', 'max'] as const;

export interface MpnnLayerSpec extends CommonSpec {
  readonly kind: 'mpnn';
  /** Channels between the two linear maps that make a message. */
  readonly inner: number;
  readonly summary: (typeof SUMMARIES)[number];
}

export const MPNN_LAYER: LayerDescriptor<MpnnLayerSpec> = {
  id: 'mpnn',
  name: 'MPNN',
  formula: String.raw`h_i' = \sigma\Big(h_i W_{\text{self}} + \operatorname{agg}_{j \in \mathcal{N}(i)} \operatorname{MLP}(h_i, h_j, e_{ij}) + b\Big)`,
  sentence:
    'A small network writes every message, knowing both ends and the edge between them. Recommender papers call it Edge GraphSAGE.',
  paper: 'Gilmer et al., Neural Message Passing for Quantum Chemistry, ICML 2017',
  hops: () => 1,
  valuesSent: 3,
  hasHearers: false,
  params: [
    WIDTH,
    {
      kind: 'integer',
      key: 'inner',
      label: 'inner width',
      help: 'Numbers between the two linear maps that make a message.',
      min: 1,
      max: 64,
      default: 16,
    },
    {
      kind: 'choice',
      key: 'summary',
      label: 'combine messages',
      help: 'The mean of the messages that reach a node, their sum, or the largest of each channel.',
      options: SUMMARIES,
      default: 'mean',
    },
    activationOf('relu'),
    biasOf(true),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  read: (values) => ({
    kind: 'mpnn',
    inner: values.integer('inner'),
    summary: values.choice('summary', SUMMARIES),
    ...readCommon(values),
  }),
};
