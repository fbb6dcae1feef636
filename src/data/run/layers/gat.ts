import { fail } from '../../base/errors';
import {
  activationOf,
  biasOf,
  NORM,
  OWN_TRAINING,
  readCommon,
  RESIDUAL,
  widthOf,
  type CommonSpec,
  type LayerDescriptor,
} from './descriptor';

export const ATTENTIONS = ['v1', 'v2'] as const;
export const COMBINES = ['concatenate', 'average'] as const;

export interface GatLayerSpec extends CommonSpec {
  readonly kind: 'gat';
  readonly heads: number;
  /**
   * Heads side by side, each width / heads channels; or their mean, each as wide as the layer. The last layer of a
   * model always averages.
   */
  readonly combine: (typeof COMBINES)[number];
  /** v1 as in the first paper; v2 lets the ranking of neighbours differ from node to node. */
  readonly attention: (typeof ATTENTIONS)[number];
  /** Share of the attention coefficients zeroed at each step. */
  readonly attentionDropout: number;
  /** Of LeakyReLU below zero. */
  readonly slope: number;
}

function checkedHeads(spec: GatLayerSpec): GatLayerSpec {
  const { combine, heads, width } = spec;
  if (combine === 'concatenate' && width % heads !== 0)
    throw fail(
      'gat.heads',
      `expected a number that divides the width ${width}, got ${heads}`,
      'Change the width, or average the heads.',
    );
  return spec;
}

export const GAT_LAYER: LayerDescriptor<GatLayerSpec> = {
  id: 'gat',
  name: 'GAT',
  formula: String.raw`h_i' = \sigma\Big(\sum_{j \in \mathcal{N}(i) \cup \{i\}} \alpha_{ij}\, h_j W + b\Big), \quad \alpha_{ij} = \operatorname{softmax}_j(e_{ij})`,
  sentence:
    'Each node decides by itself how much attention to pay to each neighbour, several times over: once per head.',
  paper:
    'Velickovic et al., Graph Attention Networks, ICLR 2018; Brody et al., How Attentive are Graph Attention Networks?, ICLR 2022',
  hops: () => 1,
  valuesSent: 3,
  hasHearers: false,
  params: [
    widthOf(64),
    {
      kind: 'integer',
      key: 'heads',
      label: 'heads',
      help: 'How many times attention is computed, each with weights of its own.',
      min: 1,
      max: 16,
      default: 8,
    },
    {
      kind: 'choice',
      key: 'combine',
      label: 'combine heads',
      help: 'Side by side (concatenated), each with its part of the width, or averaged.',
      options: COMBINES,
      default: 'concatenate',
    },
    {
      kind: 'choice',
      key: 'attention',
      label: 'attention',
      help: 'v1 ranks neighbours alike for every node; v2 can rank them differently for each.',
      options: ATTENTIONS,
      default: 'v1',
    },
    {
      kind: 'real',
      key: 'attentionDropout',
      label: 'attention dropout',
      help: 'Share of the attention coefficients set to 0 at each step.',
      min: 0,
      max: 0.95,
      default: 0.6,
      stops: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9],
    },
    {
      kind: 'real',
      key: 'slope',
      label: 'negative slope',
      help: 'LeakyReLU: what negative scores are multiplied by before the softmax.',
      min: 0,
      max: 1,
      default: 0.2,
      stops: [0, 0.01, 0.1, 0.2, 0.5, 1],
    },
    activationOf('elu'),
    biasOf(true),
    NORM,
    RESIDUAL,
    ...OWN_TRAINING,
  ],
  hiddenOnly: ['combine'],
  read: (values) =>
    checkedHeads({
      kind: 'gat',
      heads: values.integer('heads'),
      combine: values.choice('combine', COMBINES),
      attention: values.choice('attention', ATTENTIONS),
      attentionDropout: values.real('attentionDropout'),
      slope: values.real('slope'),
      ...readCommon(values),
    }),
};
