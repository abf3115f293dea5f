"""What the picture shows of a quiz: blanks, and the answers that were given."""

from collections.abc import Mapping

import engine
from gui.quiz.blank import Blank
from gui.readings import HIDDEN, Reading, Words
from gui.run import Readings

__all__ = ["BLANK", "QuizSeen"]

BLANK = Words("?")
"""Stands in place of a number that is asked for."""


class QuizSeen:
    """The readings without the numbers that are still asked for; `told` stands in their place."""

    def __init__(
        self, graph: engine.Graph, readings: Readings, told: Mapping[Blank, Words | None]
    ) -> None:
        """Take what is written for each blank, None where the number itself may be seen."""
        self._readings = readings
        self._told = told
        self._values = {blank.node: words for blank, words in told.items() if blank.edge is None}
        self._flows = {blank.edge: words for blank, words in told.items() if blank.edge is not None}
        # a node's derivative is what its edges carry: it is known when all of them are
        self._open = {
            blank.node for blank, words in told.items() if blank.edge and words is not None
        }
        self._alone = {node: graph.consumers(node) for node in self._open}
        self.output = readings.output
        self.message = readings.message
        self.adds_up = True
        self.by_leaf: str | None = None
        self.asks = any(words is not None for words in told.values())
        """Whether something is still asked for."""
        strange = readings.first_nonfinite
        self.first_nonfinite = None if self._values.get(strange or "") else strange

    def asks_for(self, edge: engine.Edge) -> bool:
        """Tell whether what flows back along the edge is still asked for."""
        return self._flows.get(edge) is not None

    @property
    def legend(self) -> tuple[str, str]:
        """Return what the two numbers of an edge are."""
        return self._readings.legend

    def value(self, node: str) -> Reading:
        """Return the node's value once it was found."""
        words = self._values.get(node)
        return self._readings.value(node) if words is None else words

    def derivative(self, node: str) -> Reading:
        """Return the output's derivative by the node once all that make it up were found."""
        if node not in self._open:
            return self._readings.derivative(node)
        edges = self._alone[node]
        return self._flows.get(edges[0]) or BLANK if len(edges) == 1 else HIDDEN

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return what flows back along the edge once it was found."""
        words = self._flows.get(engine.Edge(source, target, port))
        if words is not None:
            return words
        return self._readings.edge_derivative(source, target, port)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value."""
        return self._readings.problem(node)
