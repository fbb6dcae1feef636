import type { GcnLayerSpec } from '../../run/layers/gcn';
import { bool } from '../literals';
import { biasOf, linearWeight, weightedEdges, type WriteLayer } from './layer';

export const gcn: WriteLayer<GcnLayerSpec> = ({ bias }, place) => {
  const { number, inChannels, outChannels } = place;
  const conv = `conv${number}`;
  return {
    imports: ['GCNConv'],
    setUp: [`self.${conv} = GCNConv(${inChannels}, ${outChannels}, bias=${bool(bias)})`],
    forward: `self.${conv}(x, ${weightedEdges(place)})`,
    parameters: [
      linearWeight(`${conv}.lin.weight`, 'weight', inChannels, outChannels),
      ...biasOf(bias, `${conv}.bias`, outChannels),
    ],
  };
};
