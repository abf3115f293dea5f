"""Setting the table of data that the graph keeps in its file."""

from collections.abc import Hashable

import engine
from engine.training import Table
from engine.training.table import KEY
from gui.commands.wording import tr
from gui.document import Change, Command

__all__ = ["SetTable"]


class SetTable(Command):
    """Set the table of data, or remove it with None; settings of one `burst` become one step."""

    def __init__(self, table: Table | None, text: str = "", burst: Hashable | None = None) -> None:
        self._tree = None if table is None else table.tree()
        self.text = text or (tr("Remove the data") if table is None else tr("Change the data"))
        self._burst = burst
        self._before: object = None

    def apply(self, graph: engine.Graph) -> Change:
        """Set the table; the same again touches nothing."""
        before = graph.network.graph.get(KEY)
        if before == self._tree:
            return Change()
        self._before = before
        return _set(graph, self._tree)

    def revert(self, graph: engine.Graph) -> Change:
        """Set the table as it was, were it malformed."""
        return _set(graph, self._before)

    def merge(self, later: Command) -> bool:
        """Take a later setting of the same burst."""
        if not isinstance(later, SetTable) or self._burst is None or later._burst != self._burst:
            return False
        self._tree = later._tree
        return True


def _set(graph: engine.Graph, tree: object) -> Change:
    if tree is None:
        graph.network.graph.pop(KEY, None)
    else:
        graph.network.graph[KEY] = tree
    return Change(kept=(KEY,))
