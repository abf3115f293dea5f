"""What a training hangs on: edits beside it leave it as it is."""

import engine
from engine.graph.paths import feeding
from engine.training import Training
from engine.training.table import KEY as TABLE
from gui.document.change import Change

__all__ = ["Trained"]


class Trained:
    """The part of a graph that is trained: its output and all that leads there, and what is fed."""

    def __init__(self, graph: engine.Graph, training: Training) -> None:
        self._training, self._mark = training, graph.mark
        self._nodes: set[str] | None = None

    def stays(self, graph: engine.Graph, change: Change) -> bool:
        """Tell whether all of it is as it was, once `graph` was edited as `change` tells."""
        mark, self._mark = self._mark, graph.mark
        if change.reset or TABLE in change.kept or not self._is_output_of(graph):
            return False
        touched = graph.touched_since(mark)
        if touched is None:
            return False
        if not (touched or change.other_numbers):
            return True
        if self._nodes is None:
            # what nothing touched has the same inputs as before: so it is the same before and after
            self._nodes = feeding(graph, [self._training.output]).union(self._training.moved)
        return self._nodes.isdisjoint(touched) and self._nodes.isdisjoint(change.other_numbers)

    def _is_output_of(self, graph: engine.Graph) -> bool:
        output = self._training.output
        only = graph.sinks == {output}
        return graph.output == output or (graph.output is None and only)
