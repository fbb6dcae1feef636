"""Makes losses.json: decoders and losses of PyTorch, each with its gradients.

    python -m venv venv && venv/bin/pip install torch==2.15.0
    venv/bin/python test/golden/losses.py > test/golden/losses.json

Arrays are flat and row-major. Pairs are source, target.
"""
import json

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
generator = torch.Generator().manual_seed(8)
draw = lambda *shape: torch.randn(*shape, generator=generator).mul(1e3).round().div(1e3)
flat = lambda tensor: [float(f"{x:.10g}") for x in tensor.detach().reshape(-1).tolist()]

NODES, WIDTH, HIDDEN = 7, 5, 4
z = draw(NODES, WIDTH)
# A pair twice, and a node with itself.
pairs = torch.tensor([[3, 0], [1, 2], [5, 2], [1, 2], [6, 4], [4, 4], [0, 5], [2, 6]]).t()
dy = draw(pairs.size(1))


def of(f, *inputs):
    leaves = [x.clone().requires_grad_() for x in inputs]
    value = f(*leaves)
    (value * dy if value.dim() else value).sum().backward()
    return {"value": flat(value), "gradients": [flat(leaf.grad) for leaf in leaves]}


ends = lambda x: (x[pairs[0]], x[pairs[1]])


def dot(x):
    u, v = ends(x)
    return (u * v).sum(1)


def cosine(x):
    return F.cosine_similarity(*ends(x))


def bilinear(x, w):
    u, v = ends(x)
    return (F.bilinear(u, v, w[None]) + F.bilinear(v, u, w[None]))[:, 0] / 2


def mlp(x, w, b, out, c):
    u, v = ends(x)
    return (F.relu((u * v) @ w + b) @ out + c)[:, 0]


weights = {
    "dot": [],
    "cosine": [],
    "bilinear": [draw(WIDTH, WIDTH)],
    "mlp": [draw(WIDTH, HIDDEN), draw(HIDDEN), draw(HIDDEN, 1), draw(1)],
}
decoders = {
    f.__name__: {"weights": [flat(w) for w in weights[f.__name__]], **of(f, z, *weights[f.__name__])}
    for f in (dot, cosine, bilinear, mlp)
}

# Some that would overflow without care.
positives = torch.cat([draw(6) * 2, torch.tensor([90.0, -60.0])])
negatives = torch.cat([draw(6) * 2, torch.tensor([-80.0, 70.0])])
MARGIN = 0.7
bce = F.binary_cross_entropy_with_logits
pair_losses = {
    "binaryCrossEntropy": of(
        lambda p, n: bce(torch.cat([p, n]), torch.cat([torch.ones_like(p), torch.zeros_like(n)])), positives, negatives),
    "reconstruction": of(
        lambda p, n: bce(p, torch.ones_like(p)) + bce(n, torch.zeros_like(n)), positives, negatives),
    "hinge": of(lambda p, n: F.margin_ranking_loss(p, n, torch.ones_like(p), margin=MARGIN), positives, negatives),
    "logistic": of(lambda p, n: -F.logsigmoid(p - n).mean(), positives, negatives),
}

# Those of one anchor in the order in which they are compared: ascending.
anchors, partners, others = [0, 1, 2, 2, 6], [3, 2, 1, 5, 4], [5, 4, 3, 6, 0]
triplet = of(lambda x: F.triplet_margin_loss(x[anchors], x[partners], x[others], margin=MARGIN), z)

mu, logstd, noise = draw(NODES, 3), draw(NODES, 3), draw(NODES, 3)
logstd[0, 0] = 11
MAX_LOGSTD = 10


def kl(m, l):
    l = l.clamp(max=MAX_LOGSTD)
    return -0.5 * torch.mean(torch.sum(1 + 2 * l - m**2 - l.exp() ** 2, dim=1))


def sampled(m, l):
    return (m + noise * l.clamp(max=MAX_LOGSTD).exp()).mul(noise).mean()


logits = draw(9, 4) * 3
classes = torch.tensor([0, 3, -1, 2, 2, 1, -1, 0, 2])
labelled = classes >= 0
CLASS_WEIGHTS = torch.tensor([0.5, 2.0, 1.0, 4.0])
one_hot = F.one_hot(classes.clamp(min=0), 4).double()


def weighted(each, w):
    share = w[classes[labelled]]
    return (each * share).sum() / share.sum()


def class_losses(w):
    known = lambda x: (x[labelled], classes[labelled])
    focal_of = lambda gamma: lambda x: weighted(
        (1 - (logp := -F.cross_entropy(*known(x), reduction="none")).exp()) ** gamma * -logp, w)
    return {
        "crossEntropy": of(lambda x: F.cross_entropy(*known(x), weight=w), logits),
        "oneVersusRest": of(
            lambda x: weighted(bce(x[labelled], one_hot[labelled], reduction="none").mean(1), w), logits),
        "hinge": of(lambda x: weighted(F.multi_margin_loss(*known(x), reduction="none"), w), logits),
        "focal": of(focal_of(2), logits),
        "focal0": of(focal_of(0), logits),
        "focal1.5": of(focal_of(1.5), logits),
    }


print(json.dumps({
    "torch": torch.__version__,
    "numNodes": NODES, "width": WIDTH, "hidden": HIDDEN,
    "z": flat(z), "pairs": pairs.t().tolist(), "dy": flat(dy), "decoders": decoders,
    "positives": flat(positives), "negatives": flat(negatives), "margin": MARGIN, "pairLosses": pair_losses,
    "anchors": anchors, "partners": partners, "others": others, "triplet": triplet,
    "mu": flat(mu), "logstd": flat(logstd), "noise": flat(noise), "kl": of(kl, mu, logstd), "sampled": of(sampled, mu, logstd),
    "logits": flat(logits), "classes": classes.tolist(), "numClasses": 4, "classWeights": flat(CLASS_WEIGHTS),
    "classLosses": {"even": class_losses(torch.ones(4)), "weighted": class_losses(CLASS_WEIGHTS)},
}))
