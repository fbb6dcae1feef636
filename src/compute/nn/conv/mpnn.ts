/**
 * Message passing with edge features: Gilmer et al., Neural Message Passing for Quantum Chemistry, ICML 2017, with a
 * message network of two layers and a linear update.
 *
 * Node-wise form: m_ij = relu(x_i W_target + x_j W_source + e_ij w_edge + b_inner) W_message, and
 * h'_i = x_i W_self + sum or mean over j in N(i) of m_ij. W_message is linear, so it comes after the sum. e_ij is the
 * edge's weight, 1 in a graph that has none.
 *
 * Shapes: x numNodes x inChannels, W_target and W_source inChannels x inner, e numEdges x 1, w_edge 1 x inner,
 * W_message inner x outChannels, W_self inChannels x outChannels.
 */
import { add, mul, reshape, zeros, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import type { MpnnLayerSpec } from '../../../data/spec/layers/mpnn';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import { gatherRows } from '../../kernels/gatherRows/gradient';
import { linear } from '../../kernels/linear/gradient';
import { segmentSum } from '../../kernels/segmentSum/gradient';
import type { LayerCode } from '../layer';

export const mpnn: LayerCode<MpnnLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width, inner }, inChannels) => [
    { role: 'self weight', shape: [inChannels, width], init: 'glorot' },
    { role: 'target weight', shape: [inChannels, inner], init: 'glorot' },
    { role: 'source weight', shape: [inChannels, inner], init: 'glorot' },
    { role: 'edge weight', shape: [1, inner], init: 'glorot' },
    { role: 'inner bias', shape: [inner], init: 'zeros' },
    { role: 'message weight', shape: [inner, width], init: 'glorot' },
  ],
  forward: ({ spec, graph, input, matrix, parameter }) => {
    const { edges } = graph;
    const bias = reshape<Rank.R1>(parameter('inner bias'), [spec.inner]);
    const ofTarget = input.times(matrix('target weight'));
    const ofSource = input.times(matrix('source weight'));
    const hidden = (ends: Tensor2D, values: Tensor2D): Tensor2D =>
      biasActivation(add<Tensor2D>(ends, linear(values, matrix('edge weight'))), bias, 'relu');
    // Without edges there are no rows for kernels to run over: zeros that still hang on every parameter.
    const sums =
      edges.numEdges === 0
        ? mul<Tensor2D>(hidden(add(ofTarget, ofSource), zeros([graph.numNodes, 1])), 0)
        : segmentSum(
            hidden(
              add(gatherRows(ofTarget, edges, 'target'), gatherRows(ofSource, edges, 'source')),
              graph.edgeValues,
            ),
            edges,
          );
    const together = spec.summary === 'mean' ? mul<Tensor2D>(sums, graph.inverseDegree) : sums;
    return add<Tensor2D>(input.times(matrix('self weight')), linear(together, matrix('message weight')));
  },
};
