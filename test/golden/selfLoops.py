"""
Numbers for every kind of layer with messages on a graph that has self-loops of its own, made with PyTorch Geometric: as
layers.py makes them, and of a graph convolution besides.

    python -m venv venv && venv/bin/pip install torch torch_geometric
    venv/bin/python test/golden/selfLoops.py > test/golden/selfLoops.json

Graphs: a directed one of six nodes, weighted and not. Node 1 has a self-loop and in-edges, node 3 a self-loop and nothing
that comes in, node 5 a self-loop alone, nodes 0, 2 and 4 none.
"""

import json
import sys

import torch
import torch_geometric
from torch_geometric.nn import GCNConv

from layers import CASES, SEED, WIDTH, linear, put, run

# source, target, weight; sorted by target, then source
EDGES = [(2, 0, 0.5), (0, 1, 1.5), (1, 1, 2.5), (4, 1, 0.75), (1, 2, 1.25), (3, 2, 0.5), (3, 3, 0.25), (0, 4, 2.0),
         (3, 4, 1.0), (5, 5, 3.0)]


def graph(name, is_weighted):
    source, target, weight = zip(*EDGES)
    return {"name": name, "numNodes": 6, "edges": torch.tensor([source, target]),
            "weight": torch.tensor(weight) if is_weighted else None}


def gcn(x, graph, spec, given):
    weight, bias = given.make("weight", x.size(1), WIDTH), given.make("bias", WIDTH)
    conv = put(GCNConv(x.size(1), WIDTH), lin__weight=weight.t(), bias=bias)
    return conv(x, graph["edges"], graph["weight"])


GRAPHS = [graph("weighted", True), graph("plain", False)]
HEARING = [(gcn, {"kind": "gcn"}), *(case for case in CASES if case[0] is not linear)]

json.dump({
    "madeWith": {"python": sys.version.split()[0], "torch": torch.__version__,
                 "torch_geometric": torch_geometric.__version__, "seed": SEED},
    "numNodes": 6, "source": [e[0] for e in EDGES], "target": [e[1] for e in EDGES], "weight": [e[2] for e in EDGES],
    "cases": [run(forward, spec, each) for forward, spec in HEARING for each in GRAPHS],
}, sys.stdout)
print()
