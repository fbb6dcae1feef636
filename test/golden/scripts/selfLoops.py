"""
GCN on Karate Club, as it stood in the GNN Playground: seed 3, epoch 0.

    pip install torch torch_geometric

To train it:

    python gcn_karate_club.py

To take the weights of the playground as they are:

    python gcn_karate_club.py --weights gcn_karate_club.safetensors --epochs 0

To train it in several processes, on batches of sampled neighbours:

    torchrun --nproc_per_node=2 gcn_karate_club.py --distributed

With the weights of the playground the logits are the same, up to rounding. Random numbers (first weights,
dropout) differ, so a training of its own ends with about the same accuracy and not with the same numbers.
"""

import argparse
import json
import os

import numpy as np
import torch
import torch.nn.functional as F
from torch.nn.parallel import DistributedDataParallel
from torch_geometric.data import Data
from torch_geometric.loader import NeighborLoader
from torch_geometric.nn import GCNConv
from torch_geometric.nn.inits import glorot
from torch_geometric.typing import WITH_PYG_LIB, WITH_TORCH_SPARSE

EPOCHS = 200
LEARNING_RATE = 0.01
WEIGHT_DECAY = 0.0


CLASS_NAMES = ["community 0", "community 1", "community 2", "community 3"]


def mask_of(nodes, num_nodes):
    chosen = torch.zeros(num_nodes, dtype=torch.bool)
    chosen[torch.from_numpy(np.array(nodes, np.int64))] = True
    return chosen


def load_data(args):
    """Karate Club: 34 nodes, 160 directed edges."""
    arrays = {
        "edges": np.array([
            [0, 0], [0, 1], [0, 2], [1, 2], [0, 3], [1, 3], [2, 3], [0, 4], [4, 4], [0, 5], [0, 6], [4, 6],
            [5, 6], [0, 7], [1, 7], [2, 7], [3, 7], [0, 8], [2, 8], [2, 9], [0, 10], [4, 10], [5, 10],
            [0, 11], [11, 11], [0, 12], [3, 12], [0, 13], [1, 13], [2, 13], [3, 13], [5, 16], [6, 16],
            [0, 17], [1, 17], [0, 19], [1, 19], [0, 21], [1, 21], [23, 25], [24, 25], [2, 27], [23, 27],
            [24, 27], [2, 28], [23, 29], [26, 29], [1, 30], [8, 30], [0, 31], [24, 31], [25, 31], [28, 31],
            [2, 32], [8, 32], [14, 32], [15, 32], [18, 32], [20, 32], [22, 32], [23, 32], [29, 32],
            [30, 32], [31, 32], [8, 33], [9, 33], [13, 33], [14, 33], [15, 33], [18, 33], [19, 33],
            [20, 33], [22, 33], [23, 33], [26, 33], [27, 33], [28, 33], [29, 33], [30, 33], [31, 33],
            [32, 33], [33, 33],
        ], np.int64),
        "edge_weight": np.array([
            0.5, 1.5, 2.5, 3.5, 3.5, 0.5, 1.5, 0.5, 0.5, 1.5, 2.5, 2.5, 3.5, 3.5, 0.5, 1.5, 2.5, 0.5, 2.5,
            3.5, 2.5, 2.5, 3.5, 3.5, 2.5, 0.5, 3.5, 1.5, 2.5, 3.5, 0.5, 1.5, 2.5, 1.5, 2.5, 3.5, 0.5, 1.5,
            2.5, 0.5, 1.5, 1.5, 2.5, 3.5, 2.5, 0.5, 3.5, 3.5, 2.5, 3.5, 3.5, 0.5, 3.5, 2.5, 0.5, 2.5, 3.5,
            2.5, 0.5, 2.5, 3.5, 1.5, 2.5, 3.5, 1.5, 2.5, 2.5, 3.5, 0.5, 3.5, 0.5, 1.5, 3.5, 0.5, 3.5, 0.5,
            1.5, 2.5, 3.5, 0.5, 1.5, 2.5,
        ], np.float32),
        "y": np.array([
            1, 1, 1, 1, 3, 3, 3, 1, 0, 1, 3, 1, 1, 1, 0, 0, 3, 1, 0, 1, 0, 1, 0, 0, 2, 2, 0, 0, 2, 0, 0, 2,
            0, 0,
        ], np.int64),
        "train": np.array([0, 4, 8, 24], np.int64),
    }
    num_nodes = 34
    edge_index = torch.from_numpy(np.array(arrays["edges"], np.int64)).t().contiguous()
    edge_weight = torch.from_numpy(np.array(arrays["edge_weight"]))
    # Every edge is written once, and carries messages both ways.
    other = edge_index[0] != edge_index[1]  # a self-loop carries its message once
    edge_index = torch.cat([edge_index, edge_index[:, other].flip(0)], dim=1)
    edge_weight = torch.cat([edge_weight, edge_weight[other]])
    x = torch.eye(num_nodes)
    y = torch.from_numpy(np.array(arrays["y"], np.int64))
    data = Data(
        x=x,
        edge_index=edge_index,
        edge_weight=edge_weight,
        y=y,
        target=y,
        train_mask=mask_of(arrays["train"], num_nodes),
        val_mask=mask_of([], num_nodes),
        test_mask=mask_of([], num_nodes),
    )
    return data


