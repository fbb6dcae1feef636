/**
 * Gated graph network: Li et al., Gated Graph Sequence Neural Networks, ICLR 2016, with the gated recurrent unit of
 * Cho et al., EMNLP 2014, as PyTorch writes it, and a matrix of its own for each round as PyTorch Geometric has it.
 *
 * Matrix form: S_0 = X W; in round t, M = A (S_t M_t) and S_{t+1} = (1 - Z) N + Z S_t, with
 *   R = sigmoid(M U_r + a_r + S_t V_r + c_r), Z = sigmoid(M U_z + a_z + S_t V_z + c_z),
 *   N = tanh(M U_n + a_n + R (S_t V_n + c_n)); products of gates are element by element.
 *
 * Shapes: A numNodes x numNodes with the edges' weights, X numNodes x inChannels, W inChannels x width, every M_t
 * width x width, U and V width x 3 width (columns r, z, n), a and c 3 width.
 */
import { reshape, type Rank, type Tensor1D } from '@tensorflow/tfjs-core';
import type { GgnnLayerSpec } from '../../../data/run/layers/ggnn';
import { gru } from '../../kernels/gru/gradient';
import { linear } from '../../kernels/linear/gradient';
import { spmm } from '../../kernels/spmm/gradient';
import type { LayerCode, ParameterShape } from '../layer';

const roundRole = (step: number): string => `message weight ${step + 1}`;

export const ggnn: LayerCode<GgnnLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width, steps }, inChannels) => [
    { role: 'weight', shape: [inChannels, width], init: 'glorot' },
    ...Array.from({ length: steps }, (_, step): ParameterShape => ({
      role: roundRole(step),
      shape: [width, width],
      init: 'glorot',
    })),
    { role: 'message gates', shape: [width, 3 * width], init: 'glorot' },
    { role: 'message gate bias', shape: [3 * width], init: 'zeros' },
    { role: 'state gates', shape: [width, 3 * width], init: 'glorot' },
    { role: 'state gate bias', shape: [3 * width], init: 'zeros' },
  ],
  forward: ({ spec, graph, input, matrix, parameter }) => {
    const biasOf = (gates: string): Tensor1D => reshape<Rank.R1>(parameter(gates), [3 * spec.width]);
    let state = input.times(matrix('weight'));
    for (let step = 0; step < spec.steps; step++) {
      const messages = spmm(graph.weighted, linear(state, matrix(roundRole(step))));
      state = gru(
        linear(messages, matrix('message gates')),
        biasOf('message gate bias'),
        linear(state, matrix('state gates')),
        biasOf('state gate bias'),
        state,
      );
    }
    return state;
  },
};
