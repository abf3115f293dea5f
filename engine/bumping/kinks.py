"""The kinks of ops on the way from a parameter to the output, and the slope beside them."""

from functools import cached_property

import numpy as np

from engine.graph import Graph
from engine.graph.paths import feeding
from engine.program import Program, compile  # noqa: A004  its API name
from engine.value import with_moved_entry

__all__ = ["Kinks"]


class Kinks:
    """What is asked where no bump settles a derivative of `output`; no work until then."""

    def __init__(self, graph: Graph, output: str) -> None:
        self._graph, self._output = graph, output

    def on_the_way(self, name: str) -> bool:
        """Tell whether an op that parameter `name` goes through has a kink anywhere."""
        return name in self._before_bent

    def here(self, name: str) -> bool:
        """Tell whether one of them is at its kink for the values that there are."""
        return name in self._before_kinks

    def beside(self, name: str, index: tuple[int, ...] | None, step: float) -> float:
        """Return backpropagation's derivative by an entry once it is moved by `step`."""
        program = self._program
        value = program.value(name)
        program.set_value(name, with_moved_entry(value, name, index, step))
        program.forward()
        program.backward()
        found = np.asarray(program.derivative(name))[() if index is None else index]
        program.set_value(name, value)
        program.forward()
        return float(found)

    @cached_property
    def _bent(self) -> list[str]:
        """The nodes that the output depends on and whose op has a kink."""
        graph = self._graph
        needed = feeding(graph, [self._output])
        return [x for x in needed if not graph.is_leaf(x) and graph.operation(x).bends]

    @cached_property
    def _before_bent(self) -> set[str]:
        return feeding(self._graph, self._bent)

    @cached_property
    def _before_kinks(self) -> set[str]:
        with np.errstate(all="ignore"):
            return feeding(self._graph, filter(self._is_at_kink, self._bent))

    def _is_at_kink(self, node: str) -> bool:
        sources = filter(None, self._graph.inputs(node))
        return self._graph.operation(node).at_kink(*map(self._program.value, sources))

    @cached_property
    def _program(self) -> Program:
        """Another program than the one that is bumped: it is at the values that there are."""
        program = compile(self._graph, self._output)
        program.forward()
        return program
