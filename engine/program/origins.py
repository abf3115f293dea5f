"""Where values cease to be finite on the way forward, and derivatives on the way back.

It is looked for only where some are not: of derivatives at all edges at once.
"""

import math
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from engine.schedule import Schedule
from engine.value import Value

__all__ = ["Flags", "are_finite", "derivative_origins", "is_finite", "value_origins"]

Flags: TypeAlias = NDArray[np.bool_]


def is_finite(value: Value | None) -> bool:
    """Tell whether a number, or every entry of an array, is finite; what is not there is."""
    if value is None:
        return True
    return math.isfinite(value) if isinstance(value, float) else bool(np.isfinite(value).all())


def are_finite(found: Sequence[Value | None]) -> Flags:
    """Tell of each of many values whether it is finite."""
    return np.fromiter(map(is_finite, found), dtype=np.bool_, count=len(found))


def value_origins(plan: Schedule, spoilt: Iterable[int]) -> list[int]:
    """Return those of the nodes that are not finite, `spoilt`, whose inputs all are, in order."""
    begins, before = list[int](), set[int]()
    for number in spoilt:
        if before.isdisjoint(plan.inputs[number]):
            begins.append(number)
        before.add(number)
    return begins


def derivative_origins(
    plan: Schedule, constants: Collection[int], nodes: Flags, edges: Flags
) -> list[int]:
    """Return at which nodes derivatives cease to be finite, those nearest to the output first.

    `nodes` and `edges` tell of each whether its derivative is finite. Such a node's own is, and
    what it carries back to an input is not; or all edges bring it what is, and their sum is not.
    What `constants` get counts for nothing: they stay as they are.
    """
    sources, targets = plan.ends
    asked = np.ones(len(nodes), dtype=np.bool_)
    asked[list(constants)] = False
    begins = np.zeros(len(nodes), dtype=np.bool_)
    begins[targets[~edges & nodes[targets] & asked[sources]]] = True
    added_up = ~nodes & asked
    added_up[sources[~edges]] = False
    found: list[int] = np.flatnonzero(begins | added_up)[::-1].tolist()
    return found
