"""Setting many leaves at once, as training does many times a second."""

from collections.abc import Hashable, Mapping, Sequence

import numpy as np

import engine
from engine.graph.together import numbers_of
from engine.value import Array
from gui.document import Change, Command
from gui.language import count_text, tr

__all__ = ["SetValues"]

_Values = Sequence[engine.Value] | Array


class SetValues(Command):
    """Set the values of leaves; settings with the same `burst` (not None) become one step.

    Where all leaves hold single numbers, before and after, they are carried as one array.
    """

    def __init__(
        self, values: Mapping[str, engine.Value], text: str = "", burst: Hashable | None = None
    ) -> None:
        self._names = tuple(values)
        self._values: _Values = list(values.values())
        self.text = text or tr("Set {count} values").format(count=count_text(len(self._names)))
        self._burst = burst
        self._before: _Values = []

    @classmethod
    def of(
        cls, names: tuple[str, ...], values: _Values, text: str, burst: Hashable | None = None
    ) -> "SetValues":
        """Return the command that sets `names` to `values`; one tuple each time is quickest."""
        command = cls({}, text, burst)
        command._names, command._values = names, values
        return command

    def size(self, graph: engine.Graph) -> int:
        """Return how many leaves are set, by what that costs; numbers in one array cost little."""
        del graph
        return len(self._names) // (40 if isinstance(self._values, np.ndarray) else 4)

    def apply(self, graph: engine.Graph) -> Change:
        """Set all values, or none where one is refused; what stays the same is not touched."""
        self._before = graph.values_of(self._names)
        return self._set(graph, self._values)

    def revert(self, graph: engine.Graph) -> Change:
        """Set the values as they were."""
        return self._set(graph, self._before)

    def merge(self, later: Command) -> bool:
        """Take a later setting of the same burst."""
        if not isinstance(later, SetValues) or self._burst is None or later._burst != self._burst:
            return False
        if later._names is self._names:
            self._values = later._values
            return True
        values = self._named(self._values) | later._named(later._values)
        before = later._named(later._before) | self._named(self._before)
        self._names = tuple(values)
        self._values = list(values.values())
        self._before = [before[name] for name in self._names]
        return True

    def _set(self, graph: engine.Graph, values: _Values) -> Change:
        numbers = numbers_of(values)
        if numbers is None or numbers_of(graph.values_of(self._names)) is None:
            return Change(edited=tuple(graph.set_values(self._named(values))))
        return Change(revalued=self._names if graph.set_numbers(self._names, numbers) else ())

    def _named(self, values: _Values) -> dict[str, engine.Value]:
        each = values.tolist() if isinstance(values, np.ndarray) else values
        return dict(zip(self._names, each, strict=True))
