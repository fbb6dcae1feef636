import type { LinearLayerSpec } from '../../run/layers/linear';
import { bool } from '../literals';
import { biasOf, linearWeight, type WriteLayer } from './layer';

export const linear: WriteLayer<LinearLayerSpec> = ({ bias }, { number, inChannels, outChannels }) => {
  const lin = `lin${number}`;
  return {
    setUp: [`self.${lin} = torch.nn.Linear(${inChannels}, ${outChannels}, bias=${bool(bias)})`],
    forward: `self.${lin}(x)`,
    parameters: [
      linearWeight(`${lin}.weight`, 'weight', inChannels, outChannels),
      ...biasOf(bias, `${lin}.bias`, outChannels),
    ],
  };
};
