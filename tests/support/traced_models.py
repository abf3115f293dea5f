"""PyTorch functions and modules for the tests to trace."""

import operator

import torch
import torch.nn.functional as F  # noqa: N812  as everyone writes it
from torch import tensor


def unit(w, x, b=8.0, y=2.0):
    return 0.5 * (w * x + b - y) ** 2


def functions(w, v):
    a = torch.sin(w) * torch.cos(v) + torch.exp(-w) / (v + 2)
    b = torch.maximum(a, w) - torch.minimum(v, w) ** 3
    c = torch.sigmoid(b).tanh() + torch.sqrt(torch.abs(b) + 1).log()
    d = F.leaky_relu(c, 0.2) + F.softplus(c) + F.relu(c, inplace=False) + torch.square(c)
    return operator.neg(d).abs().relu()


def classified(z, k):
    return F.cross_entropy(z, k.long())


def arrays(w, x, y):
    z = x @ w.T
    p = F.softmax(z, dim=-1) + torch.log_softmax(z, 0)
    q = p.sum(dim=(0,), keepdim=True).double() + p.mean(1).sum()
    return F.mse_loss(q, y, reduction="sum")


def stacks(x, w):
    z = x.transpose(1, 2) @ w  # 2×4×2
    p = torch.softmax(z, 1) * torch.log_softmax(z, -1)
    return (p.swapaxes(-1, 1).sum(0).t() ** 3).sum() + (x.mT.sum((0, 2)) ** 2).mean()


def in_place(x):
    y = x * 3
    z = F.relu(y, inplace=True)
    return (y * z + F.leaky_relu(y - 1, 0.2, inplace=True)).sum()


def implicit(z):
    return (F.softmax(z) ** 2).sum()


class Alike(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.b = torch.nn.Parameter(tensor(3.0))
        self.add = torch.nn.Parameter(tensor(5.0))
        self.register_parameter("1", torch.nn.Parameter(tensor(7.0)))

    def forward(self, b):
        return (b + 1) * self.add * self.b + 1 * getattr(self, "1") / getattr(self, "1")


def holding(x):
    return (x * torch.tensor([1.0, 2.0])).sum(dim=[])


class Network(torch.nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.layers = torch.nn.Sequential(
            torch.nn.Linear(2, 3), torch.nn.Tanh(), torch.nn.Linear(3, 1, bias=False)
        )
        self.register_buffer("scale", torch.tensor(2.0))

    def forward(self, x, y):
        return (
            F.mse_loss(self.scale * self.layers(x), y)
            + (self.layers[0].weight ** 2).sum()
            + self.scale
        )


class Dropping(torch.nn.Module):
    """A network as for pictures, in whose training a part is dropped."""

    def __init__(self, share=0.5):
        super().__init__()
        torch.manual_seed(0)
        self.layers = torch.nn.Sequential(
            torch.nn.Flatten(), torch.nn.Linear(2, 2), torch.nn.ReLU(), torch.nn.Dropout(share)
        )

    def forward(self, x):
        return self.layers(x).mean()


class DroppingAll(torch.nn.Module):
    """One after the other, each way in which a part can be dropped."""

    def __init__(self):
        super().__init__()
        nn = torch.nn
        self.layers = nn.Sequential(
            nn.Dropout1d(), nn.Dropout2d(), nn.Dropout3d(), nn.AlphaDropout(),
            nn.FeatureAlphaDropout(),
        )  # fmt: skip

    def forward(self, x):
        return torch.nn.functional.alpha_dropout(self.layers(x)).sum()


def flattened(x):
    return torch.flatten(x).sum()


def cumulative(x):
    return torch.cumsum(x, 0).sum()


def method(x):
    return x.cumsum(0).sum()


def branching(x):
    return x if x > 0 else -x


def constant(x):  # noqa: ARG001  its result is what matters
    return 2.0


def smoothed(z, y):
    return F.cross_entropy(z, y, label_smoothing=0.1)


def stretched(x):
    return F.softplus(x, beta=2)


def named(J):  # noqa: N803  the name is the point
    return J * J


def none(x):
    return F.mse_loss(x, x, reduction="none")


def turned_first(x):
    return torch.transpose(x, 0, 1).sum()


def turned_too_far(x):
    return x.transpose(5, 4).sum()


def flattened_too_far(x):
    return x.flatten(3).sum()


def flattened_from_too_far(x):
    return x.flatten(-4, -1).sum()


def dropping_by_hand(x):
    return torch.nn.functional.alpha_dropout(x, training=True).sum()


def turned_round(x):
    return x.T.sum()


def rounded(x):
    return (x.long() * 2.0).sum()


def formatted(x):
    return (x.to(torch.float64).to(dtype=torch.int64) * 2.0).sum()


def judged(x):
    return (x.to(torch.bool) * 2.0).sum()


def turned(x):
    return torch.transpose(x, 0, 2).sum()


def listed(x):
    return operator.add(x, (1.0,))


class Needy(torch.nn.Module):
    def __init__(self, size):  # noqa: ARG002  it asks for one
        super().__init__()
