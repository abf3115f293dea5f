"""What may stand on the picture: numbers, or words in their place.

Whatever shows other numbers than the last run's gives the picture other readings: a lesson hides
those of later steps, a bump writes two, a quiz leaves blanks. `Evaluation.look_through` is the
one place where they are exchanged, for the canvas and the inspector alike.
"""

from typing import Protocol, TypeAlias

import engine
from gui.language import tr

__all__ = ["HIDDEN", "Reading", "Seen", "Words", "backward_legend", "derivative_written"]


class Words(str):
    """What is written in place of a number, such as `2 → 2.001`."""

    __slots__ = ()


HIDDEN = Words("")
"""Nothing is written, not even that a number is missing."""

Reading: TypeAlias = engine.Value | Words | None
"""A number, words in its place, or None where there is none: `—` is written."""


class Seen(Protocol):
    """The readings as the picture and the panels see them.

    `output` is the node whose derivatives these are, `first_nonfinite` where NaN or infinity
    starts; `message` says in a sentence why there is no derivative at all and is empty otherwise.
    `adds_up` tells whether the edges that leave a node add up to the node's derivative.
    """

    @property
    def output(self) -> str | None:
        """The node whose derivatives these are."""

    @property
    def message(self) -> str:
        """Why there is no derivative at all, empty where there are some."""

    @property
    def first_nonfinite(self) -> str | None:
        """The node where NaN or infinity starts."""

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


def backward_legend(output: str | None) -> tuple[str, str]:
    """Return what the two numbers of an edge are after a backward pass."""
    backward = tr("← backward, ∂{output}/∂(this value)").format(output=output or "J")
    return tr("value, forward →"), backward


def derivative_written(seen: Seen, node: str) -> str:
    """Return what the derivative of a node is called: `∂J/∂c`, in forward mode `∂c/∂w`."""
    if seen.by_leaf is not None:
        return f"∂{node}/∂{seen.by_leaf}"
    return f"∂{seen.output or 'J'}/∂{node}"
