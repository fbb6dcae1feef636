/** H' = X W: no message passes. A stack of them is a multilayer perceptron. */
import type { LinearLayerSpec } from '../../../data/run/layers/linear';
import type { LayerCode } from '../layer';

export const linearLayer: LayerCode<LinearLayerSpec> = {
  outChannels: ({ width }) => width,
  parameters: ({ width }, inChannels) => [{ role: 'weight', shape: [inChannels, width], init: 'glorot' }],
  forward: ({ input, matrix }) => input.times(matrix('weight')),
};
