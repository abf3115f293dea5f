"""Giving many leaves sliders, or taking them, as one step."""

from collections.abc import Iterable

import engine
from engine.progress import watched
from gui.document import Change, Command
from gui.language import count_text, tr
from gui.slider_span import first_span, span_of

__all__ = ["SetSliders"]


class SetSliders(Command):
    """Give each of some leaves that hold a number a slider where it has none, or take them all."""

    def __init__(self, names: Iterable[str], *, given: bool) -> None:
        self.names = tuple(names)
        self.given = given
        text = tr("Give {count} sliders") if given else tr("Take {count} sliders")
        self.text = text.format(count=count_text(len(self.names)))
        self._before: dict[str, object] = {}

    def size(self, graph: engine.Graph) -> int:
        """Return how many leaves there are."""
        del graph
        return len(self.names)

    def apply(self, graph: engine.Graph) -> Change:
        """Set the sliders; what cannot be used as one is none."""
        before = {}
        for name in watched(self.names):
            if (span_of(graph, name) is None) is self.given:
                span = first_span(float(graph.value(name))).attribute() if self.given else None
                before[name] = graph.set_attribute(name, "slider", span)
        self._before = before
        return Change(looks=tuple(before))

    def revert(self, graph: engine.Graph) -> Change:
        """Set them as they were."""
        for name in watched(tuple(self._before)):
            graph.set_attribute(name, "slider", self._before[name])
        return Change(looks=tuple(self._before))
