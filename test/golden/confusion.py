"""Makes confusion.json: confusion matrix and scores per class by scikit-learn.

    python -m venv venv && venv/bin/pip install scikit-learn==1.9.1
    venv/bin/python test/golden/confusion.py > test/golden/confusion.json

One case has a class that is never predicted and one that never occurs: scikit-learn's zero_division=0.
"""
import json

import numpy as np
import sklearn
from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support

rng = np.random.default_rng(11)


def case(y, predicted, num_classes):
    labels = list(range(num_classes))
    precision, recall, f1, support = precision_recall_fscore_support(y, predicted, labels=labels, zero_division=0)
    return {
        "numClasses": num_classes,
        "y": y.tolist(),
        "predicted": predicted.tolist(),
        "matrix": confusion_matrix(y, predicted, labels=labels).tolist(),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "accuracy": accuracy_score(y, predicted),
    }


def noisy(n, num_classes, share):
    y = rng.integers(0, num_classes, n)
    wrong = rng.random(n) < share
    return y, np.where(wrong, rng.integers(0, num_classes, n), y)


seven = noisy(120, 7, 0.4)
odd_y, odd_predicted = noisy(40, 3, 0.5)
odd_predicted[odd_predicted == 2] = 0  # class 2 is never predicted; class 3 never occurs
json.dump(
    {
        "versions": {"sklearn": sklearn.__version__},
        "cases": [case(*seven, 7), case(odd_y, odd_predicted, 4)],
    },
    __import__("sys").stdout,
)
