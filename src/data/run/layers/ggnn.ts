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

export interface GgnnLayerSpec extends CommonSpec {
  readonly kind: 'ggnn';
  /** Rounds of messages. */
  readonly steps: number;
}

export const GGNN_LAYER: LayerDescriptor<GgnnLayerSpec> = {
  id: 'ggnn',
  name: 'Gated',
  formula: String.raw`s_i^0 = h_i W, \quad s_i^{t+1} = \operatorname{GRU}\Big(\sum_{j \in \mathcal{N}(i)} w_{ji}\, s_j^t M_t,\; s_i^t\Big), \quad h_i' = \sigma(s_i^T + b)`,
  sentence: 'Each node keeps a memory, and gates decide how much of every round of messages goes into it.',
  paper: 'Li et al., Gated Graph Sequence Neural Networks, ICLR 2016',
  hops: ({ steps }) => steps,
  valuesSent: 3,
  hasHearers: false,
  params: [
    WIDTH,
    {
      kind: 'integer',
      key: 'steps',
      label: 'rounds',
      help: 'How many rounds of messages are sent.',
      min: 1,
      max: 8,
      default: 2,
    },
    // The gated unit has its own.
    activationOf('none'),
    biasOf(false),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  read: (values) => ({ kind: 'ggnn', steps: values.integer('steps'), ...readCommon(values) }),
};
