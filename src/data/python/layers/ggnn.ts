import type { GgnnLayerSpec } from '../../run/layers/ggnn';
import { linearWeight, ownBias, weightedEdges, type WriteLayer } from './layer';

/** GatedGraphConv wants inputs no wider than outputs: a linear map comes first. */
export const ggnn: WriteLayer<GgnnLayerSpec> = ({ steps, bias }, place) => {
  const { number, inChannels, outChannels } = place;
  const [lin, conv] = [`lin${number}`, `conv${number}`];
  const own = ownBias(bias, place);
  const gates = (name: string, role: string) => [
    linearWeight(`${conv}.rnn.weight_${name}`, `${role} gates`, outChannels, 3 * outChannels),
    { name: `${conv}.rnn.bias_${name}`, roles: [`${role} gate bias`], shape: [3 * outChannels] },
  ];
  return {
    imports: ['GatedGraphConv'],
    setUp: [
      `self.${lin} = torch.nn.Linear(${inChannels}, ${outChannels}, bias=False)`,
      `self.${conv} = GatedGraphConv(${outChannels}, num_layers=${steps})`,
      ...own.setUp,
    ],
    forward: `self.${conv}(self.${lin}(x), ${weightedEdges(place)})${own.plus}`,
    parameters: [
      linearWeight(`${lin}.weight`, 'weight', inChannels, outChannels),
      {
        name: `${conv}.weight`,
        roles: Array.from({ length: steps }, (_, step) => `message weight ${step + 1}`),
        shape: [steps, outChannels, outChannels],
      },
      ...gates('ih', 'message'),
      ...gates('hh', 'state'),
      ...own.parameters,
    ],
  };
};
