/**
 * Simple graph convolution: Wu et al., Simplifying Graph Convolutional Networks, ICML 2019.
 *
 * Matrix form: H' = P^K X W, with P of `gcnConv`. The linear map comes first: what is propagated is then as narrow as
 * what comes out.
 *
 * Shapes: P numNodes x numNodes, X numNodes x inChannels, W inChannels x outChannels.
 */
import type { SgcLayerSpec } from '../../../data/run/layers/sgc';
import { spmm } from '../../kernels/spmm/gradient';
import type { LayerCode } from '../layer';

export const sgc: LayerCode<SgcLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width }, inChannels) => [{ role: 'weight', shape: [inChannels, width], init: 'glorot' }],
  forward: ({ spec, graph, input, matrix }) => {
    let h = input.times(matrix('weight'));
    for (let hop = 0; hop < spec.hops; hop++) h = spmm(graph.gcn, h);
    return h;
  },
};
