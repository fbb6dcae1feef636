"""
Numbers for every kind of layer, made with PyTorch Geometric: output, and the gradients of all parameters and of the
input, for a random gradient of the output.

    python -m venv venv && venv/bin/pip install torch torch_geometric
    venv/bin/python test/golden/layers.py > test/golden/layers.json

Graphs: a directed weighted one of seven nodes (node 6 isolated, node 0 with outgoing edges alone), the same with
three features for each edge where a layer reads them, and Karate Club.
Arrays are flat and row-major; weights are inChannels x outChannels. Half the input is zero, so that it can also be
read as sparse features; none of it where a maximum is taken of it, so that nothing is tied.
"""

import json
import math
import sys

import torch
import torch_geometric
from torch_geometric.datasets import KarateClub
from torch_geometric.nn import APPNP, GATConv, GATv2Conv, GatedGraphConv, GINConv, MessagePassing, SAGEConv, SGConv

SEED = 30
WIDTH = 5

# source, target, weight; sorted by target, then source
SMALL_EDGES = [(0, 1, 0.5), (2, 1, 2.0), (4, 1, 1.5), (0, 2, 1.0), (1, 2, 0.25), (1, 3, 3.0), (2, 3, 0.75),
               (3, 4, 1.25), (5, 4, 0.5), (4, 5, 2.5)]


def small():
    source, target, weight = zip(*SMALL_EDGES)
    return {"name": "small", "numNodes": 7, "edges": torch.tensor([source, target]), "weight": torch.tensor(weight)}


def karate():
    data = KarateClub()[0]
    return {"name": "karate", "numNodes": 34, "edges": data.edge_index, "weight": None}


def featured():
    """The small graph with three numbers for each edge."""
    count = len(SMALL_EDGES)
    values = torch.tensor([round(math.sin(2 * i + 1), 3) for i in range(3 * count)]).reshape(count, 3)
    return {**small(), "name": "featured", "features": values}


def flat(tensor):
    return [float(f"{value:.7g}") for value in tensor.detach().contiguous().reshape(-1).tolist()]


class Given:
    """The parameters of a layer by their roles, each a leaf whose gradient is wanted."""

    def __init__(self):
        self.leaves = {}

    def make(self, role, *shape):
        leaf = (torch.rand(*shape) - 0.5).mul(1.5).requires_grad_()
        self.leaves[role] = leaf
        return leaf


def put(module, **values):
    """Puts leaves in the place of a module's own parameters, so that gradients reach them."""
    for path, value in values.items():
        *way, last = path.split("__")
        owner = module
        for name in way:
            owner = getattr(owner, name)
        del owner._parameters[last]
        setattr(owner, last, value)
    return module


def sgc(x, graph, spec, given):
    conv = SGConv(x.size(1), WIDTH, K=spec["hops"])
    weight, bias = given.make("weight", x.size(1), WIDTH), given.make("bias", WIDTH)
    return put(conv, lin__weight=weight.t(), lin__bias=bias)(x, graph["edges"], graph["weight"])


def appnp(x, graph, spec, given):
    weight, bias = given.make("weight", x.size(1), WIDTH), given.make("bias", WIDTH)
    return APPNP(spec["hops"], spec["teleport"])(x @ weight, graph["edges"], graph["weight"]) + bias


def sage(x, graph, spec, given):
    pool = spec["aggregator"] == "pool"
    neighbours = x
    own, bias = given.make("self weight", x.size(1), WIDTH), given.make("bias", WIDTH)
    if pool:  # the maximum of what a layer of its own makes of the neighbours
        neighbours = torch.relu(x @ given.make("pool weight", x.size(1), WIDTH) + given.make("pool bias", WIDTH))
    weight = given.make("neighbour weight", neighbours.size(1), WIDTH)
    conv = SAGEConv((neighbours.size(1), x.size(1)), WIDTH, aggr="max" if pool else spec["aggregator"],
                    normalize=spec["unitLength"])
    put(conv, lin_l__weight=weight.t(), lin_l__bias=bias, lin_r__weight=own.t())
    return conv((neighbours, x), graph["edges"])


