"""Makes the samples in this folder that only Python can write. NumPy 2.4.6, SciPy 1.17.1, Python 3.11.

    python make.py

One graph of five nodes: 0 -> 1 (weight 1), 1 -> 2 (0.5), 2 -> 0 (2), 3 -> 3 (1); node 4 has no edge.
"""
import pickle
from collections import defaultdict
from pathlib import Path

import numpy as np
import scipy.sparse as sp

HERE = Path(__file__).parent
adj = sp.csr_matrix(
    (np.array([1, 0.5, 2, 1], "f4"), (np.array([0, 1, 2, 3]), np.array([1, 2, 0, 3]))), shape=(5, 5)
)
attr = sp.csr_matrix(np.array([[1, 0, 0], [0, 2, 0], [0, 0, 3], [1, 1, 0], [0, 0, 0]], "f4"))


def parts(prefix, matrix):
    return {
        f"{prefix}_data": matrix.data,
        f"{prefix}_indices": matrix.indices,
        f"{prefix}_indptr": matrix.indptr,
        f"{prefix}_shape": matrix.shape,
    }


np.savez(
    HERE / "benchmark.npz",
    **parts("adj", adj),
    **parts("attr", attr),
    labels=np.array([0, 1, 0, 1, -1]),
    node_names=np.array(["ann", "bob", "cid", "dov", "eva\u0308"]),
    class_names=np.array(["red", "green"]),
    idx_to_attr=np.array({0: "a", 1: "b"}, dtype=object),
)
edges = np.array([[0, 1, 2, 3], [1, 2, 0, 3]])
masks = {
    "train_mask": np.array([1, 0, 0, 0, 0], bool),
    "val_mask": np.array([0, 1, 0, 0, 0], bool),
    "test_mask": np.array([0, 0, 1, 1, 0], bool),
}
x = np.asarray(attr.todense())
np.savez_compressed(
    HERE / "plain.npz",
    edge_index=edges,
    edge_attr=np.array([[1, 10], [0.5, 20], [2, 30], [1, 40]]),
    x=np.asfortranarray(x),
    y=np.array([0, 1, 0, 1, 1]),
    pos=np.arange(10, dtype="f8").reshape(5, 2),
    **masks,
)
np.savez_compressed(
    HERE / "heterophilous.npz",
    node_features=x.astype(">f8"),
    node_labels=np.array([0, 1, 0, 1, 1]),
    edges=edges.T,
    **{f"{name}s": np.stack([mask, ~mask]) for name, mask in masks.items()},
)
for form in ("csr", "csc", "coo"):
    sp.save_npz(HERE / f"scipy-{form}.npz", adj.asformat(form))

arrays = {
    "f2": np.array([0.5, -2, 6.103515625e-05, 5.960464477539063e-08], "f2"),
    "big-i8": np.array([[1, -2, 3], [4, 5, -(2**40)]], ">i8"),
    "fortran-u2": np.asfortranarray(np.array([[1, 2, 3], [4, 5, 65535]], "u2")),
    "truth": np.array([True, False]),
    "text": np.array(["ja", "nein", "\U0001f600"]),
    "bytes": np.array([b"ab", b"c"]),
    "scalar": np.array(7, "u1"),
    "object": np.array([{"a": 1}], dtype=object),
    "record": np.array([(1, 2.0)], dtype=[("a", "i4"), ("b", "f8")]),
}
for name, array in arrays.items():
    np.save(HERE / f"{name}.npy", array)
with open(HERE / "version2.npy", "wb") as file:
    np.lib.format.write_array(file, np.arange(3, dtype="i4"), version=(2, 0))

# The eight files as Python 3 writes them: six nodes, 0 to 3 in allx, 5 and 4 in tx; two training nodes.
features = np.array([[1, 0, 0], [0, 2, 0], [0, 0, 3], [1, 1, 0]], "f4")
one_hot = np.eye(2, dtype="i4")
graph = defaultdict(list, {0: [1, 5], 1: [0], 2: [3, 3], 3: [2, 2], 4: [4], 5: [0]})
for protocol in (2, 5):
    contents = {
        "x": sp.csr_matrix(features[:2]),
        "allx": sp.csr_matrix(features),
        "tx": sp.csr_matrix(features[:2]),
        "y": one_hot[[0, 1]],
        "ally": one_hot[[0, 1, 0, 1]],
        "ty": one_hot[[1, 0]],
        "graph": graph,
    }
    for part, value in contents.items():
        (HERE / f"ind.protocol{protocol}.{part}").write_bytes(pickle.dumps(value, protocol))
    (HERE / f"ind.protocol{protocol}.test.index").write_text("5\n4\n")
