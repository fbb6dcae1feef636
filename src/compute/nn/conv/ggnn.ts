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
import {
  add,
  mul,
  reshape,
  sigmoid,
  slice,
  sub,
  tanh,
  type Rank,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import type { GgnnLayerSpec } from '../../../data/spec/layers/ggnn';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import { linear } from '../../kernels/linear/gradient';
import { spmm } from '../../kernels/spmm/gradient';
import type { LayerCode, LayerContext, ParameterShape } from '../layer';

const roundRole = (step: number): string => `message weight ${step + 1}`;

/** x times a gate matrix, with its bias: columns r, z, n. */
function gates(
  { spec, matrix, parameter }: LayerContext<GgnnLayerSpec>,
  x: Tensor2D,
  of: 'message' | 'state',
): [Tensor2D, Tensor2D, Tensor2D] {
  const { width } = spec;
  const bias = reshape<Rank.R1>(parameter(`${of} gate bias`), [3 * width]);
  const all = biasActivation(linear(x, matrix(`${of} gates`)), bias, 'none');
  const part = (k: number) => slice<Rank.R2, Tensor2D>(all, [0, k * width], [-1, width]);
  return [part(0), part(1), part(2)];
}

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
  forward: (context) => {
    const { spec, graph, input, matrix } = context;
    let state = input.times(matrix('weight'));
    for (let step = 0; step < spec.steps; step++) {
      const messages = spmm(graph.weighted, linear(state, matrix(roundRole(step))));
      const [mr, mz, mn] = gates(context, messages, 'message');
      const [sr, sz, sn] = gates(context, state, 'state');
      const reset = sigmoid(add<Tensor2D>(mr, sr));
      const keep = sigmoid(add<Tensor2D>(mz, sz));
      const fresh = tanh(add<Tensor2D>(mn, mul(reset, sn)));
      // (1 - Z) N + Z S = N + Z (S - N)
      state = add<Tensor2D>(fresh, mul(keep, sub(state, fresh)));
    }
    return state;
  },
};
