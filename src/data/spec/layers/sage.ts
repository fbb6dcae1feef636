import {
  activationOf,
  biasOf,
  NORM,
  readCommon,
  RESIDUAL,
  WIDTH,
  type CommonSpec,
  type LayerDescriptor,
} from './descriptor';

export const AGGREGATORS = ['mean', 'sum', 'max', 'pool'] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

export interface SageLayerSpec extends CommonSpec {
  readonly kind: 'sage';
  readonly aggregator: Aggregator;
  /** Brings every node's output to length 1. */
  readonly unitLength: boolean;
}

export const SAGE_LAYER: LayerDescriptor<SageLayerSpec> = {
  id: 'sage',
  name: 'GraphSAGE',
  formula: String.raw`h_i' = \sigma\Big(h_i W_{\text{self}} + \operatorname{agg}_{j \in \mathcal{N}(i)}(h_j)\, W_{\text{neigh}} + b\Big)`,
  sentence: 'Each node keeps itself apart from its neighbours, and learns what to make of either.',
  paper: 'Hamilton, Ying and Leskovec, Inductive Representation Learning on Large Graphs, NeurIPS 2017',
  params: [
    WIDTH,
    {
      kind: 'choice',
      key: 'aggregator',
      label: 'aggregator',
      help: 'What is made of the neighbours: their mean, sum or maximum; pool passes them through a layer first.',
      options: AGGREGATORS,
      default: 'mean',
    },
    activationOf('relu'),
    {
      kind: 'boolean',
      key: 'unitLength',
      label: 'unit length',
      help: 'Divides every node’s output by its length.',
      default: false,
    },
    biasOf(true),
    NORM,
    RESIDUAL,
  ],
  read: (values) => ({
    kind: 'sage',
    aggregator: values.choice('aggregator', AGGREGATORS),
    unitLength: values.boolean('unitLength'),
    ...readCommon(values),
  }),
};
