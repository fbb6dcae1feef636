/**
 * Graph isomorphism network: Xu et al., How Powerful are Graph Neural Networks?, ICLR 2019, equation 4.1.
 *
 * Node-wise form: h'_i = relu(((1 + eps) x_i + sum_{j in N(i)} x_j) W_1 + b_1) W_2; the model adds the outer bias. The
 * sum is linear, so W_1 comes first. eps is 0, or learned from 0 on.
 *
 * Shapes: x numNodes x inChannels, W_1 inChannels x inner, b_1 inner (where the layer has biases),
 * W_2 inner x outChannels, eps a single number.
 */
import { add, mul, reshape, type Rank, type Tensor2D } from '@tensorflow/tfjs-core';
import type { GinLayerSpec } from '../../../data/run/layers/gin';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import { linear } from '../../kernels/linear/gradient';
import { spmm } from '../../kernels/spmm/gradient';
import type { LayerCode, ParameterShape } from '../layer';

export const gin: LayerCode<GinLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width, inner, bias, learnEpsilon }, inChannels) => {
    const shapes: ParameterShape[] = [{ role: 'inner weight', shape: [inChannels, inner], init: 'glorot' }];
    if (bias) shapes.push({ role: 'inner bias', shape: [inner], init: 'zeros' });
    shapes.push({ role: 'weight', shape: [inner, width], init: 'glorot' });
    if (learnEpsilon) shapes.push({ role: 'epsilon', shape: [1], init: 'zeros' });
    return shapes;
  },
  forward: ({ spec, graph, input, matrix, parameter }) => {
    const own = input.times(matrix('inner weight'));
    const sums = spec.learnEpsilon
      ? add<Tensor2D>(spmm(graph.sum, own), mul(own, add(parameter('epsilon'), 1)))
      : spmm(graph.sumWithSelf, own);
    const bias = spec.bias ? reshape<Rank.R1>(parameter('inner bias'), [spec.inner]) : null;
    return linear(biasActivation(sums, bias, 'relu'), matrix('weight'));
  },
};
