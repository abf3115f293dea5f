"""What of a picture is lit: the cards and edges of a step, or of a path."""

from collections.abc import Iterable
from dataclasses import dataclass

import engine
from gui.picture.shown import Shown
from gui.theme import Ink

__all__ = ["Lit", "lit_rows"]


@dataclass(frozen=True)
class Lit:
    """Cards and edges in the colour of `ink`: blue forward, orange backward.

    With `fresh` the numbers that the step brought are set off: forward the values that leave the
    lit cards, backward the derivatives that arrive there, and with `both` the two of them.
    `progress` is how far the light has come along the edges, from 0 to 1: from their sources
    forward, from their targets backward.
    """

    ink: Ink
    nodes: frozenset[str] = frozenset()
    edges: frozenset[engine.Edge] = frozenset()
    fresh: bool = False
    both: bool = False
    progress: float = 1.0

    @property
    def backward(self) -> bool:
        """Whether the light runs against the edges."""
        return self.ink is Ink.DERIVATIVE


def lit_rows(shown: Shown, lit: Lit | None, rows: Iterable[int]) -> set[int]:
    """Return which of the cards `rows` are lit: those that stand for a lit node."""
    if lit is None:
        return set()
    index = shown.index  # of the nodes: few are lit of many cards that are seen
    return {index[name] for name in lit.nodes if name in index}.intersection(rows)
