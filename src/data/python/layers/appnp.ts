import type { AppnpLayerSpec } from '../../run/layers/appnp';
import { float } from '../literals';
import { linearWeight, ownBias, weightedEdges, type WriteLayer } from './layer';

/** The bias comes after the propagation, so it is no part of the linear map. */
export const appnp: WriteLayer<AppnpLayerSpec> = ({ hops, teleport, bias }, place) => {
  const { number, inChannels, outChannels } = place;
  const own = ownBias(bias, place);
  return {
    imports: ['APPNP'],
    setUp: [
      `self.lin${number} = torch.nn.Linear(${inChannels}, ${outChannels}, bias=False)`,
      `self.prop${number} = APPNP(K=${hops}, alpha=${float(teleport)})`,
      ...own.setUp,
    ],
    forward: `self.prop${number}(self.lin${number}(x), ${weightedEdges(place)})${own.plus}`,
    parameters: [linearWeight(`lin${number}.weight`, 'weight', inChannels, outChannels), ...own.parameters],
  };
};
