"""Makes linkRun.json: what PyTorch and scikit-learn make of one saved run of link prediction.

    python -m venv venv && venv/bin/pip install torch==2.15.0 scikit-learn
    venv/bin/python test/golden/linkRun.py

linkRun.given.json holds the run: a graph convolution of two layers on Karate Club after five epochs, its weights, the
edges that carry messages when each part is scored, and the pairs held out. Arrays are flat and row-major.
"""
import json
from pathlib import Path

import torch
import torch.nn.functional as F
from sklearn.metrics import average_precision_score, roc_auc_score

here = Path(__file__).parent
given = json.loads((here / "linkRun.given.json").read_text())
nodes, hidden, width = given["numNodes"], given["hidden"], given["width"]
weights = torch.tensor(given["weights"], dtype=torch.float64)
sizes = [nodes * hidden, hidden, hidden * width, width]
w1, b1, w2, b2 = weights.split(sizes)


def embedding(source, target):
    a = torch.eye(nodes, dtype=torch.float64)
    a[target, source] = 1
    scale = a.sum(1).rsqrt()
    a = scale[:, None] * a * scale
    h = F.relu(a @ w1.reshape(nodes, hidden) + b1)
    return a @ (h @ w2.reshape(hidden, width)) + b2


def scored(part):
    z = embedding(*part["messages"])
    ends = lambda pairs: (z[pairs[0]] * z[pairs[1]]).sum(1)
    right, wrong = ends(part["positives"]), ends(part["negatives"])
    scores = torch.cat([right, wrong])
    truth = torch.cat([torch.ones_like(right), torch.zeros_like(wrong)])
    ranks = [
        1 + float((wrong > s).sum()) + float((wrong == s).sum()) / 2 for s in right
    ]
    return {
        "scores": scores.tolist(),
        "loss": float(F.binary_cross_entropy_with_logits(scores, truth)),
        "auc": float(roc_auc_score(truth, scores)),
        "ap": float(average_precision_score(truth, scores)),
        "mrr": sum(1 / rank for rank in ranks) / len(ranks),
    }


parts = {name: scored(given[name]) for name in ("val", "test")}
(here / "linkRun.json").write_text(json.dumps(parts, indent=1) + "\n")