def gin(x, graph, spec, given):
    inner, inner_bias = given.make("inner weight", x.size(1), spec["inner"]), given.make("inner bias", spec["inner"])
    outer, bias = given.make("weight", spec["inner"], WIDTH), given.make("bias", WIDTH)
    conv = GINConv(lambda h: torch.relu(h @ inner + inner_bias) @ outer + bias, train_eps=spec["learnEpsilon"])
    if spec["learnEpsilon"]:
        put(conv, eps=given.make("epsilon", 1))
    return conv(x, graph["edges"])


def gat(x, graph, spec, given):
    heads, together = spec["heads"], spec["combine"] == "concatenate"
    channels = spec["width"] // heads if together else spec["width"]
    settings = {"heads": heads, "concat": together, "negative_slope": spec["slope"]}
    weight = given.make("weight", x.size(1), heads * channels)
    if spec["attention"] == "v1":
        source, target = given.make("source attention", heads, channels), given.make("target attention", heads, channels)
        bias = given.make("bias", spec["width"])
        conv = put(GATConv(x.size(1), channels, **settings), lin__weight=weight.t(), bias=bias,
                   att_src=source.unsqueeze(0), att_dst=target.unsqueeze(0))
    else:
        of_target, attention = given.make("target weight", x.size(1), heads * channels), given.make("attention", heads, channels)
        # The layer has one bias, after the attention: PyTorch Geometric's own of its two linear maps are off.
        conv = GATv2Conv(x.size(1), channels, **settings, bias=False)
        put(conv, lin_l__weight=weight.t(), lin_r__weight=of_target.t(), att=attention.unsqueeze(0))
        bias = given.make("bias", spec["width"])
        return conv(x, graph["edges"]) + bias
    return conv(x, graph["edges"])


def ggnn(x, graph, spec, given):
    state = x @ given.make("weight", x.size(1), WIDTH)
    rounds = [given.make(f"message weight {t + 1}", WIDTH, WIDTH) for t in range(spec["steps"])]
    gates = {f"{of} {what}": given.make(f"{of} {what}", *shape) for of in ("message", "state")
             for what, shape in (("gates", (WIDTH, 3 * WIDTH)), ("gate bias", (3 * WIDTH,)))}
    conv = GatedGraphConv(WIDTH, spec["steps"])
    put(conv, weight=torch.stack(rounds), rnn__weight_ih=gates["message gates"].t(),
        rnn__bias_ih=gates["message gate bias"], rnn__weight_hh=gates["state gates"].t(),
        rnn__bias_hh=gates["state gate bias"])
    return conv(state, graph["edges"], graph["weight"]) + given.make("bias", WIDTH)


def linear(x, graph, spec, given):
    """What every layer can have: bias, norm, activation and residual."""
    y = x @ given.make("weight", x.size(1), WIDTH) + given.make("bias", WIDTH)
    if spec["norm"] == "layer":
        y = torch.nn.functional.layer_norm(y, (WIDTH,))
    else:
        y = torch.nn.functional.batch_norm(y, None, None, training=True)
    y = torch.tanh(y * given.make("norm scale", WIDTH) + given.make("norm shift", WIDTH))
    return y + x @ given.make("residual", x.size(1), WIDTH)


def check_no_ties(messages, index):
    """PyTorch Geometric splits the gradient of a tied maximum; ours goes to one of them."""
    for node in index.unique():
        ordered = messages[index == node].sort(0, descending=True).values
        assert len(ordered) < 2 or (ordered[0] - ordered[1]).min() > 1e-4, f"a tie at node {node}"


class Mpnn(MessagePassing):
    def __init__(self, network, aggr):
        super().__init__(aggr=aggr)
        self.network, self.is_max = network, aggr == "max"

    def forward(self, x, edges, values):
        return self.propagate(edges, x=x, values=values)

    def message(self, x_i, x_j, values):
        return self.network(torch.cat([x_i, x_j, values], 1))

    def aggregate(self, inputs, index, ptr=None, dim_size=None):
        if self.is_max:
            check_no_ties(inputs, index)
        return super().aggregate(inputs, index, ptr=ptr, dim_size=dim_size)


