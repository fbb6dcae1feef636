"""Makes optimiser.json: weights after steps of torch.optim.SGD with momentum, Adam and AdamW, two groups of parameters
with a learning rate and a weight decay each.

    python -m venv venv && venv/bin/pip install torch==2.15.0
    venv/bin/python test/golden/optimiser.py > test/golden/optimiser.json
"""
import json

import torch

STEPS = 6
RATES, DECAYS, MOMENTUM = [0.05, 0.2], [0.1, 0.02], 0.8

generator = torch.Generator().manual_seed(3)
draw = lambda *shape: torch.randn(*shape, generator=generator).mul(1e4).round().div(1e4)
start = [draw(5), draw(3)]
gradients = [[draw(5), draw(3)] for _ in range(STEPS)]


def after(make):
    weights = [w.clone() for w in start]
    groups = [
        {"params": [w], "lr": rate, "weight_decay": decay} for w, rate, decay in zip(weights, RATES, DECAYS)
    ]
    optimiser = make(groups)
    history = []
    for step in gradients:
        for w, g in zip(weights, step):
            w.grad = g.clone()
        optimiser.step()
        history.append([round(x, 7) for x in torch.cat(weights).tolist()])
    return history


rounded = lambda tensors: [round(x, 4) for x in torch.cat(tensors).tolist()]
print(
    json.dumps(
        {
            "torch": torch.__version__,
            "rates": RATES,
            "decays": DECAYS,
            "momentum": MOMENTUM,
            "sizes": [5, 3],
            "start": rounded(start),
            "gradients": [rounded(step) for step in gradients],
            "after": {
                "sgd": after(lambda groups: torch.optim.SGD(groups, lr=1, momentum=MOMENTUM)),
                "adam": after(lambda groups: torch.optim.Adam(groups)),
                "adamw": after(lambda groups: torch.optim.AdamW(groups)),
            },
        }
    )
)
