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

export interface GcnLayerSpec extends CommonSpec {
  readonly kind: 'gcn';
}

export const GCN_LAYER: LayerDescriptor<GcnLayerSpec> = {
  id: 'gcn',
  name: 'GCN',
  formula: String.raw`h_i' = \sigma\Big(\sum_{j \in \mathcal{N}(i) \cup \{i\}} \frac{1}{\sqrt{\hat d_i \hat d_j}}\, h_j W + b\Big)`,
  sentence:
    'Each node takes the mean of its neighbours and itself, weighted by how many neighbours each has, then mixes channels.',
  paper: 'Kipf and Welling, Semi-Supervised Classification with Graph Convolutional Networks, ICLR 2017',
  hops: () => 1,
  hasHearers: true,
  countsDegrees: true,
  // The paper has no bias.
  params: [WIDTH, activationOf('relu'), biasOf(false), NORM, RESIDUAL, ...OWN_TRAINING],
  read: (values) => ({ kind: 'gcn', ...readCommon(values) }),
};
