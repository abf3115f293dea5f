"""Setting many leaves at once, as training does many times a second."""

from collections.abc import Hashable, Mapping

import engine
from gui.document import Change, Command
from gui.language import tr

__all__ = ["SetValues"]


class SetValues(Command):
    """Set the values of leaves; settings with the same `burst` (not None) become one step."""

    def __init__(
        self, values: Mapping[str, engine.Value], text: str = "", burst: Hashable | None = None
    ) -> None:
        self.values = dict(values)
        self.text = text or tr("Set {count} values").format(count=len(self.values))
        self._burst = burst
        self._before: dict[str, engine.Value] = {}

    def size(self, graph: engine.Graph) -> int:
        """Return how many leaves are set, by what that costs."""
        del graph
        return len(self.values) // 4

    def apply(self, graph: engine.Graph) -> Change:
        """Set all values, or none where one is refused; what stays the same is not touched."""
        self._before = graph.set_values(self.values)
        return Change(edited=tuple(self._before))

    def revert(self, graph: engine.Graph) -> Change:
        """Set the values as they were."""
        graph.set_values(self._before)
        return Change(edited=tuple(self._before))

    def merge(self, later: Command) -> bool:
        """Take a later setting of the same burst."""
        if not isinstance(later, SetValues) or self._burst is None or later._burst != self._burst:
            return False
        self.values.update(later.values)
        self._before = later._before | self._before
        return True
