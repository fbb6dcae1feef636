"""
Label propagation on Karate Club, as it stood in the GNN Playground: seed 3, epoch 0.

    pip install torch torch_geometric

To run it:

    python label_propagation_karate_club.py

Nothing is random: the logits are those of the playground, up to rounding.
"""

import argparse

import numpy as np
import torch
import torch.nn.functional as F
from torch_geometric.data import Data

EPOCHS = 100


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


TINY = 1e-30  # in place of a division by zero


def degrees(data):
    weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges, device=data.y.device)
    return torch.zeros(data.num_nodes, device=data.y.device).index_add(0, data.edge_index[1], weight)


def propagated(f, known, data, hear):
    """F <- D^-1 A F, then the rows of training nodes are put back (Zhu and Ghahramani, 2002)."""
    f = hear(f) / degrees(data).clamp(min=TINY)[:, None]
    return torch.where(known.sum(dim=1, keepdim=True) > 0, known, f)


def logits_of(data, args):
    """The logarithm of what has reached each node; a node that nothing has reached is undecided."""
    data = data.to(args.device)
    source, target = data.edge_index
    weight = data.edge_weight if data.edge_weight is not None else torch.ones(data.num_edges, device=data.y.device)

    def hear(f):
        return torch.zeros_like(f).index_add(0, target, weight[:, None] * f[source])

    nodes = data.train_mask.nonzero().view(-1)
    known = torch.zeros(data.num_nodes, len(CLASS_NAMES), device=data.y.device)
    known[nodes, data.target[nodes]] = 1
    f = known
    for epoch in range(1, args.epochs + 1):
        before, f = f, propagated(f, known, data, hear)
        if epoch % 10 == 0 or epoch == args.epochs:
            print(f"epoch {epoch:4d}  change {(f - before).abs().sum() / data.num_nodes:.6f}")
    total = f.sum(dim=1, keepdim=True)
    share = f / torch.where(total > 0, total, 1.0)
    return torch.where(total > 0, share.clamp(min=1e-12).log(), 0.0)


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


def parsed_arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
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
