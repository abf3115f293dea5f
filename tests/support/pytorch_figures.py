"""Prints tests/data/pytorch-training.json: how PyTorch itself trains three small problems.

PyTorch is no dependency of the tests, so its figures are stored:
`python tests/support/pytorch_figures.py > tests/data/pytorch-training.json`.
"""

import json

import torch

STEPS = 100
RATES = {"gd": 0.05, "momentum": 0.01, "adam": 0.05}
X = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
Y = [[0.0], [1.0], [1.0], [0.0]]
START = {
    "unit": {"w": 2.0, "b": 8.0},
    "rows": {"w": 0.5, "b": -1.0},
    "network": {
        "W1": [[0.9, -1.1, 0.4], [1.3, 0.7, -0.8]],
        "b1": [0.1, -0.2, 0.3],
        "W2": [[1.2], [-0.9], [0.6]],
        "b2": [0.05],
    },
}
ROWS = [(-2.0, 2.0), (1.0, 3.5), (0.5, -1.0)]


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


def loss(problem, at, step):
    if problem == "unit":
        return 0.5 * (at["w"] * -2.0 + at["b"] - 2.0) ** 2
    if problem == "rows":
        x, y = ROWS[step % len(ROWS)]
        return 0.5 * (at["w"] * x + at["b"] - y) ** 2
    hidden = torch.tanh(tensor(X) @ at["W1"] + at["b1"])
    return (0.5 * (hidden @ at["W2"] + at["b2"] - tensor(Y)) ** 2).mean()


def trained(problem, name):
    at = {key: tensor(value).requires_grad_() for key, value in START[problem].items()}
    rate = RATES[name]
    made = {
        "gd": lambda: torch.optim.SGD(at.values(), lr=rate),
        "momentum": lambda: torch.optim.SGD(at.values(), lr=rate, momentum=0.9),
        "adam": lambda: torch.optim.Adam(at.values(), lr=rate),
    }[name]()
    history = [loss(problem, at, 0).item()]
    for step in range(STEPS):
        made.zero_grad()
        loss(problem, at, step).backward()
        made.step()
        history.append(loss(problem, at, step + 1).item())
    return {
        "rate": rate,
        "history": history,
        "parameters": {key: value.tolist() for key, value in at.items()},
    }


if __name__ == "__main__":
    figures = {p: {"start": START[p], **{o: trained(p, o) for o in RATES}} for p in START}
    print(json.dumps({"torch": torch.__version__.split("+")[0], **figures}, indent=1))
