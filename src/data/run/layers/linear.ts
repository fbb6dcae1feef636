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

export interface LinearLayerSpec extends CommonSpec {
  readonly kind: 'linear';
}

export const LINEAR_LAYER: LayerDescriptor<LinearLayerSpec> = {
  id: 'linear',
  name: 'Linear',
  formula: String.raw`h_i' = \sigma(h_i W + b)`,
  sentence: 'Each node mixes its own channels and receives no messages: what features alone can tell.',
  paper: 'Rosenblatt, The Perceptron, Psychological Review 1958',
  hops: () => 0,
  hasHearers: true,
  params: [WIDTH, activationOf('relu'), biasOf(true), NORM, RESIDUAL, ...OWN_TRAINING],
  read: (values) => ({ kind: 'linear', ...readCommon(values) }),
};
