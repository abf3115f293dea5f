"""What the picture shows of a quiz: blanks, and the answers that were given."""

from collections.abc import Callable, Iterable, Iterator

import engine
from gui.quiz.blank import Blank
from gui.readings import HIDDEN, Origins, Reading, Seen, Words, strays
from gui.run import Readings

__all__ = ["BLANK", "QuizSeen"]

BLANK = Words("?")
"""Stands in place of a number that is asked for."""


class QuizSeen:
    """The readings without the numbers that are still asked for; `told` stands in their place."""

    def __init__(
        self,
        graph: engine.Graph,
        readings: Readings,
        told: Callable[[Blank], Words | None],
        *,
        asks: bool,
    ) -> None:
        """Take what is `told` of a blank: None where the number itself may be seen.

        `asks` says whether any is asked for. There may be very many: each is asked when it is seen.
        """
        self._graph, self._readings, self._told = graph, readings, told
        self.output = readings.output
        self.message = readings.message
        self.adds_up = True
        self.by_leaf: str | None = None
        self.asks = asks
        """Whether something is still asked for."""
        self.unfit = readings.unfit
        self.nonfinite = tuple(name for name in readings.nonfinite if told(Blank(name)) is None)
        self.nonfinite_derivatives = _still_shown(graph, self, readings.nonfinite_derivatives)

    def asks_for(self, edge: engine.Edge) -> bool:
        """Tell whether what flows back along the edge is still asked for."""
        return self._told(Blank(edge.source, edge)) is not None

    @property
    def legend(self) -> tuple[str, str]:
        """Return what the two numbers of an edge are."""
        return self._readings.legend

    def value(self, node: str) -> Reading:
        """Return the node's value once it was found."""
        words = self._told(Blank(node))
        return self._readings.value(node) if words is None else words

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node once all that make it up were found."""
        edges = self._graph.consumers(node) if node in self._graph else []
        told = [self._told(Blank(node, edge)) for edge in edges]
        # a node's derivative is what its edges carry: it is known when all of them are
        if all(words is None for words in told):
            return self._readings.derivative(node)
        return told[0] or BLANK if len(told) == 1 else HIDDEN

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge once it was found."""
        words = self._told(Blank(source, engine.Edge(source, target, port)))
        if words is not None:
            return words
        return self._readings.edge_derivative(source, target, port)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value."""
        return self._readings.problem(node)


def _still_shown(graph: engine.Graph, seen: Seen, nodes: Iterable[str]) -> Origins:
    """Return those of `nodes` whose derivative, or one they hand on, is seen not to be finite."""

    def shown(node: str) -> Iterator[Reading]:
        yield seen.derivative(node)
        for port, source in enumerate(graph.inputs(node)):
            if source is not None:
                yield seen.edge_derivative(source, node, port)

    return Origins(node for node in nodes if node in graph and any(map(strays, shown(node))))
