import type { SgcLayerSpec } from '../../run/layers/sgc';
import { bool } from '../literals';
import { biasOf, linearWeight, weightedEdges, type WriteLayer } from './layer';

export const sgc: WriteLayer<SgcLayerSpec> = ({ hops, bias }, place) => {
  const { number, inChannels, outChannels } = place;
  const conv = `conv${number}`;
  return {
    imports: ['SGConv'],
    setUp: [`self.${conv} = SGConv(${inChannels}, ${outChannels}, K=${hops}, bias=${bool(bias)})`],
    forward: `self.${conv}(x, ${weightedEdges(place)})`,
    parameters: [
      linearWeight(`${conv}.lin.weight`, 'weight', inChannels, outChannels),
      ...biasOf(bias, `${conv}.lin.bias`, outChannels),
    ],
  };
};
