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

export interface AppnpLayerSpec extends CommonSpec {
  readonly kind: 'appnp';
  /** K, steps of propagation. */
  readonly hops: number;
  /** Share of its own prediction that a node goes back to at every step. */
  readonly teleport: number;
}

export const APPNP_LAYER: LayerDescriptor<AppnpLayerSpec> = {
  id: 'appnp',
  name: 'APPNP',
  formula: String.raw`Z_0 = H W, \quad Z_{k+1} = (1 - \alpha) P Z_k + \alpha Z_0, \quad H' = \sigma(Z_K + b)`,
  sentence:
    'Each node predicts from its own numbers; predictions then spread along the edges as in personalised PageRank.',
  paper:
    'Gasteiger et al., Predict then Propagate: Graph Neural Networks Meet Personalized PageRank, ICLR 2019',
  hops: ({ hops }) => hops,
  hasHearers: false,
  countsDegrees: true,
  params: [
    WIDTH,
    {
      kind: 'integer',
      key: 'hops',
      label: 'steps',
      help: 'How many steps predictions spread.',
      min: 1,
      max: 20,
      default: 10,
    },
    {
      kind: 'real',
      key: 'teleport',
      label: 'teleport',
      help: 'Share of its own prediction that a node goes back to at every step.',
      min: 0,
      max: 1,
      default: 0.1,
      stops: [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.5, 1],
    },
    activationOf('relu'),
    biasOf(true),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  read: (values) => ({
    kind: 'appnp',
    hops: values.integer('hops'),
    teleport: values.real('teleport'),
    ...readCommon(values),
  }),
};
