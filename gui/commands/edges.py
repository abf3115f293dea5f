"""Connecting and disconnecting."""

from collections.abc import Mapping
from typing import Any

import engine
from gui.document import Change, Command
from gui.language import tr

__all__ = ["Connect", "Disconnect"]


class Connect(Command):
    """Lead an edge into a port; an edge that is there already makes room."""

    reshapes = True

    def __init__(self, source: str, target: str, port: int) -> None:
        self.source, self.target, self.port = source, target, port
        self.text = tr("Connect {source} to {target}").format(source=source, target=target)
        self._replaced: str | None = None
        self._more: Mapping[str, Any] = {}

    def apply(self, graph: engine.Graph) -> Change:
        """Add the edge; the old one is gone only where the new one is valid."""
        old = graph.source_at(self.target, self.port)
        if old == self.source:
            return Change()
        if old is not None:
            self._more = graph.remove_edge(old, self.target, self.port)
        try:
            graph.add_edge(self.source, self.target, self.port)
        except engine.GraphError:
            if old is not None:
                graph.restore_edge(old, self.target, self.port, self._more)
            raise
        self._replaced = old
        return Change(edges=True)

    def revert(self, graph: engine.Graph) -> Change:
        """Remove the edge and bring back the one it replaced."""
        graph.remove_edge(self.source, self.target, self.port)
        if self._replaced is not None:
            graph.restore_edge(self._replaced, self.target, self.port, self._more)
        return Change(edges=True)


class Disconnect(Command):
    """Remove one edge."""

    reshapes = True

    def __init__(self, source: str, target: str, port: int) -> None:
        self.source, self.target, self.port = source, target, port
        self.text = tr("Disconnect {source} from {target}").format(source=source, target=target)
        self._more: Mapping[str, Any] = {}

    def apply(self, graph: engine.Graph) -> Change:
        """Remove the edge."""
        self._more = graph.remove_edge(self.source, self.target, self.port)
        return Change(edges=True)

    def revert(self, graph: engine.Graph) -> Change:
        """Add the edge again."""
        graph.restore_edge(self.source, self.target, self.port, self._more)
        return Change(edges=True)
