"""A curve, and as much of it as can be seen."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from engine.value import Array

__all__ = ["Curve", "thinned"]


@dataclass(frozen=True)
class Curve:
    """Points in the order of x, drawn in `colour`; `name` is written at its right end.

    `pieces` are the name with what of it is raised, 1, and what lowered, -1, if anything is.
    """

    name: str
    xs: Sequence[float] | Array
    ys: Sequence[float] | Array
    colour: str
    dashed: bool = False
    pieces: Sequence[tuple[str, int]] = ()


def thinned(xs: Array, ys: Array, columns: int) -> tuple[Array, Array]:
    """Return the points, or where they crowd the lowest and highest of every column of pixels."""
    if len(xs) <= 4 * columns:
        return xs, ys
    starts = np.linspace(0, len(xs), columns + 1).astype(int)
    chosen: set[int] = {0, len(xs) - 1}
    for first, end in pairwise(starts.tolist()):
        piece = ys[first:end]
        chosen.update((first + int(piece.argmin()), first + int(piece.argmax())))
    rows = sorted(chosen)
    return xs[rows], ys[rows]
