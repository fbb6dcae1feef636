/**
 * Propagation of predictions by personalised PageRank: Gasteiger et al., Predict then Propagate, ICLR 2019, equation 4.
 *
 * Matrix form: Z_0 = X W, Z_{k+1} = (1 - alpha) P Z_k + alpha Z_0, H' = Z_K, with P of `gcnConv` and alpha the
 * teleport probability.
 *
 * Shapes: P numNodes x numNodes, X numNodes x inChannels, W inChannels x outChannels, every Z numNodes x outChannels.
 */
import { add, mul, type Tensor2D } from '@tensorflow/tfjs-core';
import type { AppnpLayerSpec } from '../../../data/run/layers/appnp';
import { spmm } from '../../kernels/spmm/gradient';
import type { LayerCode } from '../layer';

export const appnp: LayerCode<AppnpLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width }, inChannels) => [{ role: 'weight', shape: [inChannels, width], init: 'glorot' }],
  forward: ({ spec: { hops, teleport }, graph, input, matrix }) => {
    const prediction = input.times(matrix('weight'));
    const restart = mul<Tensor2D>(prediction, teleport);
    let z = prediction;
    for (let step = 0; step < hops; step++)
      z = add<Tensor2D>(mul<Tensor2D>(spmm(graph.gcn, z), 1 - teleport), restart);
    return z;
  },
};
