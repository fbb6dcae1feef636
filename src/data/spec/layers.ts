/** The layers a model can be built from: one descriptor each. */
import { ACTIVATIONS, type Activation, type Param } from './params';

export interface GcnLayerSpec {
  readonly kind: 'gcn';
  /** Output channels. The last layer of a model always has as many as there are classes. */
  readonly width: number;
  readonly activation: Activation;
  readonly bias: boolean;
}

export type LayerSpec = GcnLayerSpec;
export type LayerKind = LayerSpec['kind'];

export interface LayerDescriptor {
  readonly id: LayerKind;
  readonly name: string;
  /** TeX, node-wise. */
  readonly formula: string;
  readonly sentence: string;
  readonly paper: string;
  readonly params: readonly Param[];
}

export const GCN_LAYER: LayerDescriptor = {
  id: 'gcn',
  name: 'GCN',
  formula: String.raw`h_i' = \sigma\Big(\sum_{j \in \mathcal{N}(i) \cup \{i\}} \frac{1}{\sqrt{\hat d_i \hat d_j}}\, h_j W + b\Big)`,
  sentence:
    'Each node takes the mean of its neighbours and itself, weighed by how many each speaks to, then mixes channels.',
  paper: 'Kipf and Welling, Semi-Supervised Classification with Graph Convolutional Networks, ICLR 2017',
  params: [
    {
      kind: 'integer',
      key: 'width',
      label: 'width',
      help: 'Numbers each node keeps after this layer.',
      min: 1,
      max: 256,
      default: 16,
    },
    {
      kind: 'choice',
      key: 'activation',
      label: 'activation',
      help: 'The function applied to every number.',
      options: ACTIVATIONS,
      default: 'relu',
    },
    {
      kind: 'boolean',
      key: 'bias',
      label: 'bias',
      help: 'Adds a learned number to each channel. The paper has none, and with few labels it does harm.',
      default: false,
    },
  ],
};

export const LAYERS: readonly LayerDescriptor[] = [GCN_LAYER];
