"""
Makes embeddings.json: the loss of PyTorch Geometric's Node2Vec and steps of torch's SparseAdam on given walks,
scikit-learn's logistic regression, numpy's singular values and label propagation by a dense linear solve.

    python -m venv venv && venv/bin/pip install torch torch_geometric numpy==2.4.6 scikit-learn==1.9.1
    venv/bin/python test/golden/embeddings.py > test/golden/embeddings.json

Node2Vec's constructor wants pyg-lib for its walks; its loss does not, and is called on walks that are given.
"""

import json
import sys
from types import SimpleNamespace

import numpy as np
import sklearn
import torch
import torch_geometric
from sklearn.linear_model import LogisticRegression
from torch_geometric.datasets import KarateClub
from torch_geometric.nn import Node2Vec

SEED = 3
rng = np.random.default_rng(SEED)
karate = KarateClub()[0]


def rounded(values, digits=7):
    return np.asarray(values, dtype=np.float64).reshape(-1).round(digits).tolist()


def windows(walks, context):
    """The stretches of the walks that Node2Vec.pos_sample makes."""
    return torch.cat([walks[:, j:j + context] for j in range(walks.size(1) - context + 1)])


def skip_gram(dimension, walk_length, context, negatives):
    num_nodes, learning_rate, steps = 12, 0.05, 3
    torch.manual_seed(SEED + dimension)
    # In double precision: in single, its 1 - sigmoid(x) loses three digits at x = 9.
    embedding = torch.nn.Embedding(num_nodes, dimension, sparse=True).double()
    with torch.no_grad():
        embedding.weight.mul_(0.5)
    initial = rounded(embedding.weight.detach())
    with torch.no_grad():
        embedding.weight.copy_(torch.tensor(initial, dtype=torch.float64).view(num_nodes, dimension))
    model = SimpleNamespace(embedding=embedding, embedding_dim=dimension, EPS=1e-15)
    optimizer = torch.optim.SparseAdam([embedding.weight], lr=learning_rate)
    batches, losses = [], []
    for _ in range(steps):
        # Node 11 is in no walk: its row and its moments must stay.
        positive = torch.randint(num_nodes - 1, (5, walk_length))
        negative = torch.randint(num_nodes - 1, (5 * negatives, walk_length))
        optimizer.zero_grad()
        loss = Node2Vec.loss(model, windows(positive, context), windows(negative, context))
        loss.backward()
        optimizer.step()
        batches.append({"positive": positive.view(-1).tolist(), "negative": negative.view(-1).tolist()})
        losses.append(loss.item())
    return {"numNodes": num_nodes, "dimension": dimension, "walkLength": walk_length, "context": context,
            "learningRate": learning_rate, "initial": initial, "batches": batches, "losses": losses,
            "weights": rounded(embedding.weight.detach())}


def logistic(num_rows, num_cols, num_classes, c):
    x = rng.normal(size=(num_rows, num_cols)).round(4)
    y = np.arange(num_rows) % num_classes
    x[:, 0] += y
    x = x.round(4)
    fit = LogisticRegression(C=c, tol=1e-10, max_iter=10000).fit(x, y)
    return {"numCols": num_cols, "numClasses": num_classes, "c": c, "x": rounded(x), "y": y.tolist(),
            "weights": rounded(fit.coef_.T), "bias": rounded(fit.intercept_),
            "logits": rounded(fit.decision_function(x))}


def dense_adjacency(edges, num_nodes):
    """Row = target, column = source."""
    a = np.zeros((num_nodes, num_nodes))
    for source, target, weight in edges:
        a[target, source] = weight
    return a


def factorised(name, a, rank):
    m = a + a @ a
    u, s, vt = np.linalg.svd(m)
    return {"name": name, "numNodes": len(a), "rank": rank,
            "edges": [[int(j), int(i), a[i, j]] for i in range(len(a)) for j in range(len(a)) if a[i, j]],
            "values": rounded(s[:rank]),
            # Signs are free: what both roles of the embedding say together is not.
            "similarity": rounded((u[:, :rank] * s[:rank]) @ u[:, :rank].T, 5)}


def propagated(name, alpha):
    """Fixed points: Zhu and Ghahramani's clamped one, Zhou's spreading with alpha."""
    a = np.zeros((34, 34))
    a[karate.edge_index[1], karate.edge_index[0]] = 1
    degree = a.sum(1)
    seeds = np.flatnonzero(karate.train_mask.numpy())
    y = np.zeros((34, 4))
    y[seeds, karate.y[seeds]] = 1
    if alpha is None:
        t = a / degree[:, None]
        rest = np.setdiff1d(np.arange(34), seeds)
        f = y.copy()
        f[rest] = np.linalg.solve(np.eye(len(rest)) - t[np.ix_(rest, rest)], t[np.ix_(rest, seeds)] @ y[seeds])
    else:
        s = a / np.sqrt(np.outer(degree, degree))
        f = (1 - alpha) * np.linalg.solve(np.eye(34) - alpha * s, y)
    return {"name": name, "alpha": alpha, "distribution": rounded(f / f.sum(1, keepdims=True), 6)}


undirected = np.zeros((34, 34))
undirected[karate.edge_index[1], karate.edge_index[0]] = 1
directed = np.where(rng.random((20, 20)) < 0.15, rng.random((20, 20)).round(2), 0)
np.fill_diagonal(directed, 0)
directed[:, 7] = directed[7, :] = 0

json.dump({
    "madeWith": {"python": sys.version.split()[0], "numpy": np.__version__, "scikit-learn": sklearn.__version__,
                 "torch": torch.__version__, "torch_geometric": torch_geometric.__version__, "seed": SEED},
    "skipGram": [skip_gram(8, 6, 3, 1), skip_gram(5, 7, 5, 2), skip_gram(38, 4, 4, 1)],
    "logisticRegression": [logistic(30, 5, 3, 1.0), logistic(24, 40, 4, 1.0), logistic(30, 5, 5, 0.1)],
    "factorisation": [factorised("Karate Club", undirected, 6), factorised("directed, weighted", directed, 5)],
    "labelPropagation": [propagated("clamped", None), propagated("spreading", 0.9)],
}, sys.stdout)
print()