class Net(torch.nn.Module):
    """GCN: 34 -> 16 -> 4 numbers to a node."""

    def __init__(self):
        super().__init__()
        self.conv1 = GCNConv(34, 16, bias=False)
        self.conv2 = GCNConv(16, 4, bias=False)
        self.reset_parameters()

    def reset_parameters(self):
        """Glorot and Bengio's draw for every matrix; biases start at 0, and norms as they are."""
        for name, parameter in self.named_parameters():
            if parameter.dim() > 1:
                glorot(parameter)
            elif not name.startswith("norm"):
                torch.nn.init.zeros_(parameter)

    def forward(self, data):
        x, edge_index = data.x, data.edge_index
        x = torch.relu(self.conv1(x, edge_index, data.edge_weight))
        x = self.conv2(x, edge_index, data.edge_weight)
        return x


def make_optimiser(model):
    """The same settings for all parameters."""
    parameters = [parameter for parameter in model.parameters() if parameter.requires_grad]
    return torch.optim.Adam(parameters, lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)


def scores_of(logits, data):
    """The share of right predictions on each part, and the validation loss."""
    known = data.y >= 0
    right = logits.argmax(dim=1) == data.y
    parts = {"train": data.train_mask, "val": data.val_mask, "test": data.test_mask, "all": known}
    scores = {
        part: right[mask & known].float().mean().item()
        for part, mask in parts.items() if (mask & known).any()
    }
    judged = data.val_mask & known
    if judged.any():
        scores["val_loss"] = F.cross_entropy(logits[judged], data.y[judged]).item()
    return scores


def text_of(scores):
    return "  ".join(f"{part} {value:.4f}" for part, value in scores.items())


@torch.no_grad()
def logits_of(model, data):
    model.eval()
    return model(data)


def train(model, data, epochs):
    optimiser = make_optimiser(model)
    for epoch in range(1, epochs + 1):
        model.train()
        optimiser.zero_grad()
        logits = model(data)
        loss = F.cross_entropy(logits[data.train_mask], data.target[data.train_mask])
        loss.backward()
        optimiser.step()
        loss = loss.item()
        scores = scores_of(logits_of(model, data), data)
        if epoch % 10 == 0 or epoch == epochs:
            print(f"epoch {epoch:4d}  loss {loss:.4f}  {text_of(scores)}")


# Beyond one machine: batches of sampled neighbours, in as many processes as torchrun starts.


BATCH_SIZE = 1024
# Neighbours of a node that are heard, hop by hop from a batch outwards; -1: all of them. Large graphs want
# numbers like 10 here.
# One hop more than the layers reach: graph convolutions count the neighbours of those that they hear.
FAN_OUT = [-1, -1, -1]
EVERYONE = [-1] * len(FAN_OUT)


