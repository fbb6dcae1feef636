"""
Factorisation on Karate Club, as it stood in the GNN Playground: seed 3, epoch 0.

    pip install torch torch_geometric

To run it:

    python factorisation_karate_club.py

To take the embedding of the playground as it is:

    python factorisation_karate_club.py --weights factorisation_karate_club.safetensors --epochs 0

With the embedding of the playground the logits are the same, as far as the logistic regression is solved.
Singular vectors are found up to their sign, from a random start: another embedding, with the same dot
products.
"""

import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F
from torch_geometric.data import Data

EPOCHS = 10
DIMENSION = 64
SPARE = 8  # columns beyond those that are wanted: they make these converge


CLASS_NAMES = ["Mr. Hi", "Officer"]


def mask_of(nodes, num_nodes):
    chosen = torch.zeros(num_nodes, dtype=torch.bool)
    chosen[torch.from_numpy(np.array(nodes, np.int64))] = True
    return chosen


def load_data(args):
    """Karate Club: 34 nodes, 156 directed edges."""
    arrays = {
        "edges": np.array([
            [0, 1], [0, 2], [1, 2], [0, 3], [1, 3], [2, 3], [0, 4], [0, 5], [0, 6], [4, 6], [5, 6], [0, 7],
            [1, 7], [2, 7], [3, 7], [0, 8], [2, 8], [2, 9], [0, 10], [4, 10], [5, 10], [0, 11], [0, 12],
            [3, 12], [0, 13], [1, 13], [2, 13], [3, 13], [5, 16], [6, 16], [0, 17], [1, 17], [0, 19],
            [1, 19], [0, 21], [1, 21], [23, 25], [24, 25], [2, 27], [23, 27], [24, 27], [2, 28], [23, 29],
            [26, 29], [1, 30], [8, 30], [0, 31], [24, 31], [25, 31], [28, 31], [2, 32], [8, 32], [14, 32],
            [15, 32], [18, 32], [20, 32], [22, 32], [23, 32], [29, 32], [30, 32], [31, 32], [8, 33],
            [9, 33], [13, 33], [14, 33], [15, 33], [18, 33], [19, 33], [20, 33], [22, 33], [23, 33],
            [26, 33], [27, 33], [28, 33], [29, 33], [30, 33], [31, 33], [32, 33],
        ], np.int64),
        "y": np.array([
            0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
            1, 1,
        ], np.int64),
        "train": np.array([0, 33], np.int64),
    }
    num_nodes = 34
    edge_index = torch.from_numpy(np.array(arrays["edges"], np.int64)).t().contiguous()
    # Every edge is written once, and carries messages both ways.
    edge_index = torch.cat([edge_index, edge_index.flip(0)], dim=1)
    x = torch.eye(num_nodes)
    y = torch.from_numpy(np.array(arrays["y"], np.int64))
    data = Data(
        x=x,
        edge_index=edge_index,
        y=y,
        target=y,
        train_mask=mask_of(arrays["train"], num_nodes),
        val_mask=mask_of([], num_nodes),
        test_mask=mask_of([], num_nodes),
    )
    return data


def probe(embedding, data, tolerance=1e-6):
    """
    What a logistic regression reads from an embedding: the logits of all nodes.

    Minimises the sum of cross-entropies over the training nodes + half the squared weights: scikit-learn's with C = 1.
    """
    nodes = (data.train_mask & (data.y >= 0)).nonzero().view(-1)
    x, y = embedding.double(), data.y
    weight = torch.zeros(x.size(1), len(CLASS_NAMES), dtype=torch.double, device=x.device, requires_grad=True)
    bias = torch.zeros(len(CLASS_NAMES), dtype=torch.double, device=x.device, requires_grad=True)
    solver = torch.optim.LBFGS(
        [weight, bias], max_iter=500, tolerance_grad=tolerance, tolerance_change=0, line_search_fn="strong_wolfe"
    )

    def objective():
        solver.zero_grad()
        loss = F.cross_entropy(x[nodes] @ weight + bias, y[nodes], reduction="sum") + weight.square().sum() / 2
        loss = loss / len(nodes)
        loss.backward()
        return loss

    if len(nodes) > 0:
        solver.step(objective)
    return (x @ weight + bias).detach().float()


def logits_of(data, args):
    """z = U sqrt(S) of A + A^2 = U S V^T, with a row for each node that hears."""
    if args.weights:
        embedding = load_weights(args.weights)["embedding.weight"]
    else:
        weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges)
        size = (data.num_nodes, data.num_nodes)
        a = torch.sparse_coo_tensor(data.edge_index.flip(0), weight, size).coalesce()
        steps = (a + torch.sparse.mm(a, a)).coalesce()
        u, s, _ = torch.svd_lowrank(steps, q=min(DIMENSION + SPARE, data.num_nodes), niter=args.epochs)
        embedding = torch.zeros(data.num_nodes, DIMENSION)
        found = min(DIMENSION, len(s))
        embedding[:, :found] = u[:, :found] * s[:found].sqrt()
        print(f"share not explained {max(0.0, 1 - s[:found].square().sum() / steps.values().square().sum()):.4f}")
    if args.save:
        np.save(args.save, embedding.numpy())
    return probe(embedding.to(args.device), data.to(args.device))


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


def parsed_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--weights", help="take this embedding, for example factorisation_karate_club.safetensors")
    parser.add_argument("--save", help="write the embedding to this .npy file")
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
    torch.manual_seed(args.seed)
    data = load_data(args)
    finish(logits_of(data, args).cpu(), data.cpu(), args)


if __name__ == "__main__":
    main()
