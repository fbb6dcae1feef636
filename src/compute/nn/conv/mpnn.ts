/**
 * Message passing with edge features: Gilmer et al., Neural Message Passing for Quantum Chemistry, ICML 2017, with a
 * message network of two layers and a linear update.
 *
 * Node-wise form: m_ij = relu(x_i W_target + x_j W_source + e_ij W_edge + b_inner) W_message, and
 * h'_i = x_i W_self + sum, mean or (by channel) maximum over j in N(i) of m_ij. W_message is linear, so it comes after
 * a sum. e_ij is the edge's features, or its weight in a graph without, 1 where it has none either. A node without
 * neighbours hears 0.
 *
 * Shapes: x numNodes x inChannels, W_target and W_source inChannels x inner, e numEdges x edgeChannels, W_edge
 * edgeChannels x inner, W_message inner x outChannels, W_self inChannels x outChannels.
 */
import { add, mul, reshape, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import type { MpnnLayerSpec } from '../../../data/run/layers/mpnn';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import { gatherRows } from '../../kernels/gatherRows/gradient';
import { linear } from '../../kernels/linear/gradient';
import { segmentMaxOfEdges } from '../../kernels/segmentMax/gradient';
import { segmentSum } from '../../kernels/segmentSum/gradient';
import type { LayerCode, LayerContext } from '../layer';

/** What becomes of the messages at each node, from what relu gave for each edge (numEdges x inner). */
function together({ spec, graph, matrix }: LayerContext<MpnnLayerSpec>, hidden: Tensor2D): Tensor2D {
  const weight = matrix('message weight');
  switch (spec.summary) {
    case 'sum':
      return linear(segmentSum(hidden, graph.edges), weight);
    case 'mean':
      return linear(mul<Tensor2D>(segmentSum(hidden, graph.edges), graph.inverseDegree), weight);
    case 'max':
      return segmentMaxOfEdges(linear(hidden, weight), graph.edges);
    default:
      return spec.summary satisfies never;
  }
}

export const mpnn: LayerCode<MpnnLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width, inner }, inChannels, edgeChannels) => [
    { role: 'self weight', shape: [inChannels, width], init: 'glorot' },
    { role: 'target weight', shape: [inChannels, inner], init: 'glorot' },
    { role: 'source weight', shape: [inChannels, inner], init: 'glorot' },
    { role: 'edge weight', shape: [edgeChannels, inner], init: 'glorot' },
    { role: 'inner bias', shape: [inner], init: 'zeros' },
    { role: 'message weight', shape: [inner, width], init: 'glorot' },
  ],
  forward: (context) => {
    const { spec, graph, input, matrix, parameter } = context;
    const ofTarget = gatherRows(input.times(matrix('target weight')), graph.edges, 'target');
    const ofSource = gatherRows(input.times(matrix('source weight')), graph.edges, 'source');
    const ofEdge = linear(graph.edgeValues, matrix('edge weight'));
    const bias = reshape<Rank.R1>(parameter('inner bias'), [spec.inner]);
    const hidden = biasActivation(add<Tensor2D>(add(ofTarget, ofSource), ofEdge), bias, 'relu');
    return add<Tensor2D>(input.times(matrix('self weight')), together(context, hidden));
  },
};
