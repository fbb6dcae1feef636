"""Makes projection.json: PCA and trustworthiness by scikit-learn, UMAP's a and b by scipy.

    python -m venv venv && venv/bin/pip install numpy==2.4.6 scikit-learn==1.9.1 scipy==1.17.1
    venv/bin/python test/golden/projection.py > test/golden/projection.json
"""
import json

import numpy as np
import scipy
import sklearn
from scipy.optimize import curve_fit
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness

rng = np.random.default_rng(5)


def pca_case(x):
    fit = PCA(n_components=2, svd_solver="full").fit(x)
    return {
        "x": np.round(x, 4).tolist(),
        "positions": fit.transform(x).round(6).tolist(),
        "components": fit.components_.round(6).tolist(),
        "share": fit.explained_variance_ratio_.round(6).tolist(),
    }


def low_rank(n, d, rank, noise):
    x = rng.normal(size=(n, rank)) * np.arange(rank, 0, -1) @ rng.normal(size=(rank, d))
    return (x + noise * rng.normal(size=(n, d)) + rng.normal(size=d)).round(4)


def trust_case(n, d, k):
    x = low_rank(n, d, 3, 0.5)
    low = (x[:, :2] + rng.normal(size=(n, 2))).round(4)
    return {"x": x.tolist(), "low": low.tolist(), "k": k, "value": trustworthiness(x, low, n_neighbors=k)}


def tied_case(n, d, k):
    """Rows of words: most pairs tie. scikit-learn sorts in no particular order; a tiny term tells ties apart by index."""
    x = (rng.random((n, d)) < 0.05).astype(float)
    low = rng.normal(size=(n, 2)).round(4)
    distance = ((x[:, None] - x[None]) ** 2).sum(-1) + 1e-6 * np.arange(n)[None]
    np.fill_diagonal(distance, 0)
    return {"x": x.tolist(), "low": low.tolist(), "k": k, "value": trustworthiness(distance, low, n_neighbors=k, metric="precomputed")}


def curve(spread, min_dist):
    x = np.linspace(0, spread * 3, 300)
    y = np.where(x < min_dist, 1.0, np.exp(-(x - min_dist) / spread))
    (a, b), _ = curve_fit(lambda x, a, b: 1 / (1 + a * x ** (2 * b)), x, y)
    return {"spread": spread, "minDist": min_dist, "a": a, "b": b}


sparse = np.where(rng.random((30, 40)) < 0.1, rng.integers(1, 4, (30, 40)) / 2.0, 0.0)

print(
    json.dumps(
        {
            "versions": {"numpy": np.__version__, "scikit-learn": sklearn.__version__, "scipy": scipy.__version__},
            "pca": {"narrow": pca_case(low_rank(25, 6, 3, 0.3)), "wide": pca_case(low_rank(20, 30, 3, 0.2)), "sparse": pca_case(sparse)},
            "trustworthiness": [trust_case(40, 5, 5), trust_case(40, 5, 15)],
            "tied": tied_case(60, 20, 7),
            "curve": [curve(1.0, 0.1), curve(1.0, 0.5), curve(2.0, 0.1)],
        }
    )
)
