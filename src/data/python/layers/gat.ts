import type { GatLayerSpec } from '../../run/layers/gat';
import { bool, float } from '../literals';
import { biasOf, linearWeight, ownBias, type LayerText, type Place, type WriteLayer } from './layer';

const channelsOf = ({ combine, heads }: GatLayerSpec, { outChannels }: Place): number =>
  combine === 'concatenate' ? outChannels / heads : outChannels;

function argumentsOf(spec: GatLayerSpec, place: Place): string {
  const { heads, combine, slope, attentionDropout } = spec;
  return [
    place.inChannels,
    channelsOf(spec, place),
    `heads=${heads}`,
    `concat=${bool(combine === 'concatenate')}`,
    `negative_slope=${float(slope)}`,
    `dropout=${float(attentionDropout)}`,
  ].join(', ');
}

export const gat: WriteLayer<GatLayerSpec> = (spec, place) =>
  spec.attention === 'v1' ? first(spec, place) : second(spec, place);

function first(spec: GatLayerSpec, place: Place): LayerText {
  const { number, inChannels, outChannels } = place;
  const [conv, channels] = [`conv${number}`, channelsOf(spec, place)];
  const shape = [1, spec.heads, channels];
  return {
    imports: ['GATConv'],
    setUp: [`self.${conv} = GATConv(${argumentsOf(spec, place)}, bias=${bool(spec.bias)})`],
    forward: `self.${conv}(x, edge_index)`,
    parameters: [
      linearWeight(`${conv}.lin.weight`, 'weight', inChannels, spec.heads * channels),
      { name: `${conv}.att_src`, roles: ['source attention'], shape },
      { name: `${conv}.att_dst`, roles: ['target attention'], shape },
      ...biasOf(spec.bias, `${conv}.bias`, outChannels),
    ],
  };
}

/** GATv2Conv has biases in its two linear maps wherever it has one at the end: ours has that one alone. */
function second(spec: GatLayerSpec, place: Place): LayerText {
  const { number, inChannels } = place;
  const [conv, channels] = [`conv${number}`, channelsOf(spec, place)];
  const own = ownBias(spec.bias, place);
  return {
    imports: ['GATv2Conv'],
    setUp: [`self.${conv} = GATv2Conv(${argumentsOf(spec, place)}, bias=False)`, ...own.setUp],
    forward: `self.${conv}(x, edge_index)${own.plus}`,
    parameters: [
      linearWeight(`${conv}.lin_l.weight`, 'weight', inChannels, spec.heads * channels),
      linearWeight(`${conv}.lin_r.weight`, 'target weight', inChannels, spec.heads * channels),
      { name: `${conv}.att`, roles: ['attention'], shape: [1, spec.heads, channels] },
      ...own.parameters,
    ],
  };
}