class NeighbourBatches:
    """
    What NeighborLoader gives, in plain PyTorch, for where neither pyg-lib nor torch-sparse is installed.

    Nodes of a batch come first; each hop hears some of the neighbours of those that the hop before has found.
    """

    def __init__(self, data, nodes, batch_size, fan_out, shuffle):
        self.data, self.nodes, self.batch_size = data, nodes, batch_size
        self.fan_out, self.shuffle = fan_out, shuffle
        self.edges = data.edge_index[1].argsort(stable=True)
        counts = torch.bincount(data.edge_index[1], minlength=data.num_nodes)
        self.start = torch.cat([counts.new_zeros(1), counts.cumsum(0)])

    def __len__(self):
        return -(-len(self.nodes) // self.batch_size)

    def __iter__(self):
        order = torch.randperm(len(self.nodes)) if self.shuffle else torch.arange(len(self.nodes))
        for chosen in order.split(self.batch_size):
            yield self.around(self.nodes[chosen])

    def heard(self, nodes, most):
        """Edges that lead to these nodes: `most` of each, drawn without replacement, or all."""
        counts = self.start[nodes + 1] - self.start[nodes]
        owner = torch.repeat_interleave(torch.arange(len(nodes)), counts)
        rank = torch.arange(len(owner)) - (counts.cumsum(0) - counts)[owner]
        places = self.start[nodes][owner] + rank
        if most >= 0:
            shuffled = torch.randperm(len(owner))
            shuffled = shuffled[owner[shuffled].argsort(stable=True)]
            places = places[shuffled[rank < most]]
        return self.edges[places]

    def around(self, seeds):
        data = self.data
        place = torch.full((data.num_nodes,), -1)
        place[seeds] = torch.arange(len(seeds))
        found, edges, newest = [seeds], [], seeds
        for most in self.fan_out:
            heard = self.heard(newest, most)
            edges.append(heard)
            senders = data.edge_index[0][heard].unique()
            newest = senders[place[senders] < 0]
            place[newest] = torch.arange(len(newest)) + sum(map(len, found))
            found.append(newest)
        nodes, edges = torch.cat(found), torch.cat(edges) if edges else torch.empty(0, dtype=torch.long)
        batch = Data(edge_index=place[data.edge_index[:, edges]], n_id=nodes, batch_size=len(seeds))
        for key in ("x", "y", "target"):
            batch[key] = data[key][nodes]
        for key in ("edge_weight", "edge_attr"):
            if data.get(key) is not None:
                batch[key] = data[key][edges]
        return batch


def neighbour_batches(data, nodes, batch_size, fan_out, shuffle=False):
    """Nodes in batches, each with whom it hears."""
    settings = {"batch_size": batch_size, "shuffle": shuffle}
    if WITH_PYG_LIB or WITH_TORCH_SPARSE:
        return NeighborLoader(data, num_neighbors=fan_out, input_nodes=nodes, **settings)
    return NeighbourBatches(data, nodes, fan_out=fan_out, **settings)


def train_in_batches(model, optimiser, loader, device):
    """One epoch; returns the mean loss over its nodes."""
    model.train()
    total = count = 0
    for batch in loader:
        batch = batch.to(device)
        optimiser.zero_grad()
        logits = model(batch)[:batch.batch_size]
        loss = F.cross_entropy(logits, batch.target[:batch.batch_size])
        loss.backward()
        optimiser.step()
        total, count = total + loss.item() * batch.batch_size, count + batch.batch_size
    return total / max(count, 1)


@torch.no_grad()
def logits_in_batches(model, data, rank, world, device):
    """Every process computes the logits of its share of the nodes; all of them get all."""
    model.eval()
    logits = torch.zeros(data.num_nodes, len(CLASS_NAMES), device=device)
    for batch in neighbour_batches(data, torch.arange(rank, data.num_nodes, world), 1024, EVERYONE):
        batch = batch.to(device)
        logits[batch.n_id[:batch.batch_size]] = model(batch)[:batch.batch_size]
    torch.distributed.all_reduce(logits)
    return logits.cpu()


def distributed(args):
    """One model in many processes, started by torchrun: each has a share of the training nodes."""
    on_gpu = args.device.startswith("cuda")
    torch.distributed.init_process_group("nccl" if on_gpu else "gloo")
    rank, world = torch.distributed.get_rank(), torch.distributed.get_world_size()
    local_rank = int(os.environ["LOCAL_RANK"])
    device = torch.device("cuda", local_rank) if on_gpu else torch.device("cpu")
    if on_gpu:
        torch.cuda.set_device(device)
    # The first process of a machine downloads what is missing; the others wait for it.
    if local_rank > 0:
        torch.distributed.barrier()
    data = load_data(args)
    if local_rank == 0:
        torch.distributed.barrier()

    torch.manual_seed(args.seed)
    model = Net().to(device)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    optimiser = make_optimiser(model)
    replica = DistributedDataParallel(model, device_ids=[local_rank] if on_gpu else None)

    # As many nodes for every process: some come twice where they do not divide evenly.
    torch.manual_seed(args.seed + rank)
    nodes = data.train_mask.nonzero().view(-1)
    each = -(-len(nodes) // world)
    share = nodes[torch.arange(rank, each * world, world) % len(nodes)]
    loader = neighbour_batches(data, share, max(1, BATCH_SIZE // world), FAN_OUT, shuffle=True)
    for epoch in range(1, args.epochs + 1):
        loss = train_in_batches(replica, optimiser, loader, device)
        if epoch % 10 == 0 or epoch == args.epochs:
            scores = scores_of(logits_in_batches(model, data, rank, world, device), data)
            if rank == 0:
                print(f"epoch {epoch:4d}  loss {loss:.4f}  {text_of(scores)}")
    logits = logits_in_batches(model, data, rank, world, device)
    if rank == 0:
        save(model, args)
        finish(logits, data, args)
    torch.distributed.destroy_process_group()


def load_weights(path):
    """Tensors by name. The file is eight bytes of length, a header in JSON, and the numbers."""
    try:
        from safetensors.torch import load_file
        return load_file(path)
    except ImportError:
        pass
    with open(path, "rb") as file:
        content = file.read()
    start = 8 + int.from_bytes(content[:8], "little")
    header = json.loads(content[8:start])
    header.pop("__metadata__", None)
    tensors = {}
    for name, entry in header.items():
        first, last = entry["data_offsets"]
        numbers = np.frombuffer(content[start + first:start + last], "<f4")
        tensors[name] = torch.from_numpy(numbers.copy()).reshape(entry["shape"])
    return tensors


def save(model, args):
    if args.save:
        torch.save(model.state_dict(), args.save)


def parsed_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--weights", help="start from these, for example gcn_karate_club.safetensors")
    parser.add_argument("--distributed", action="store_true", help="when started by torchrun")
    parser.add_argument("--save", help="write the weights to this file, for torch.load")
    parser.add_argument("--logits", help="write the logits of all nodes to this .npy file")
    return parser.parse_args()


def finish(logits, data, args):
    """Scores, and what became of each class: its nodes for testing, or all of them where there are none."""
    print("at the end  " + text_of(scores_of(logits, data)))
    judged = (data.test_mask if data.test_mask.any() else torch.ones_like(data.test_mask)) & (data.y >= 0)
    predicted = logits.argmax(dim=1)
    for index, name in enumerate(CLASS_NAMES):
        nodes = judged & (data.y == index)
        if nodes.any():
            print(f"{(predicted[nodes] == index).float().mean():.3f} of {int(nodes.sum()):5d}  {name!r}")
    if args.logits:
        np.save(args.logits, logits.cpu().numpy())


def main():
    args = parsed_arguments()
    if args.distributed:
        return distributed(args)
    torch.manual_seed(args.seed)
    data = load_data(args).to(args.device)
    model = Net().to(args.device)
    if args.weights:
        model.load_state_dict(load_weights(args.weights))
    train(model, data, args.epochs)
    save(model, args)
    finish(logits_of(model, data), data, args)


if __name__ == "__main__":
    main()
