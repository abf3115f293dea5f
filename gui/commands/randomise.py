"""Random values for leaves: seeded, so that the same choice gives the same numbers anywhere."""

from collections.abc import Collection
from enum import Enum

import numpy as np

import engine
from gui.commands.values import SetValues
from gui.document import Command
from gui.language import tr

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
    rng = np.random.default_rng(seed)
    chosen, values = set(names), {}
    for name in graph.nodes():
        if name in chosen:
            shape = np.shape(graph.value(name))
            if distribution is Distribution.UNIFORM:
                drawn = rng.uniform(-scale, scale, shape)
            else:
                drawn = rng.normal(0.0, scale, shape)
            values[name] = drawn if shape else float(drawn)
    return SetValues(values, tr("Randomise {count} values").format(count=f"{len(values):,}"))
