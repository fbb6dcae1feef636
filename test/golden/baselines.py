"""Makes baselines.json: scores of pairs by NetworkX, scikit-learn and SciPy, on a graph of which some edges are held out.

    python -m venv venv && venv/bin/pip install networkx scikit-learn scipy numpy
    venv/bin/python test/golden/baselines.py > test/golden/baselines.json

NetworkX has no Katz of pairs: that one is a sum of powers of the adjacency matrix. Nodes 58 and 59 are an edge by
themselves, 60 and 61 have none; node 7 has no feature.
"""
import json

import networkx as nx
import numpy as np
import scipy
import sklearn
from sklearn.metrics.pairwise import cosine_similarity

rng = np.random.default_rng(11)
whole = nx.powerlaw_cluster_graph(58, 3, 0.4, seed=4)
whole.add_nodes_from(range(58, 62))
whole.add_edge(58, 59)
edges = [tuple(map(int, edge)) for edge in whole.edges]
held_out = [edges[k] for k in rng.permutation(len(edges) - 1)[:16]]
messages = whole.copy()
messages.remove_edges_from(held_out)
strangers = [(a, b) for a in range(62) for b in range(a + 1, 62) if not whole.has_edge(a, b)]
drawn = [strangers[k] for k in rng.permutation(len(strangers))[:24]]
pairs = held_out + drawn + [(60, 61), (58, 60), (3, 58)]
features = (rng.random((62, 12)) < 0.25).astype(float)
features[7] = 0


def listed(scores):
    return [float(f"{score:.12g}") for score in scores]


def networkx(rule):
    return listed(score for _, _, score in rule(messages, pairs))


def katz():
    adjacency = nx.to_scipy_sparse_array(messages, nodelist=range(62), dtype=float)
    total, power = 0, scipy.sparse.eye_array(62)
    for step in range(1, 7):
        power = power @ adjacency
        total = total + 0.05**step * power
    return listed(total.toarray()[u, v] for u, v in pairs)


def pagerank():
    by_node = {u: nx.pagerank(messages, alpha=0.85, personalization={u: 1}, tol=1e-14, max_iter=1000)
               for u in {node for pair in pairs for node in pair}}
    return listed(by_node[u][v] + by_node[v][u] for u, v in pairs)


def path():
    return listed(1 / nx.shortest_path_length(messages, u, v) if nx.has_path(messages, u, v) else 0 for u, v in pairs)


similar = cosine_similarity(features)
print(json.dumps({
    "networkx": nx.__version__,
    "scikit-learn": sklearn.__version__,
    "numNodes": 62,
    "messages": [list(map(int, edge)) for edge in messages.edges],
    "pairs": pairs,
    "features": features.astype(int).tolist(),
    "scores": {
        "common neighbours": listed(len(list(nx.common_neighbors(messages, u, v))) for u, v in pairs),
        "jaccard": networkx(nx.jaccard_coefficient),
        "adamic-adar": networkx(nx.adamic_adar_index),
        "resource allocation": networkx(nx.resource_allocation_index),
        "preferential attachment": networkx(nx.preferential_attachment),
        "katz": katz(),
        "personalised pagerank": pagerank(),
        "shortest path": path(),
        "feature cosine": listed(similar[u, v] for u, v in pairs),
    },
}))
