import type { GinLayerSpec } from '../../run/layers/gin';
import { bool } from '../literals';
import { biasOf, linearWeight, type WriteLayer } from './layer';

export const gin: WriteLayer<GinLayerSpec> = ({ inner, bias, learnEpsilon }, place) => {
  const { number, inChannels, outChannels } = place;
  const conv = `conv${number}`;
  const lin = (from: number, to: number) => `torch.nn.Linear(${from}, ${to}, bias=${bool(bias)})`;
  return {
    imports: ['GINConv'],
    setUp: [
      `self.${conv} = GINConv(torch.nn.Sequential(`,
      `    ${lin(inChannels, inner)}, torch.nn.ReLU(), ${lin(inner, outChannels)}`,
      `), train_eps=${bool(learnEpsilon)})`,
    ],
    forward: `self.${conv}(x, edge_index)`,
    parameters: [
      linearWeight(`${conv}.nn.0.weight`, 'inner weight', inChannels, inner),
      ...(bias ? [{ name: `${conv}.nn.0.bias`, roles: ['inner bias'], shape: [inner] }] : []),
      linearWeight(`${conv}.nn.2.weight`, 'weight', inner, outChannels),
      ...biasOf(bias, `${conv}.nn.2.bias`, outChannels),
      { name: `${conv}.eps`, roles: learnEpsilon ? ['epsilon'] : [], shape: [1] },
    ],
  };
};
