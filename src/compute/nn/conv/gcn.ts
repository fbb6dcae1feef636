/** The graph convolution as a layer of a model: see gcnConv. */
import type { GcnLayerSpec } from '../../../data/run/layers/gcn';
import type { LayerCode } from '../layer';
import { gcnConv } from './gcnConv';

export const gcn: LayerCode<GcnLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width }, inChannels) => [{ role: 'weight', shape: [inChannels, width], init: 'glorot' }],
  forward: ({ graph, input, matrix }) => gcnConv(graph.gcn, input.times(matrix('weight')), null),
};
