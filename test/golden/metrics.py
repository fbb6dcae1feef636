"""Makes metrics.json: what scikit-learn and the formulas of OGB's Evaluator say of scores with ties.

    python -m venv venv && venv/bin/pip install scikit-learn numpy torch
    venv/bin/python test/golden/metrics.py > test/golden/metrics.json

hits() and mrr() are ogb/linkproppred/evaluate.py (_eval_hits and _eval_mrr, torch branch), version 1.3.6.
"""
import json

import numpy as np
import sklearn
import torch
from sklearn.metrics import (average_precision_score, balanced_accuracy_score, f1_score, precision_score, recall_score,
                             roc_auc_score)


def hits(positives, negatives, k):
    if len(negatives) < k:
        return 1.0
    kth = torch.topk(torch.tensor(negatives, dtype=torch.float64), k)[0][-1]
    return float(torch.sum(torch.tensor(positives, dtype=torch.float64) > kth)) / len(positives)


def mrr(positives, negatives):
    pos = torch.tensor(positives, dtype=torch.float64).view(-1, 1)
    neg = torch.tensor(negatives, dtype=torch.float64).view(1, -1)
    optimistic = (neg > pos).sum(dim=1)
    pessimistic = (neg >= pos).sum(dim=1)
    ranking = 0.5 * (optimistic + pessimistic) + 1
    return float((1.0 / ranking.to(torch.float64)).mean())


rng = np.random.default_rng(5)
CASES = {
    "smooth": (rng.normal(1, 1, 40).round(6), rng.normal(0, 1, 60).round(6)),
    "tied": (rng.integers(0, 4, 50), rng.integers(0, 3, 70)),
    "mostly zero": (rng.integers(0, 5, 40) * (rng.random(40) < 0.4), rng.integers(0, 2, 300) * (rng.random(300) < 0.02)),
    "all equal": (np.zeros(8), np.zeros(5)),
    "perfect": (np.arange(10) + 10, np.arange(12)),
    "reversed": (np.arange(10), np.arange(12) + 20),
    "few": (np.array([0.3]), np.array([0.3, 0.1])),
}

ranked = []
for name, (positives, negatives) in CASES.items():
    positives, negatives = positives.astype(float).tolist(), negatives.astype(float).tolist()
    truth = [1] * len(positives) + [0] * len(negatives)
    scores = positives + negatives
    taken = [score >= 0.5 for score in scores]
    ranked.append({
        "name": name,
        "positives": positives,
        "negatives": negatives,
        "auc": roc_auc_score(truth, scores),
        "averagePrecision": average_precision_score(truth, scores),
        "hits": {str(k): hits(positives, negatives, k) for k in (1, 3, 10, 50)},
        "mrr": mrr(positives, negatives),
        "precision": precision_score(truth, taken, zero_division=0),
        "recall": recall_score(truth, taken, zero_division=0),
    })

classes = []
for name, truth, guess in [
    ("balanced", rng.integers(0, 4, 80), rng.integers(0, 4, 80)),
    ("rare class", (rng.random(100) < 0.03).astype(int), np.zeros(100, int)),
    ("a class that is only predicted", rng.integers(0, 2, 40), rng.integers(0, 4, 40)),
]:
    classes.append({
        "name": name,
        "y": truth.tolist(),
        "predicted": guess.tolist(),
        "macroF1": f1_score(truth, guess, average="macro", zero_division=0),
        "balancedAccuracy": balanced_accuracy_score(truth, guess),
    })

print(json.dumps({"scikit-learn": sklearn.__version__, "ranked": ranked, "classes": classes}))
