import type { MpnnLayerSpec } from '../../run/layers/mpnn';
import { text } from '../literals';
import { linearWeight, ownBias, type WriteLayer } from './layer';

const DEFINITION = `class MessageNetwork(MessagePassing):
    """
    h_i = W_self x_i + aggr_j W_message relu(W_target x_i + W_source x_j + W_edge e_ij + b).

    PyTorch Geometric has no such layer: this is the playground's formula. The first map of the message network is
    taken apart by what it multiplies, so that nodes are multiplied once each and not once per edge.
    """

    def __init__(self, in_channels, inner, out_channels, edge_channels, aggr):
        super().__init__(aggr=aggr)
        self.own = torch.nn.Linear(in_channels, out_channels, bias=False)
        self.target = torch.nn.Linear(in_channels, inner, bias=True)
        self.source = torch.nn.Linear(in_channels, inner, bias=False)
        self.edge = torch.nn.Linear(edge_channels, inner, bias=False)
        self.write = torch.nn.Linear(inner, out_channels, bias=False)

    def forward(self, x, edge_index, edge_attr):
        heard = self.propagate(edge_index, target=self.target(x), source=self.source(x), edge=self.edge(edge_attr))
        return self.own(x) + heard

    def message(self, target_i, source_j, edge):
        return self.write((target_i + source_j + edge).relu())`;

export const mpnn: WriteLayer<MpnnLayerSpec> = ({ inner, summary, bias }, place) => {
  const { number, inChannels, outChannels, edgeChannels } = place;
  const conv = `conv${number}`;
  const own = ownBias(bias, place);
  const sizes = [inChannels, inner, outChannels, edgeChannels].join(', ');
  return {
    imports: ['MessagePassing'],
    definition: DEFINITION,
    setUp: [`self.${conv} = MessageNetwork(${sizes}, aggr=${text(summary)})`, ...own.setUp],
    forward: `self.${conv}(x, edge_index, edge_numbers(data))${own.plus}`,
    parameters: [
      linearWeight(`${conv}.own.weight`, 'self weight', inChannels, outChannels),
      linearWeight(`${conv}.target.weight`, 'target weight', inChannels, inner),
      { name: `${conv}.target.bias`, roles: ['inner bias'], shape: [inner] },
      linearWeight(`${conv}.source.weight`, 'source weight', inChannels, inner),
      linearWeight(`${conv}.edge.weight`, 'edge weight', edgeChannels, inner),
      linearWeight(`${conv}.write.weight`, 'message weight', inner, outChannels),
      ...own.parameters,
    ],
  };
};
