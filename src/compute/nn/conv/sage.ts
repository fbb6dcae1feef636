/**
 * GraphSAGE on the neighbours at hand, all of them or a sample (train/sampling): Hamilton, Ying and Leskovec, Inductive
 * Representation Learning on Large Graphs, NeurIPS 2017, algorithm 1 and equation 3.
 *
 * Node-wise form: h'_i = x_i W_self + agg(x_j : j in N(i)) W_neigh; agg is the mean, the sum, the maximum by channel,
 * or (pool) the maximum of relu(x_j W_pool + b_pool). The paper joins x_i and the aggregate and multiplies both by
 * one matrix, which is the same. A node without neighbours has an aggregate of 0. Unit length divides the output,
 * after the activation, by its Euclidean norm (line 7 of the algorithm).
 *
 * Shapes: x numNodes x inChannels, W_self and W_neigh inChannels x outChannels; with pool, W_pool inChannels x
 * outChannels and W_neigh outChannels x outChannels.
 */
import {
  add,
  maximum,
  mul,
  reshape,
  rsqrt,
  square,
  sum,
  type Rank,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { SageLayerSpec } from '../../../data/run/layers/sage';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import { linear } from '../../kernels/linear/gradient';
import { segmentMax } from '../../kernels/segmentMax/gradient';
import type { LayerCode, LayerContext, ParameterShape } from '../layer';

/** Squares of lengths below it count as it: as in torch.nn.functional.normalize. */
const SHORTEST_SQUARE = 1e-24;

const poolShapes = (inChannels: number, width: number): readonly ParameterShape[] => [
  { role: 'pool weight', shape: [inChannels, width], init: 'glorot' },
  { role: 'pool bias', shape: [width], init: 'zeros' },
];

/** agg(x_j) W_neigh. */
function ofNeighbours({ spec, graph, input, matrix, parameter }: LayerContext<SageLayerSpec>): Tensor2D {
  const weight = matrix('neighbour weight');
  switch (spec.aggregator) {
    case 'mean':
      return input.through(graph.mean).times(weight);
    case 'sum':
      return input.through(graph.sum).times(weight);
    case 'max':
      return linear(segmentMax(input.dense(), graph.edges), weight);
    case 'pool': {
      const bias = reshape<Rank.R1>(parameter('pool bias'), [spec.width]);
      const pooled = biasActivation(input.times(matrix('pool weight')), bias, 'relu');
      return linear(segmentMax(pooled, graph.edges), weight);
    }
    default:
      return spec.aggregator satisfies never;
  }
}

export const sage: LayerCode<SageLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width, aggregator }, inChannels) => [
    { role: 'self weight', shape: [inChannels, width], init: 'glorot' },
    ...(aggregator === 'pool' ? poolShapes(inChannels, width) : []),
    {
      role: 'neighbour weight',
      shape: [aggregator === 'pool' ? width : inChannels, width],
      init: 'glorot',
    },
  ],
  forward: (context) => {
    const { graph, input, matrix } = context;
    return add<Tensor2D>(input.first(graph.numNodes).times(matrix('self weight')), ofNeighbours(context));
  },
  after: ({ unitLength }, h) =>
    unitLength ? mul<Tensor2D>(h, rsqrt(maximum(sum(square(h), 1, true), SHORTEST_SQUARE))) : h,
};
