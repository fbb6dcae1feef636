import type { SageLayerSpec } from '../../run/layers/sage';
import { bool, text } from '../literals';
import { biasOf, linearWeight, type WriteLayer } from './layer';

/** With pool, neighbours pass a layer of their own first, which is as wide as what goes out. */
export const sage: WriteLayer<SageLayerSpec> = ({ aggregator, bias, unitLength }, place) => {
  const { number, inChannels, outChannels } = place;
  const [conv, pool] = [`conv${number}`, `pool${number}`];
  const isPool = aggregator === 'pool';
  const settings = `aggr=${text(isPool ? 'max' : aggregator)}, bias=${bool(bias)}`;
  const ofNeighbours = isPool ? outChannels : inChannels;
  return {
    imports: ['SAGEConv'],
    setUp: isPool
      ? [
          `self.${pool} = torch.nn.Linear(${inChannels}, ${outChannels})`,
          `self.${conv} = SAGEConv((${outChannels}, ${inChannels}), ${outChannels}, ${settings})`,
        ]
      : [`self.${conv} = SAGEConv(${inChannels}, ${outChannels}, ${settings})`],
    forward: `self.${conv}(${isPool ? `(self.${pool}(x).relu(), x)` : 'x'}, edge_index)`,
    parameters: [
      ...(isPool
        ? [
            linearWeight(`${pool}.weight`, 'pool weight', inChannels, outChannels),
            { name: `${pool}.bias`, roles: ['pool bias'], shape: [outChannels] },
          ]
        : []),
      linearWeight(`${conv}.lin_l.weight`, 'neighbour weight', ofNeighbours, outChannels),
      ...biasOf(bias, `${conv}.lin_l.bias`, outChannels),
      linearWeight(`${conv}.lin_r.weight`, 'self weight', inChannels, outChannels),
    ],
    ...(unitLength ? { after: 'F.normalize(x, dim=1)' } : {}),
  };
};
