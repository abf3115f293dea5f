"""The span of a leaf's slider, from where to where in which steps: the attribute `slider`."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import engine
from engine.graph.dicts import attributes_of
from engine.ops import LEAVES
from gui.language import tr

__all__ = ["Span", "first_span", "has_number", "span_of", "with_number"]

_MOST_STEPS = 1_000_000
_FIRST_STEPS = 200


@dataclass(frozen=True, slots=True)
class Span:
    """From `least` to `most` in steps of `step`; raises InvalidAttributeError for what is none.

    >>> Span(-1.0, 1.0, 0.1).at(3)
    -0.7
    """

    least: float
    most: float
    step: float

    def __post_init__(self) -> None:
        if not all(map(math.isfinite, (self.least, self.most, self.step))):
            raise engine.InvalidAttributeError(tr("a slider needs three finite numbers"))
        if self.least >= self.most:
            raise engine.InvalidAttributeError(tr("a slider begins below its end"))
        if self.step <= 0.0 or self.step > self.most - self.least:
            raise engine.InvalidAttributeError(tr("a slider’s step lies between 0 and its length"))
        if (self.most - self.least) / self.step > _MOST_STEPS:
            raise engine.InvalidAttributeError(tr("a slider has at most a million steps"))

    @property
    def steps(self) -> int:
        """Return how many steps lead from the least to the most."""
        return math.ceil((self.most - self.least) / self.step - 1e-9)

    def at(self, place: int) -> float:
        """Return the number after so many steps, without the dust of binary fractions."""
        digits = 15 - math.ceil(math.log10(max(abs(self.least), abs(self.most))))
        return min(round(self.least + place * self.step, max(digits, 0)), self.most) + 0.0

    def place_of(self, number: float) -> int:
        """Return the steps after which the slider stands nearest to a number."""
        if not math.isfinite(number):
            return 0
        return round((min(max(number, self.least), self.most) - self.least) / self.step)

    def attribute(self) -> list[float]:
        """Return what the node keeps of it."""
        return [self.least, self.most, self.step]


def span_of(graph: engine.Graph, name: str) -> Span | None:
    """Return the span of a node's slider, None where it has none or none that can be used."""
    kept = graph.attributes(name).get("slider")
    if kept is None or not has_number(graph, name):
        return None
    if not isinstance(kept, list | tuple) or len(kept) != 3:
        return None
    if any(isinstance(x, bool) for x in kept):
        return None
    try:
        return _span(*map(float, kept))
    except (TypeError, ValueError, OverflowError, engine.GraphError):
        return None


_span = lru_cache(1024)(Span)  # thousands of leaves have the same


def has_number(graph: engine.Graph, name: str) -> bool:
    """Tell whether a node is a leaf that holds one number."""
    return next(with_number(graph, (name,)), None) is not None


def with_number(graph: engine.Graph, names: Iterable[str]) -> Iterator[str]:
    """Yield those of the nodes `names` that are leaves that hold one number."""
    known = attributes_of(graph)  # of 100,000, a call for each would take four times as long
    return (
        name
        for name in names
        if (held := known[name])["op"] in LEAVES and isinstance(held["value"], float)
    )


def first_span(number: float) -> Span:
    """Return a span around 0 that holds twice the number, its ends and step easily said.

    >>> first_span(8.0)
    Span(least=-20.0, most=20.0, step=0.2)
    """
    size = abs(number) if math.isfinite(number) and 1e-6 < abs(number) < 1e12 else 0.5
    exponent = math.floor(math.log10(2 * size))
    ends = (float(f"{digit}e{exponent}") for digit in (1, 2, 5, 10))
    end = next(end for end in ends if end >= 2 * size * (1 - 1e-12))
    return Span(-end, end, float(f"{2 * end / _FIRST_STEPS:.6g}"))
