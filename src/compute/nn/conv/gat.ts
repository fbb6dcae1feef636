/**
 * Graph attention. v1: Velickovic et al., Graph Attention Networks, ICLR 2018, equations 1 to 6. v2: Brody, Alon and
 * Yahav, How Attentive are Graph Attention Networks?, ICLR 2022, equation 7.
 *
 * Node-wise form, for each head: h'_i = sum_{j in N(i) or j = i} alpha_ij x_j W, with alpha_ij the softmax over j of
 *   v1: e_ij = LeakyReLU(a_target . (x_i W) + a_source . (x_j W))
 *   v2: e_ij = a . LeakyReLU(x_i W_target + x_j W).
 * Heads stand side by side, or their mean is taken. Attention dropout zeroes alpha_ij after the softmax.
 *
 * Shapes: x numNodes x inChannels, W and W_target inChannels x (heads channels), every a heads x channels; channels
 * is outChannels / heads where heads stand side by side, else outChannels. Edge weights take no part: the paper has
 * none. A self-loop of the graph is the one that every node has, as in PyTorch Geometric.
 */
import { mean, mul, reshape, tensor2d, type Rank, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import type { GatLayerSpec } from '../../../data/run/layers/gat';
import { edgeSoftmax } from '../../kernels/edgeSoftmax/gradient';
import { gatScores } from '../../kernels/gatScores/gradient';
import { gatv2Scores } from '../../kernels/gatv2Scores/gradient';
import { linear } from '../../kernels/linear/gradient';
import { spmmWeighted } from '../../kernels/spmmWeighted/gradient';
import type { LayerCode, LayerContext, ParameterShape } from '../layer';

const channelsOf = ({ combine, heads, width }: GatLayerSpec): number =>
  combine === 'concatenate' ? width / heads : width;

/** a . x, head by head: x times a matrix in which head h's a stands in column h, at the rows of its channels. */
function perHead(x: Tensor2D, a: Tensor, heads: number): Tensor2D {
  const [, size] = x.shape;
  const channels = size / heads;
  const own = Float32Array.from({ length: size * heads }, (_, i) =>
    Math.floor(Math.floor(i / heads) / channels) === i % heads ? 1 : 0,
  );
  return linear(x, mul<Tensor2D>(reshape(a, [size, 1]), tensor2d(own, [size, heads])));
}

function scoresOf(context: LayerContext<GatLayerSpec>, xw: Tensor2D): Tensor2D {
  const { spec, graph, input, matrix } = context;
  const edges = graph.edgesAndLoops;
  if (spec.attention === 'v1')
    return gatScores(
      perHead(xw, matrix('target attention'), spec.heads),
      perHead(xw, matrix('source attention'), spec.heads),
      edges,
      spec.slope,
    );
  return gatv2Scores(input.times(matrix('target weight')), xw, matrix('attention'), edges, spec.slope);
}

export const gat: LayerCode<GatLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: (spec, inChannels) => {
    const { heads, attention } = spec;
    const channels = channelsOf(spec);
    const weight = (role: string): ParameterShape => ({
      role,
      shape: [inChannels, heads * channels],
      init: 'glorot',
    });
    const vector = (role: string): ParameterShape => ({ role, shape: [heads, channels], init: 'glorot' });
    return attention === 'v1'
      ? [weight('weight'), vector('source attention'), vector('target attention')]
      : [weight('weight'), weight('target weight'), vector('attention')];
  },
  forward: (context) => {
    const { spec, graph, input, matrix, dropout } = context;
    const edges = graph.edgesAndLoops;
    const xw = input.times(matrix('weight'));
    const coefficients = edgeSoftmax(scoresOf(context, xw), edges);
    const messages = spmmWeighted(edges, coefficients, xw, dropout(spec.attentionDropout, 0));
    if (spec.combine === 'concatenate' || spec.heads === 1) return messages;
    const apart = reshape<Rank.R3>(messages, [graph.numNodes, spec.heads, channelsOf(spec)]);
    return mean<Tensor2D>(apart, 1);
  },
};
