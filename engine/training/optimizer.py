"""How a step moves the parameters: gradient descent, momentum, Adam.

The rules and the constants are those of PyTorch: SGD, SGD with momentum 0.9, and Adam (Kingma and
Ba, 2015). All parameters are one flat vector; an optimizer keeps its state from step to step.
"""

from abc import ABC, abstractmethod
from math import isfinite, sqrt

import numpy as np

from engine.errors import GraphError
from engine.language import sentence
from engine.value import Array
from engine.words.suggestion import did_you_mean

__all__ = ["OPTIMIZERS", "RATE", "Adam", "GradientDescent", "Momentum", "Optimizer", "optimizer"]

RATE = 0.01
"""The learning rate where none is named."""

_MOMENTUM = 0.9
_BETA1, _BETA2, _EPSILON = 0.9, 0.999, 1e-8


class Optimizer(ABC):
    """A rule that moves a vector against its gradient; `rate` may be changed between steps."""

    name: str
    title: str
    _rate: float

    def __init__(self, rate: float = RATE) -> None:
        """Begin without a past; raises GraphError for a rate that is no positive number."""
        self.rate = rate
        self.reset()

    @property
    def rate(self) -> float:
        """The learning rate."""
        return self._rate

    @rate.setter
    def rate(self, rate: float) -> None:
        if not (isfinite(rate) and rate > 0.0):
            said = sentence("the rate must be a positive number, not {rate}", rate=f"{rate:g}")
            raise GraphError(said)
        self._rate = float(rate)

    @abstractmethod
    def moved(self, at: Array, gradient: Array) -> Array:
        """Return where one step leads from `at`; both vectors stay as they are."""

    @abstractmethod
    def reset(self) -> None:
        """Forget all earlier steps."""


class GradientDescent(Optimizer):
    """x − rate · g."""

    name, title = "gd", "Gradient descent"

    def moved(self, at: Array, gradient: Array) -> Array:
        """Return where one step leads."""
        return at - self.rate * gradient

    def reset(self) -> None:
        """Do nothing: plain gradient descent keeps nothing."""


class Momentum(Optimizer):
    """v ← 0.9 v + g, then x − rate · v; the first v is g."""

    name, title = "momentum", "Momentum"
    _speed: Array | None

    def moved(self, at: Array, gradient: Array) -> Array:
        """Return where one step leads."""
        self._speed = gradient if self._speed is None else _MOMENTUM * self._speed + gradient
        return at - self.rate * self._speed

    def reset(self) -> None:
        """Forget all earlier steps."""
        self._speed = None


class Adam(Optimizer):
    """x − rate · m̂ / (√v̂ + 1e-8), with m̂ and v̂ the bias-corrected means of g and g²."""

    name, title = "adam", "Adam"
    _mean: Array | None
    _square: Array | None
    _step: int

    def moved(self, at: Array, gradient: Array) -> Array:
        """Return where one step leads."""
        if self._mean is None or self._square is None:
            self._mean, self._square = np.zeros_like(at), np.zeros_like(at)
        self._step += 1
        self._mean = self._mean + (1.0 - _BETA1) * (gradient - self._mean)
        self._square = _BETA2 * self._square + (1.0 - _BETA2) * gradient * gradient
        step = self.rate / (1.0 - _BETA1**self._step)
        root = np.sqrt(self._square) / sqrt(1.0 - _BETA2**self._step) + _EPSILON
        moved: Array = at - step * self._mean / root
        return moved

    def reset(self) -> None:
        """Forget all earlier steps."""
        self._mean = None
        self._square = None
        self._step = 0


OPTIMIZERS: dict[str, type[Optimizer]] = {
    kind.name: kind for kind in (GradientDescent, Momentum, Adam)
}


def optimizer(name: str, rate: float = RATE) -> Optimizer:
    """Return the optimizer called `name`: `gd`, `momentum` or `adam`; raises GraphError."""
    if name not in OPTIMIZERS:
        known = ", ".join(OPTIMIZERS)
        said = sentence("unknown optimizer '{name}'", name=name)
        meant = did_you_mean(name, OPTIMIZERS)
        raise GraphError(f"{said}{meant}{sentence('; known: {known}', known=known)}")
    return OPTIMIZERS[name](rate)
