"""Forward mode as the picture shows it: below every value its derivative by one leaf."""

import engine
from gui.language import tr
from gui.readings import Origins, Reading, Seen

__all__ = ["ForwardSeen"]


class ForwardSeen:
    """Readings whose derivatives are those of one forward sweep.

    The derivative of a node, and of every edge that leaves it, is d(its value)/d(leaf): on an edge
    the lower number tells how fast the upper one moves with the leaf. Where nothing was `found`
    there are none.
    """

    adds_up = False

    def __init__(self, readings: Seen, found: engine.ForwardDerivatives | None, leaf: str) -> None:
        self._readings = readings
        self._found = found
        self.by_leaf = leaf
        self.output = readings.output
        self.message = readings.message
        self.nonfinite = readings.nonfinite
        self.nonfinite_derivatives = Origins(() if found is None else found.origins)
        self.unfit = readings.unfit
        forward = tr("forward too, ∂(this value)/∂{leaf} →").format(leaf=leaf)
        self.legend = (tr("value, forward →"), forward)

    def value(self, node: str) -> Reading:
        """Return the node's value."""
        return self._readings.value(node)

    def derivative(self, node: str) -> Reading:
        """Return the node's derivative by the leaf."""
        try:
            return None if self._found is None else self._found.derivative(node)
        except engine.GraphError:
            return None

    def edge_derivative(self, source: str, target: str, port: int) -> Reading:
        """Return the derivative by the leaf of what the edge carries."""
        del target, port
        return self.derivative(source)

    def problem(self, node: str) -> str | None:
        """Return why the node has no value, None where it has one."""
        return self._readings.problem(node)
