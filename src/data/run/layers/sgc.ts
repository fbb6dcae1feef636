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

export interface SgcLayerSpec extends CommonSpec {
  readonly kind: 'sgc';
  /** K, steps of propagation. */
  readonly hops: number;
}

export const SGC_LAYER: LayerDescriptor<SgcLayerSpec> = {
  id: 'sgc',
  name: 'SGC',
  formula: String.raw`H' = \sigma(P^K H W + b), \quad P = \hat D^{-1/2}(A + I)\hat D^{-1/2}`,
  sentence:
    'The graph convolution’s mean, taken several times over, with one linear map and nothing in between.',
  paper: 'Wu et al., Simplifying Graph Convolutional Networks, ICML 2019',
  hops: ({ hops }) => hops,
  hasHearers: false,
  countsDegrees: true,
  params: [
    WIDTH,
    {
      kind: 'integer',
      key: 'hops',
      label: 'hops',
      help: 'How many times the mean over neighbours is taken: how far a node sees.',
      min: 1,
      max: 20,
      default: 2,
    },
    activationOf('relu'),
    biasOf(true),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  read: (values) => ({ kind: 'sgc', hops: values.integer('hops'), ...readCommon(values) }),
};
