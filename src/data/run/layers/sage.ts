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

export const AGGREGATORS = ['mean', 'sum', 'max', 'pool'] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

export interface SageLayerSpec extends CommonSpec {
  readonly kind: 'sage';
  readonly aggregator: Aggregator;
  /** Neighbours that a node hears in a batch, drawn anew at each step; 0: all. Whole-graph steps hear all. */
  readonly fanOut: number;
  /** Brings every node's output to length 1. */
  readonly unitLength: boolean;
}

export const SAGE_LAYER: LayerDescriptor<SageLayerSpec> = {
  id: 'sage',
  name: 'GraphSAGE',
  formula: String.raw`h_i' = \sigma\Big(h_i W_{\text{self}} + \operatorname{agg}_{j \in \mathcal{N}(i)}(h_j)\, W_{\text{neigh}} + b\Big)`,
  sentence: 'Each node keeps itself apart from its neighbours, and learns what to make of either.',
  paper: 'Hamilton, Ying and Leskovec, Inductive Representation Learning on Large Graphs, NeurIPS 2017',
  hops: () => 1,
  fanOut: ({ fanOut }) => (fanOut === 0 ? Infinity : fanOut),
  hasHearers: true,
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
    {
      kind: 'integer',
      key: 'fanOut',
      label: 'fan-out',
      help: 'Neighbours sampled for each node in a batch, drawn anew at each step. 0: all of them.',
      min: 0,
      max: 100,
      default: 10,
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
    ...OWN_TRAINING,
  ],
  read: (values) => ({
    kind: 'sage',
    aggregator: values.choice('aggregator', AGGREGATORS),
    fanOut: values.integer('fanOut'),
    unitLength: values.boolean('unitLength'),
    ...readCommon(values),
  }),
};
