"""The first eigenvectors of the symmetric normalised Laplacian, by numpy.

Writes laplacian.json: of Karate Club, and of a random weighted graph with two components, a third part without edges,
and more nodes than are solved at once: edges (source, target, weight), eigenvalues above 0 and their unit vectors,
one row per eigenvector, the largest entry positive.
"""
import json
import numpy as np
import networkx as nx

SIZE = 6


def eigenvectors(n, edges):
    adjacency = np.zeros((n, n))
    for s, t, w in edges:
        adjacency[s, t] = adjacency[t, s] = w
    degree = adjacency.sum(1)
    active = degree > 0
    scale = np.where(active, 1 / np.sqrt(np.where(active, degree, 1)), 0)
    # A node without edges has a row of zeros here: no eigenvector above 0 touches it.
    laplacian = np.diag(active.astype(float)) - scale[:, None] * adjacency * scale[None, :]
    values, vectors = np.linalg.eigh(laplacian)
    above = [k for k in range(n) if values[k] > 1e-8][:SIZE]
    rows = []
    for k in above:
        vector = vectors[:, k]
        rows.append(vector * np.sign(vector[np.argmax(np.abs(vector))]))
    return {
        "numNodes": n,
        "source": [s for s, _, _ in edges],
        "target": [t for _, t, _ in edges],
        "weight": [w for _, _, w in edges],
        "values": [round(float(values[k]), 10) for k in above],
        "vectors": [[round(float(x), 8) for x in row] for row in rows],
    }


def karate():
    club = nx.karate_club_graph()
    return eigenvectors(34, [(s, t, 1) for s, t in club.edges()])


def two_parts():
    rng = np.random.default_rng(3)
    edges = {}
    for first, size, count in ((0, 160, 330), (160, 60, 110)):
        for node in range(1, size):
            edges[(first + int(rng.integers(node)), first + node)] = None
        while count > 0:
            a, b = sorted(rng.integers(size, size=2))
            if a != b:
                edges[(first + int(a), first + int(b))] = None
                count -= 1
    return eigenvectors(223, [(s, t, int(rng.integers(1, 9)) / 4) for s, t in sorted(edges)])


with open("test/golden/laplacian.json", "w") as file:
    versions = {"numpy": np.__version__, "networkx": nx.__version__}
    json.dump({"versions": versions, "karate": karate(), "twoParts": two_parts()}, file)
    file.write("\n")
