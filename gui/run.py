"""What one run of a document's program gave: its readings, or why there are none."""

from collections.abc import Iterable, Iterator

import numpy as np

import engine
from engine.words.number_text import shape_words
from gui.language import tr
from gui.readings import Origins, backward_legend

__all__ = ["OfLeaves", "Readings", "Uncomputed", "read", "run"]


class Readings:
    """What the last run gave; None stands wherever there is nothing to show.

    `output` is the node whose derivatives these are. NaN or infinity starts in the values of the
    nodes `nonfinite`, and where all values are finite in what flows back at the
    `nonfinite_derivatives`. The inputs of the nodes `unfit` do not fit each other. `message` says
    in a sentence why there is no derivative at all and is empty otherwise.
    """

    adds_up = True  # a node's derivative is the sum over the edges that leave it
    by_leaf = None

    def __init__(self, program: engine.PartialProgram, message: str) -> None:
        self.program = program
        self.message = message
        self.output = program.output
        self.nonfinite = program.nonfinite_origins()
        self.nonfinite_derivatives = Origins(program.derivative_origins())
        self.unfit = program.unfit
        self.counts = program.counts
        self.parameters = program.parameters
        self._bumped: tuple[object, engine.Bump] | None = None

    @property
    def legend(self) -> tuple[str, str]:
        """Return what the upper and what the lower number of an edge is."""
        return backward_legend(self.output)

    def value(self, node: str) -> engine.Value | None:
        """Return the node's value, None where it has none (yet)."""
        return self.program.value_if_known(node)

    def derivative(self, node: str) -> engine.Value | None:
        """Return the output's derivative by the node."""
        try:
            return self.program.derivative(node) if node in self.program else None
        except engine.GraphError:
            return None

    def edge_derivative(self, source: str, target: str, port: int) -> engine.Value | None:
        """Return what flows back along the edge."""
        return next(self.program.edge_numbers([(source, target, port)]))[1]

    def edge_numbers(
        self, edges: Iterable[engine.Edge]
    ) -> Iterator[tuple[engine.Value | None, engine.Value | None]]:
        """Yield the value and the derivative of each edge."""
        return self.program.edge_numbers(edges)

    def bump(self, node: str, epsilon: float, index: tuple[int, ...] | None = None) -> engine.Bump:
        """Return what moving a node by `epsilon` does; raises GraphError where it cannot.

        The last one is remembered: picture, panel and curve all ask for it.
        """
        asked = node, epsilon, index
        if self._bumped is None or self._bumped[0] != asked:
            self._bumped = asked, self.program.bump(*asked)
        return self._bumped[1]

    def by_leaf_of(
        self, leaf: str, index: tuple[int, ...] | None
    ) -> engine.ForwardDerivatives | None:
        """Return the derivatives of everything by a leaf or one entry of it, in one sweep."""
        try:
            return self.program.push_forward(leaf, index)
        except engine.GraphError:
            return None

    def problem(self, node: str) -> str | None:
        """Return why the node has no value, None where it has one, or is not evaluated yet."""
        return self.program.problem(node) if node in self.program else None


class Uncomputed(Readings):
    """The readings of a graph whose computing was given up: no numbers, and a `message` why."""

    def __init__(self) -> None:
        nothing = engine.compile(engine.Graph(), partial=True)
        super().__init__(nothing, tr("computing was given up, so there are no numbers"))

    def problem(self, node: str) -> str | None:
        """Return why the node has no value."""
        del node
        return self.message


class OfLeaves(Uncomputed):
    """The readings of a graph of which nothing is computed: what its leaves hold."""

    def __init__(self, graph: engine.Graph) -> None:
        super().__init__()
        self._graph = graph

    def value(self, node: str) -> engine.Value | None:
        """Return what a leaf holds, None for what would be computed."""
        graph = self._graph
        return graph.value(node) if node in graph and graph.is_leaf(node) else None

    def edge_numbers(
        self, edges: Iterable[engine.Edge]
    ) -> Iterator[tuple[engine.Value | None, None]]:
        """Yield what leaves hold, and nothing that flows back."""
        return ((self.value(edge.source), None) for edge in edges)


def read(graph: engine.Graph) -> Readings:
    """Return the values and derivatives of `graph`, as far as it is complete; raises nothing."""
    return run(engine.compile(graph, partial=True), graph)


def run(program: engine.PartialProgram, graph: engine.Graph) -> Readings:
    """Return what `program` comes to for `graph`, whose program it is; raises nothing."""
    message = ""
    try:
        program.forward()
        program.backward()
        if len(graph):
            _check_output(program, graph)
    except engine.GraphError as error:
        message = str(error)
    return Readings(program, message)


def _check_output(program: engine.PartialProgram, graph: engine.Graph) -> None:
    """Raise OutputError where there is no output, or none that has derivatives."""
    # asked of the graph only where there is none: with no output named it looks at every node
    output = program.output or graph.resolve_output()
    value = program.value(output)
    if isinstance(value, np.ndarray):
        raise engine.OutputError(
            tr(
                "the output must be a single number, and {output} has the shape {shape}:"
                " put a sum or a mean behind it"
            ).format(output=output, shape=shape_words(value)),
            node=output,
        )
