"""Several commands as one step."""

from collections.abc import Iterable, Set

import engine
from engine.progress import watched
from gui.commands.edges import Disconnect
from gui.commands.nodes import DeleteNodes
from gui.document import Change, Command
from gui.language import count_text, tr

__all__ = ["Several", "delete"]


class Several(Command):
    """Commands applied one after the other, told as one change, undone as one step."""

    def __init__(self, text: str, commands: Iterable[Command]) -> None:
        self.text = text
        self.commands = tuple(commands)
        self._applied: list[Command] = []

    @property
    def reshapes(self) -> bool:  # type: ignore[override]  # as its commands do
        """Whether any of the commands does."""
        return any(command.reshapes for command in self.commands)

    @property
    def removes(self) -> tuple[str, ...]:  # type: ignore[override]  # as its commands do
        """Return the nodes that go by any of the commands."""
        return tuple(name for command in self.commands for name in command.removes)

    def size(self, graph: engine.Graph) -> int:
        """Return the sum of the commands' sizes."""
        return sum(command.size(graph) for command in self.commands)

    def apply(self, graph: engine.Graph) -> Change:
        """Apply all of them, or none where one fails."""
        self._applied = []
        changes = []
        try:
            for command in watched(self.commands):
                touched = command.apply(graph)
                if touched:
                    self._applied.append(command)
                    changes.append(touched)
        except engine.GraphError:
            self.revert(graph)
            raise
        return Change.together(changes)

    def revert(self, graph: engine.Graph) -> Change:
        """Revert in the opposite order those that touched anything."""
        return Change.together([command.revert(graph) for command in reversed(self._applied)])


def delete(graph: engine.Graph, nodes: Iterable[str], edges: Iterable[engine.Edge]) -> Command:
    """Return the command that deletes the nodes with all their edges, and the other `edges`."""
    names = nodes if isinstance(nodes, Set) else set(nodes)
    ordered = graph.in_order(names)
    alone = [edge for edge in edges if edge.source not in names and edge.target not in names]
    if not alone:
        return DeleteNodes(ordered)
    cuts = [Disconnect(*edge) for edge in alone]
    if not ordered and len(cuts) == 1:
        return cuts[0]
    text = (
        tr("Delete the selection")
        if ordered
        else tr("Disconnect {count} edges").format(count=count_text(len(cuts)))
    )
    return Several(text, [*cuts, DeleteNodes(ordered)] if ordered else cuts)