def mpnn(x, graph, spec, given):
    inner = spec["inner"]
    weight = graph["weight"] if graph["weight"] is not None else torch.ones(graph["edges"].size(1))
    values = graph.get("features", weight.unsqueeze(1))
    own = given.make("self weight", x.size(1), WIDTH)
    joined = [given.make("target weight", x.size(1), inner), given.make("source weight", x.size(1), inner),
              given.make("edge weight", values.size(1), inner)]
    bias, message = given.make("inner bias", inner), given.make("message weight", inner, WIDTH)
    conv = Mpnn(lambda z: torch.relu(z @ torch.cat(joined) + bias) @ message, spec["summary"])
    return x @ own + conv(x, graph["edges"], values) + given.make("bias", WIDTH)


CASES = [
    (sgc, {"kind": "sgc", "hops": 3}),
    (appnp, {"kind": "appnp", "hops": 4, "teleport": 0.2}),
    *((sage, {"kind": "sage", "aggregator": aggregator, "unitLength": False})
      for aggregator in ("mean", "sum", "max", "pool")),
    (sage, {"kind": "sage", "aggregator": "mean", "unitLength": True}),
    (gin, {"kind": "gin", "inner": 7, "learnEpsilon": False}),
    (gin, {"kind": "gin", "inner": 7, "learnEpsilon": True}),
    *((gat, {"kind": "gat", "attention": attention, "combine": combine, "heads": 3, "width": width, "slope": 0.2})
      for attention in ("v1", "v2") for combine, width in (("concatenate", 6), ("average", 4))),
    (mpnn, {"kind": "mpnn", "inner": 4, "summary": "mean"}),
    (mpnn, {"kind": "mpnn", "inner": 4, "summary": "sum"}),
    (mpnn, {"kind": "mpnn", "inner": 16, "summary": "max"}),
    (ggnn, {"kind": "ggnn", "steps": 2}),
    (linear, {"kind": "linear", "norm": "layer", "residual": True, "activation": "tanh"}),
    (linear, {"kind": "linear", "norm": "batch", "residual": True, "activation": "tanh"}),
]


def run(forward, spec, graph):
    torch.manual_seed(SEED)
    x = torch.rand(graph["numNodes"], 6) - 0.5
    if spec.get("aggregator") != "max":
        x = torch.where(torch.rand_like(x) < 0.5, x, torch.zeros(()))
    x.requires_grad_()
    given = Given()
    y = forward(x, graph, spec, given)
    dy = torch.rand_like(y) - 0.5
    y.backward(dy)
    return {
        "spec": {"width": WIDTH, "bias": True, "activation": "none", **spec},
        "graph": graph["name"],
        "numCols": x.size(1),
        "x": flat(x),
        "parameters": {role: flat(leaf) for role, leaf in given.leaves.items()},
        "dy": flat(dy),
        "y": flat(y),
        "gradients": {role: flat(leaf.grad) for role, leaf in given.leaves.items()},
        "dx": flat(x.grad),
    }


GRAPHS = [small(), karate()]


def graphs_for(forward):
    return [*GRAPHS, featured()] if forward is mpnn else GRAPHS


if __name__ == "__main__":
    json.dump({
        "madeWith": {"python": sys.version.split()[0], "torch": torch.__version__,
                     "torch_geometric": torch_geometric.__version__, "seed": SEED},
        "small": {"numNodes": 7, "source": [e[0] for e in SMALL_EDGES], "target": [e[1] for e in SMALL_EDGES],
                  "weight": [e[2] for e in SMALL_EDGES], "edgeFeatures": flat(featured()["features"])},
        "cases": [run(forward, spec, graph) for forward, spec in CASES for graph in graphs_for(forward)],
    }, sys.stdout)
    print()
