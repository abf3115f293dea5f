"""What every format of graphs shows: the nodes as they are written, and the edges' two numbers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.expression import Expression, Name, Number, written
from engine.graph import Edge, Graph
from engine.ops import LEAVES
from engine.program import PartialProgram, compile  # noqa: A004  its API name
from engine.value import Value, shape_of
from engine.words.number_text import MISSING, value_text

__all__ = ["FACES", "Figure", "figure", "operand"]

FACES = {
    "op": "#f6f8fa",
    "parameter": "#dbf1fe",
    "input": "#fff5d6",
    "constant": "#eceef1",
    "output": "#d9f8e0",
}
"""The light theme's card colours, for formats that another program draws."""


@dataclass(frozen=True)
class Figure:
    """A graph with its numbers; what has none, because an input is missing, is written `—`."""

    graph: Graph
    program: PartialProgram
    _operands: dict[str, Sequence[Expression]] = field(default_factory=dict, repr=False)

    @property
    def output(self) -> str | None:
        """Return the node whose derivatives are shown."""
        return self.program.output

    def kind(self, name: str) -> str:
        """Return which face a node has: `op`, a kind of leaf, or `output`."""
        if name == self.output:
            return "output"
        op = self.graph.op_of(name)
        return op if op in LEAVES else "op"

    def computed(self, name: str) -> Expression:
        """Return what an op computes of what feeds it, as it is typed: `w*x`, `sum(X, axis=1)`."""
        return self.graph.operation(name).written(*self.operands(name))

    def operands(self, name: str) -> Sequence[Expression]:
        """Return how what feeds an op is written; of a wide one each of its edges asks for all."""
        known = self._operands.get(name)
        if known is None:
            known = [operand(self.graph, source) for source in self.graph.inputs(name)]
            self._operands[name] = known
        return known

    def line(self, name: str) -> str:
        """Return a node in plain text: `w = 2`, `c = w*x`; a constant's number alone: `2`."""
        if self.graph.is_leaf(name):
            value = value_text(self.graph.value(name))
            return f"{name} = {value}" if isinstance(operand(self.graph, name), Name) else value
        return f"{name} = {written(self.computed(name))}"

    def value(self, name: str) -> str:
        """Return a node's value in short."""
        return _short(self.program.value(name))

    def shape(self, name: str) -> tuple[int, ...]:
        """Return the shape of a node's value; a number has none, nor has what has no value."""
        return shape_of(self.program.value(name))

    def edges(self) -> Iterator[tuple[Edge, str, str]]:
        """Yield every edge with its value and its derivative in short."""
        for edge in self.graph.edges():
            derivative = self.program.edge_derivative(*edge)
            yield edge, self.value(edge.source), _short(derivative)


def operand(graph: Graph, name: str | None) -> Expression:
    """Return how formulas write what feeds an op: as on cards a constant by its number.

    One with a label, or that holds an array, is called by its name; None stands for no edge yet.
    """
    if name is not None and graph.op_of(name) == "constant":
        value = graph.value(name)
        if isinstance(value, float) and not graph.attributes(name).get("label"):
            return Number(value)
    return Name(name or "?")


def figure(graph: Graph) -> Figure:
    """Return the figure of a graph, evaluated as far as it is complete."""
    program = compile(graph, partial=True)
    program.forward()
    program.backward()
    return Figure(graph, program)


def _short(value: Value | None) -> str:
    return MISSING if value is None else value_text(value)
