"""Random values for leaves: seeded, so that the same choice gives the same numbers anywhere."""

from collections.abc import Collection
from enum import Enum

import numpy as np

import engine
from engine.value import Array
from gui.commands.values import SetValues
from gui.document import Command
from gui.language import counted

__all__ = ["Distribution", "randomise"]


class Distribution(Enum):
    """How the numbers are drawn; the scale is the reach of the one, the deviation of the other."""

    UNIFORM = "uniform"
    NORMAL = "normal"


def randomise(
    graph: engine.Graph,
    names: Collection[str],
    distribution: Distribution,
    scale: float,
    seed: int,
) -> Command:
    """Return the step that draws the values of the leaves `names` anew; their shapes stay.

    Uniform numbers lie between -scale and scale. The leaves draw in the graph's order.
    """
    rng, ordered = np.random.default_rng(seed), tuple(graph.in_order(names))
    text = counted(len(ordered), "Randomise 1 value", "Randomise {n} values")

    def drawn(shape: int | tuple[int, ...]) -> Array:
        if distribution is Distribution.UNIFORM:
            return rng.uniform(-scale, scale, shape)
        return rng.normal(0.0, scale, shape)

    before = graph.values_of(ordered)
    if isinstance(before, np.ndarray):  # single numbers: drawn at once they are the same
        return SetValues.of(ordered, drawn(len(ordered)), text)
    shapes = zip(ordered, map(np.shape, before), strict=True)
    values = {name: drawn(shape) if shape else float(drawn(())) for name, shape in shapes}
    return SetValues(values, text)
