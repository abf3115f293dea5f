"""The values of a graph while it is read: what an op of others means can depend on a shape."""

import numpy as np

from engine.graph import Graph
from engine.program.general import op_value
from engine.program.room import Room
from engine.value import Value

__all__ = ["ValuesRead"]


class ValuesRead:
    """The values of the nodes of a graph that is being read, each computed when first needed."""

    def __init__(self, graph: Graph) -> None:
        self._graph, self._room = graph, Room()
        self._values: dict[str, Value] = {}

    def value(self, name: str) -> Value:
        """Return a node's value; raises ShapeError where what it is made of does not fit."""
        graph, values = self._graph, self._values
        waiting = [name]
        with np.errstate(all="ignore"):
            while waiting:
                node = waiting[-1]
                inputs = [source for source in graph.inputs(node) if source is not None]
                missing = [source for source in inputs if source not in values]
                if missing:
                    waiting += missing
                    continue
                waiting.pop()
                if graph.is_leaf(node):
                    values[node] = graph.value(node)
                elif node not in values:
                    given = [values[source] for source in inputs]
                    number = len(values)
                    values[node] = op_value(graph.operation(node), given, self._room, number, node)
        return values[name]

    def rank(self, name: str) -> int:
        """Return how many axes a node's value has."""
        return np.ndim(self.value(name))

    def is_whole(self, name: str) -> bool:
        """Tell whether a node's value is made of whole numbers alone."""
        value = np.asarray(self.value(name))
        return bool(np.isfinite(value).all() and (value == np.floor(value)).all())

    def is_within(self, name: str, least: float, most: float) -> bool:
        """Tell whether no number of a node's value is less than `least` or more than `most`."""
        value = np.asarray(self.value(name))
        return bool(((value >= least) & (value <= most)).all())

    def rename(self, name: str, to: str) -> None:
        """Follow a node to its new name."""
        if name in self._values:
            self._values[to] = self._values.pop(name)
