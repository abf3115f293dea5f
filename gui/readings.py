"""What may stand on the picture: numbers, or words in their place.

Whatever shows other numbers than the last run's gives the picture other readings: a lesson hides
those of later steps, a bump writes two, a quiz leaves blanks. `Evaluation.look_through` is the
one place where they are exchanged, for the canvas and the inspector alike.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import Enum
from functools import cached_property
from math import isfinite
from typing import Protocol, TypeAlias

import numpy as np

import engine
from gui.language import tr

__all__ = [
    "HIDDEN",
    "Moved",
    "Numbers",
    "Origins",
    "Reading",
    "Seen",
    "Stacked",
    "Words",
    "asks",
    "backward_legend",
    "complaint",
    "differing",
    "edge_numbers",
    "showing",
    "strays",
]


class Words(str):
    """What is written in place of a number, such as `2 → 2.001`."""

    __slots__ = ()


class Stacked(Words):
    """Words of which what begins with `→` stands below the rest, where a line has no room."""

    __slots__ = ()


HIDDEN = Words("")
"""Nothing is written, not even that a number is missing."""


class Moved(np.ndarray):
    """An array after a bump, and `before` it; one that is `brief` is told after it alone.

    Where its entries are written, `digits` says with how many digits each tells that it moved, as
    rows; one that did not move has 0 there. What is computed of such an array has none of this.
    """

    before: np.ndarray | None = None
    digits: Sequence[Sequence[int]] = ()
    brief: bool = False


Reading: TypeAlias = engine.Value | Words | None
"""A number, words in its place, or None where there is none: `—` is written."""


class Origins(tuple[str, ...]):
    """Nodes in order; of very many it is told at once whether a node is one of them."""

    def __contains__(self, node: object) -> bool:
        """Tell whether a node is one of them."""
        return node in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(self)


class Seen(Protocol):
    """The readings as the picture and the panels see them.

    `output` is the node whose derivatives these are. NaN or infinity starts in the values of the
    nodes `nonfinite`, and where all values are finite in what flows back at the
    `nonfinite_derivatives`. The inputs of the nodes `unfit` do not fit each other. `message` says
    in a sentence why there is no derivative at all and is empty otherwise.
    `adds_up` tells whether the edges that leave a node add up to the node's derivative.
    """

    @property
    def output(self) -> str | None:
        """The node whose derivatives these are."""

    @property
    def message(self) -> str:
        """Why there is no derivative at all, empty where there are some."""

    @property
    def nonfinite(self) -> tuple[str, ...]:
        """The nodes where NaN or infinity starts."""

    @property
    def nonfinite_derivatives(self) -> Origins:
        """The nodes where derivatives cease to be finite though values are finite."""

    @property
    def unfit(self) -> tuple[str, ...]:
        """The nodes whose inputs do not fit each other."""

    @property
    def adds_up(self) -> bool:
        """Whether the edges that leave a node add up to the node's derivative."""

    @property
    def by_leaf(self) -> str | None:
        """The leaf that derivatives are taken by in forward mode; None backward."""

    @property
    def legend(self) -> tuple[str, str]:
        """What the upper and what the lower number of an edge is."""

    def value(self, node: str) -> Reading:
        """Return the node's value."""

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node."""

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge."""

    def problem(self, node: str) -> str | None:
        """Return why the node has no value, None where it has one."""


def asks(seen: Seen) -> bool:
    """Tell whether some of the numbers are still asked for, so that nothing else may tell them."""
    return bool(getattr(seen, "asks", False))  # a quiz's alone has it


def edge_numbers(seen: Seen, edges: Iterable[engine.Edge]) -> Iterator[tuple[Reading, Reading]]:
    """Yield the value and the derivative that are shown of each edge."""
    known = getattr(seen, "edge_numbers", None)  # a run's alone has it
    together: Callable[..., Iterator[tuple[Reading, Reading]]] | None = known
    if together is not None:
        return together(edges)
    return ((seen.value(edge.source), seen.edge_derivative(*edge)) for edge in edges)


def differing(before: Seen, now: Seen) -> set[str] | None:
    """Return the nodes at which, or on whose edges, other numbers are shown; None: perhaps all."""
    differs: Callable[[Seen], set[str] | None] | None = getattr(now, "differs_from", None)
    return None if differs is None else differs(before)  # a lesson's step alone has it


def complaint(graph: engine.Graph, seen: Seen) -> str:
    """Return why there is no derivative at all, "" where nobody has asked for one yet.

    Who has drawn leaves alone, and named none, is about to draw what they lead to.
    """
    begins = graph.output is None and not graph.edge_count() and not graph.has_any(engine.ops.OPS)
    return "" if begins else seen.message


def strays(reading: Reading) -> bool:
    """Tell whether a reading is a number, or holds one, that is not finite."""
    if isinstance(reading, float):
        return not isfinite(reading)
    if reading is None or isinstance(reading, Words):
        return False
    return not np.isfinite(reading).all()


def backward_legend(output: str | None) -> tuple[str, str]:
    """Return what the two numbers of an edge are after a backward pass."""
    backward = tr("← backward, ∂{output}/∂(this value)").format(output=output or "J")
    return tr("value, forward →"), backward


class Numbers(Enum):
    """Which numbers the edges show."""

    BOTH = "both"
    VALUES = "values"
    DERIVATIVES = "derivatives"
    NEITHER = "neither"

    @property
    def values(self) -> bool:
        """Whether values are shown."""
        return self in (Numbers.BOTH, Numbers.VALUES)

    @property
    def derivatives(self) -> bool:
        """Whether derivatives are shown."""
        return self in (Numbers.BOTH, Numbers.DERIVATIVES)


def showing(seen: Seen, numbers: Numbers) -> Seen:
    """Return the readings with just these numbers to be seen."""
    return seen if numbers is Numbers.BOTH else _Part(seen, numbers)


class _Part:
    """Readings of which one kind of numbers, or both, are hidden."""

    def __init__(self, seen: Seen, numbers: Numbers) -> None:
        self._seen, self._numbers = seen, numbers
        self.output = seen.output
        self.message = seen.message
        self.nonfinite = seen.nonfinite
        self.nonfinite_derivatives = seen.nonfinite_derivatives
        self.unfit = seen.unfit
        self.adds_up = seen.adds_up
        self.by_leaf = seen.by_leaf

    @property
    def legend(self) -> tuple[str, str]:
        """Return what the numbers that are shown are."""
        upper, lower = self._seen.legend
        return upper * self._numbers.values, lower * self._numbers.derivatives

    def value(self, node: str) -> Reading:
        """Return the node's value, where values are shown."""
        return self._seen.value(node) if self._numbers.values else HIDDEN

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node, where derivatives are shown."""
        return self._seen.derivative(node) if self._numbers.derivatives else HIDDEN

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge, where derivatives are shown."""
        if not self._numbers.derivatives:
            return HIDDEN
        return self._seen.edge_derivative(source, target, port)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value."""
        return self._seen.problem(node)
