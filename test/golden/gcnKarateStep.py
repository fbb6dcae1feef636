"""
Numbers for one GCN training step on Karate Club, made with PyTorch Geometric.

    python -m venv venv && venv/bin/pip install torch torch_geometric
    venv/bin/python test/golden/gcnKarateStep.py > test/golden/gcnKarateStep.json

Labels, edges and split are those of torch_geometric.datasets.KarateClub (four communities, one labelled node each).
All arrays are flat and row-major. Parameters stand layer by layer, weight (inChannels x outChannels) before bias.
"""

import json
import sys

import torch
import torch_geometric
from torch_geometric.datasets import KarateClub
from torch_geometric.nn import GCNConv

SEED = 20
LEARNING_RATE = 0.01
MORE_STEPS = 5

CASES = [
    {"name": "identity features, two layers", "hidden": [16], "activation": "relu", "bias": False,
     "weightDecay": 0.0, "numWords": None},
    {"name": "identity features, biases and weight decay", "hidden": [7], "activation": "tanh", "bias": True,
     "weightDecay": 5e-4, "numWords": None},
    {"name": "sparse features, three layers", "hidden": [9, 6], "activation": "elu", "bias": True,
     "weightDecay": 5e-3, "numWords": 50},
]
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "elu": torch.nn.functional.elu}


def flat(tensors):
    return [value for tensor in tensors for value in tensor.detach().reshape(-1).tolist()]


def packed(convs, of):
    """`of` each parameter, in the playground's order; PyG keeps weights as outChannels x inChannels."""
    tensors = []
    for conv in convs:
        tensors.append(of(conv.lin.weight).t())
        if conv.bias is not None:
            tensors.append(of(conv.bias))
    return flat(tensor.contiguous() for tensor in tensors)


def run(case, data):
    torch.manual_seed(SEED)
    if case["numWords"] is None:
        x, words = torch.eye(data.num_nodes), None
    else:
        x = torch.rand(data.num_nodes, case["numWords"])
        x = torch.where(torch.rand_like(x) < 0.12, x, torch.zeros(()))
        x[11] = 0  # a node without features
        words = {"numCols": case["numWords"], "dense": flat([x])}
    widths = [x.size(1), *case["hidden"], int(data.y.max()) + 1]
    convs = [GCNConv(a, b, bias=case["bias"]) for a, b in zip(widths, widths[1:])]
    if case["bias"]:
        for conv in convs:
            torch.nn.init.uniform_(conv.bias, -0.1, 0.1)
    activation = ACTIVATIONS[case["activation"]]

    def forward():
        h = x
        for conv in convs[:-1]:
            h = activation(conv(h, data.edge_index))
        return convs[-1](h, data.edge_index)

    decayed = {id(convs[0].lin.weight)}
    parameters = [p for conv in convs for p in conv.parameters()]
    optimizer = torch.optim.Adam([
        {"params": [p for p in parameters if id(p) in decayed], "weight_decay": case["weightDecay"]},
        {"params": [p for p in parameters if id(p) not in decayed]},
    ], lr=LEARNING_RATE)

    initial = packed(convs, lambda p: p)
    weights = []
    for step in range(MORE_STEPS):
        optimizer.zero_grad()
        z = forward()
        loss = torch.nn.functional.cross_entropy(z[data.train_mask], data.y[data.train_mask])
        loss.backward()
        if step == 0:
            first = {"logits": flat([z]), "loss": loss.item(), "gradient": packed(convs, lambda p: p.grad)}
        optimizer.step()
        weights.append(packed(convs, lambda p: p))
    return {**{k: case[k] for k in ("name", "hidden", "activation", "bias", "weightDecay")}, "features": words,
            "initial": initial, **first, "weightsAfterStep": weights[0], "steps": MORE_STEPS,
            "weightsAfterSteps": weights[-1], "lossOfLastStep": loss.item()}


data = KarateClub()[0]
json.dump({
    "madeWith": {"python": sys.version.split()[0], "torch": torch.__version__,
                 "torch_geometric": torch_geometric.__version__, "seed": SEED},
    "learningRate": LEARNING_RATE,
    "cases": [run(case, data) for case in CASES],
}, sys.stdout)
print()
