"""The kinks of ops on the way from a parameter to the output, and the slope beside them."""

from functools import cache, cached_property

import numpy as np

from engine.graph import Graph
from engine.graph.paths import edges_between
from engine.program import Program, compile  # noqa: A004  its API name
from engine.value import Value, with_moved_entry

__all__ = ["Kinks"]


class Kinks:
    """What is asked where no bump settles a derivative of `output`; no work until then."""

    def __init__(self, graph: Graph, output: str) -> None:
        self._graph, self._output = graph, output
        self.on_the_way = cache(self._on_the_way)
        self.here = cache(self._here)

    def _on_the_way(self, name: str) -> bool:
        """Tell whether an op that parameter `name` goes through has a kink anywhere."""
        return any(self._graph.operation(node).bends for node in self._between(name))

    def _here(self, name: str) -> bool:
        """Tell whether one of them is at its kink for the values that there are."""
        bent = [node for node in self._between(name) if self._graph.operation(node).bends]
        with np.errstate(all="ignore"):
            return any(self._graph.operation(node).at_kink(*self._inputs(node)) for node in bent)

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

    def _between(self, name: str) -> set[str]:
        return {edge.target for edge in edges_between(self._graph, name, self._output)}

    def _inputs(self, node: str) -> list[Value]:
        return [self._program.value(name) for name in self._graph.inputs(node) if name is not None]

    @cached_property
    def _program(self) -> Program:
        """Another program than the one that is bumped: it is at the values that there are."""
        program = compile(self._graph, self._output)
        program.forward()
        return program
