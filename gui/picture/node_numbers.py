"""The numbers of nodes: a derivative as the sum over edges, J on the arrow of the output."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

import numpy as np
from numpy.typing import NDArray

import engine
from gui.picture.edge_numbers import EdgeNumbers
from gui.picture.labels import Label, number_pair, on_arrow
from gui.picture.packing import Packing
from gui.picture.runs import Typeset
from gui.picture.sums import outputs_sum_text, sum_text
from gui.readings import Seen

__all__ = ["NodeNumbers"]


class NodeNumbers(EdgeNumbers):
    """Edges with their numbers, and the nodes' own."""

    def __init__(self, graph: engine.Graph, readings: Seen, packing: Packing) -> None:
        super().__init__(graph, readings, packing)
        self._sums: dict[int, Typeset | None] = {}

    def begin_anew(self, readings: Seen) -> None:
        """Forget what is known of the graph as it was; the one that this was copied of keeps it."""
        super().begin_anew(readings)
        self._sums = {}

    def output_texts(self) -> tuple[Typeset, Typeset]:
        """Return the numbers on the output's arrow: J and ∂J/∂J."""
        output = self.readings.output or ""
        both = self.readings.value(output), self.readings.derivative(output)
        return number_pair(*both, self.packing.number)

    def output_labels(self) -> tuple[Label, Label] | None:
        """Return the labels on the output's arrow."""
        arrow = self.output_arrow()
        return None if arrow is None else on_arrow(self.output_texts(), arrow, self.packing)

    def sum_label(self, row: int) -> Label | None:
        """Return a node's derivative as the sum over its edges, for a node with several."""
        if row not in self._sums:
            # it may reach to the left as far as the card's own lead, where no card stands
            room, size = float(self.sizes[row, 0]) + self.packing.lead, self.packing.number
            composite = self.shown.composites.get(row)
            if composite is None:
                self._sums[row] = sum_text(self.graph, self.readings, self.names[row], room, size)
            else:
                leaving = np.flatnonzero(self._sources == row).tolist()
                drawn = Counter(self.edges[i].source for i in leaving)
                several = [name for name in composite.outputs if drawn[name] > 1]
                self._sums[row] = outputs_sum_text(self.graph, self.readings, several, room, size)
        text = self._sums[row]
        if text is None:
            return None
        (x, y), (width, height) = self.centres[row], self.sizes[row]
        # right-aligned below the place where the summed edges leave, clear of all of them
        middle = float(x + width / 2 - text.width / 2)
        return Label(text, middle, float(y + height / 2) + self.packing.drop + 1.0)

    def sum_labels(self, rows: Iterable[int] | None = None) -> Iterator[tuple[int, Label]]:
        """Yield those of `rows`, by default of all, whose node has such a sum, with its label."""
        several = None if self.shown.composites else self.feeding_several()
        for row in range(len(self.names)) if rows is None else rows:
            label = self.sum_label(row) if several is None or several[row] else None
            if label is not None:
                yield row, label

    def labels(self) -> Iterator[Label]:
        """Yield every number of the picture."""
        yield from chain.from_iterable(self.labels_of(range(len(self.edges))))
        yield from self.output_labels() or ()
        for _, label in self.sum_labels():
            yield label

    def _forget_sums(self, edges: NDArray[np.intp] | None) -> None:
        """Ask again for every sum, or for those that such of some edges belong to."""
        for row in list(self._sums) if edges is None else self._sources[edges].tolist():
            self._sums.pop(row, None)
