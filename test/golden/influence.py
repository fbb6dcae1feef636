"""Influence by hop of every node of Karate Club on a GCN's output, as torch_geometric.utils.total_influence has it.

The k-hop subgraph with k = 5 is the whole club, so that no degree is cut off at its rim.
Writes influence.json: weights, influence per node (34 x 6) and the receptive field R.
"""
import json
import torch
import torch_geometric
from torch_geometric.datasets import KarateClub
from torch_geometric.nn import GCNConv
from torch_geometric.utils import total_influence

torch.manual_seed(7)
data = KarateClub()[0]
data.x = torch.eye(34)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = GCNConv(34, 6, bias=False)
        self.second = GCNConv(6, 6, bias=False)
        self.third = GCNConv(6, 2, bias=False)

    def forward(self, x, edge_index):
        h = torch.tanh(self.first(x, edge_index))
        h = torch.tanh(self.second(h, edge_index))
        return self.third(h, edge_index)


net = Net()
# total_influence draws its nodes in a random order: all of them, put back in order by their own seed.
torch.manual_seed(3)
order = torch.randperm(34)
torch.manual_seed(3)
shuffled, breadth = total_influence(net, data, max_hops=5, average=False)
influence = torch.empty_like(shuffled)
influence[order] = shuffled
weights = [layer.lin.weight.detach().t().flatten().tolist() for layer in (net.first, net.second, net.third)]
with open('influence.json', 'w') as file:
    json.dump(
        {
            'versions': {'torch': torch.__version__, 'torch_geometric': torch_geometric.__version__},
            'weights': [round(value, 7) for layer in weights for value in layer],
            'influence': [[round(value, 6) for value in row] for row in influence.tolist()],
            'breadth': breadth,
        },
        file,
    )
