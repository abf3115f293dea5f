"""What derivatives cost, in steps."""

import math
from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np

from engine.graph import Graph
from engine.ops import LEAVES
from engine.schedule import Schedule
from engine.value import Value

__all__ = ["Counting", "Counts"]


@dataclass(frozen=True)
class Counts:
    """What derivatives cost: n op nodes and p parameters that the output depends on.

    Backpropagation takes n + p steps, bumping every parameter n × p. The parameters hold so many
    numbers as there are `entries`: of one that is an array each has to be bumped.
    """

    nodes: int
    parameters: int
    entries: int

    @property
    def backprop_steps(self) -> int:
        """Return n + p."""
        return self.nodes + self.parameters

    @property
    def bump_steps(self) -> int:
        """Return n × p."""
        return self.nodes * self.parameters

    @property
    def has_arrays(self) -> bool:
        """Tell whether a parameter holds more numbers than one, or none."""
        return self.entries != self.parameters

    @property
    def entry_steps(self) -> int:
        """Return n × entries: what bumping every number of every parameter takes."""
        return self.nodes * self.entries


class Counting:
    """Counts the steps of a program: which nodes that the output depends on are ops, which not."""

    def __init__(self, graph: Graph, plan: Schedule) -> None:
        kinds = [graph.op_of(plan.names[number]) for number in plan.relevant]
        pairs = list(zip(plan.relevant, kinds, strict=True))
        self._parameters = [number for number, kind in pairs if kind == "parameter"]
        self.constants = [number for number, kind in pairs if kind == "constant"]
        self._ops = sum(kind not in LEAVES for kind in kinds)
        self._arrays: list[int] = []
        self.names = tuple(plan.names[number] for number in self._parameters)

    def divide(self, scalars: Container[int]) -> None:
        """Note which nodes are `scalars`; all others hold arrays."""
        self._arrays = [number for number in self._parameters if number not in scalars]

    def counts(self, values: Sequence[Value | None]) -> Counts:
        """Return the counts, where arrays have the values of their nodes, by number."""
        p = len(self._parameters)
        sizes = [math.prod(np.shape(values[number])) for number in self._arrays]  # type: ignore[arg-type]
        return Counts(self._ops, p, p - len(sizes) + sum(sizes))
