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

export interface GinLayerSpec extends CommonSpec {
  readonly kind: 'gin';
  /** Channels of the MLP's inner layer. */
  readonly inner: number;
  /** Whether epsilon is learned; it stays 0 otherwise. */
  readonly learnEpsilon: boolean;
}

export const GIN_LAYER: LayerDescriptor<GinLayerSpec> = {
  id: 'gin',
  name: 'GIN',
  formula: String.raw`h_i' = \sigma\Big(\operatorname{MLP}\Big((1 + \varepsilon)\, h_i + \sum_{j \in \mathcal{N}(i)} h_j\Big)\Big)`,
  sentence:
    'Sums neighbours, so that it can tell how many there are, and passes the sum through a small network.',
  paper: 'Xu et al., How Powerful are Graph Neural Networks?, ICLR 2019',
  hops: () => 1,
  hasHearers: false,
  params: [
    WIDTH,
    {
      kind: 'integer',
      key: 'inner',
      label: 'inner width',
      help: 'Numbers between the two linear maps of the layer’s own network.',
      min: 1,
      max: 256,
      default: 64,
    },
    activationOf('relu'),
    {
      kind: 'boolean',
      key: 'learnEpsilon',
      label: 'learn ε',
      help: 'Learns how much more a node counts than each of its neighbours; 0 otherwise.',
      default: false,
    },
    biasOf(true),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  read: (values) => ({
    kind: 'gin',
    inner: values.integer('inner'),
    learnEpsilon: values.boolean('learnEpsilon'),
    ...readCommon(values),
  }),
};
