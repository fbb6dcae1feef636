import type { Tensor1D, Tensor2D } from '@tensorflow/tfjs-core';
import type { Activation } from '../../../data/run/params';
import { biasActivation } from '../../kernels/biasActivation/gradient';
import type { SparseTensor } from '../../kernels/sparseTensor';
import { spmm } from '../../kernels/spmm/gradient';

/**
 * Graph convolution: Kipf and Welling, Semi-Supervised Classification with Graph Convolutional Networks, ICLR 2017.
 *
 * Matrix form: H' = act(P X W + b), with P = D̂^-1/2 (A + I) D̂^-1/2.
 *
 * Node-wise form: h'_i = act(sum_{j in N(i) or j = i} w_ji / sqrt(d̂_i d̂_j) x_j W + b).
 *
 * Symbols: A adjacency with weights w_ji of the edges j -> i, D̂ diagonal of d̂_i = 1 + sum_j w_ji, act the activation.
 * A node that has a self-loop gets no second one: w_ii stands in the place of the 1, as in PyTorch Geometric's gcn_norm.
 *
 * Shapes: P numNodes x numNodes, X W numNodes x outChannels, b outChannels, result numNodes x outChannels.
 *
 * @param adj P, from `gcnNormalise`
 * @param xw X W: P (X W) costs less than (P X) W where a layer narrows, and X may be sparse
 * @param bias b, or null for none (the paper has none)
 * @param activation default 'none'
 */
export function gcnConv(
  adj: SparseTensor,
  xw: Tensor2D,
  bias: Tensor1D | null,
  activation: Activation = 'none',
): Tensor2D {
  return biasActivation(spmm(adj, xw), bias, activation);
}
