"""Adding, deleting, moving and renaming nodes."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import engine
from engine.graph.attributes import Position
from engine.graph.kept import KEPT
from engine.graph.removal import Removal, remove_nodes, restore_nodes
from engine.progress import watched
from gui.commands.wording import nodes_text
from gui.document import Change, Command
from gui.language import tr

__all__ = ["AddNodes", "DeleteNodes", "MoveFound", "MoveNodes", "NewNode", "RenameNode"]


@dataclass(frozen=True)
class NewNode:
    """A node to be added; `attributes` are its value, position, label and so on."""

    name: str
    op: str
    attributes: Mapping[str, object] = field(default_factory=dict)

    @staticmethod
    def of(graph: engine.Graph, name: str) -> "NewNode":
        """Return what adds the node `name` of a graph to another."""
        attributes = dict(graph.attributes(name))
        return NewNode(name, str(attributes.pop("op")), attributes)

    def having(self, **attributes: object) -> "NewNode":
        """Return the node with these attributes besides its own, or instead of them."""
        return NewNode(self.name, self.op, {**self.attributes, **attributes})


_FEW = 100  # nodes; all edges of more are not counted


class AddNodes(Command):
    """Add nodes and edges in one step: a drop, a paste, a whole expression.

    The edges may also join the new nodes with nodes that are there already; `more` is what else a
    file keeps of some.
    """

    reshapes = True

    def __init__(
        self,
        nodes: Iterable[NewNode],
        edges: Iterable[engine.Edge] = (),
        text: str = "",
        more: Mapping[engine.Edge, Mapping[str, Any]] | None = None,
    ) -> None:
        self.nodes = tuple(nodes)
        self.edges = tuple(edges)
        self._more = more or {}
        self._names = tuple(node.name for node in self.nodes)
        self.text = text or nodes_text(tr("Add {nodes}"), self._names)

    def size(self, graph: engine.Graph) -> int:
        """Return how many nodes and edges are added."""
        del graph
        return len(self.nodes) + len(self.edges)

    def apply(self, graph: engine.Graph) -> Change:
        """Add the nodes behind all others, then the edges."""
        nodes = edges = 0
        try:
            for node in watched(self.nodes, 0.0, 0.5):
                graph.add_node(node.name, node.op, **node.attributes)
                nodes += 1
            for edge in watched(self.edges, 0.5, 1.0):
                graph.add_edge(*edge, self._more.get(edge))
                edges += 1
        except engine.GraphError:
            self._remove(graph, nodes, edges)
            raise
        return Change(added=self._names, edges=bool(self.edges))

    def revert(self, graph: engine.Graph) -> Change:
        """Remove them."""
        self._remove(graph, len(self.nodes), len(self.edges))
        return Change(removed=self._names, edges=bool(self.edges))

    def _remove(self, graph: engine.Graph, nodes: int, edges: int) -> None:
        """Remove the first so many; edges between nodes that were there before go one by one."""
        new = set(self._names)
        for source, target, port in self.edges[:edges]:
            if source not in new and target not in new:
                graph.remove_edge(source, target, port)
        remove_nodes(graph, self._names[:nodes][::-1])


class DeleteNodes(Command):
    """Delete nodes with all their edges."""

    reshapes = True

    def __init__(self, names: Iterable[str], text: str = "") -> None:
        named = tuple(names)
        once = len(set(named)) == len(named)  # asked of many in a third of the time
        self.names = self.removes = named if once else tuple(dict.fromkeys(named))
        self.text = text or nodes_text(tr("Delete {nodes}"), self.names)
        self._removal = Removal((), ())

    def size(self, graph: engine.Graph) -> int:
        """Return how many nodes go, of few with all their edges, those that went with them, too.

        Those of many are no more work than nodes that are added.
        """
        if len(self.names) > _FEW:
            return len(self.names)
        here = sum(map(graph.degree, graph.among(self.names)))
        gone = sum(len(removed.edges) for removed in self._removal.nodes)
        return len(self.names) + max(here, gone)

    def apply(self, graph: engine.Graph) -> Change:
        """Remove the nodes and remember all that went with them."""
        self._removal = remove_nodes(graph, self.names)
        return Change(removed=self.names, edges=self._had_edges(), output=self._was_output())

    def revert(self, graph: engine.Graph) -> Change:
        """Put the nodes back in their places with their edges."""
        restore_nodes(graph, self._removal)
        return Change(added=self.names, edges=self._had_edges(), output=self._was_output())

    def _had_edges(self) -> bool:
        return any(removed.edges for removed in self._removal.nodes)

    def _was_output(self) -> bool:
        return any(removed.was_output for removed in self._removal.nodes)


class MoveNodes(Command):
    """Give nodes new positions (of their cards' centres, in picture units).

    Moves of the same nodes with the same `burst` (not None) become one step.
    """

    def __init__(
        self, positions: Mapping[str, Position], text: str = "", burst: Hashable | None = None
    ) -> None:
        self.positions: dict[str, Position] = dict(positions)
        self.text = text or nodes_text(tr("Move {nodes}"), tuple(self.positions))
        self._burst = burst
        self._before: dict[str, Position | None] = {}

    def size(self, graph: engine.Graph) -> int:
        """Return how many nodes move, by what that costs."""
        del graph
        return len(self.positions) // 4

    def apply(self, graph: engine.Graph) -> Change:
        """Place the nodes; those that stand there already are left alone."""
        self._before = graph.set_positions(self.positions)
        return Change(moved=tuple(self._before))

    def revert(self, graph: engine.Graph) -> Change:
        """Place the nodes as they were; one that had no position has none again."""
        graph.set_positions(self._before)
        return Change(moved=tuple(self._before))

    def merge(self, later: Command) -> bool:
        """Take a later move of the same burst."""
        if not isinstance(later, MoveNodes) or self._burst is None or later._burst != self._burst:
            return False
        if later.positions.keys() != self.positions.keys():
            return False
        self.positions.update(later.positions)
        self._before = {**later._before, **self._before}
        return True


class MoveFound(MoveNodes):
    """Give so many nodes the positions that `find` finds in the graph once the move is done.

    For many that takes a while: it is done where the edit is, beside the event loop.
    """

    def __init__(
        self,
        find: Callable[[engine.Graph], Mapping[str, Position]],
        names: Sequence[str],
        text: str = "",
        burst: Hashable | None = None,
    ) -> None:
        super().__init__({}, text or nodes_text(tr("Move {nodes}"), names), burst)
        self._find: Callable[[engine.Graph], Mapping[str, Position]] | None = find
        self._count = len(names)

    def size(self, graph: engine.Graph) -> int:
        """Return how many nodes move, by what that costs."""
        del graph
        return self._count // 4

    def apply(self, graph: engine.Graph) -> Change:
        """Find the positions, the first time, and place the nodes."""
        find, self._find = self._find, None
        if find is not None:
            self.positions = dict(find(graph))
        return super().apply(graph)


class RenameNode(Command):
    """Rename a node; every formula that uses the name follows, and what the file keeps of it."""

    reshapes = True

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.text = tr("Rename {old} to {new}").format(old=old, new=new)
        self._spelling: dict[str, tuple[object, object]] = {}
        self._kept: dict[str, object] = {}
        self._followed: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())

    def size(self, graph: engine.Graph) -> int:
        """Return how many edges it has: all get its name, in each formula it feeds, too."""
        name = self.old if self.old in graph else self.new
        return 1 + (graph.degree(name) if name in graph else 0)

    def apply(self, graph: engine.Graph) -> Change:
        """Rename the node in its place."""
        if self.new == self.old:
            return Change()
        followers = {edge.target for edge in graph.consumers(self.old)}
        self._spelling = {target: _spelling(graph, target) for target in followers}
        self._kept = {key: tree for key, tree in graph.network.graph.items() if key in KEPT}
        graph.rename_node(self.old, self.new)
        after = graph.network.graph
        self._followed = (
            tuple(t for t, old in self._spelling.items() if _spelling(graph, t) != old),
            tuple(key for key, tree in self._kept.items() if after[key] != tree),
        )
        return self._change(self.old, self.new)

    def revert(self, graph: engine.Graph) -> Change:
        """Give the old name back, and the formulas their old spelling."""
        graph.rename_node(self.new, self.old)
        # all of it: what said `new` before, a port or a node that is gone, has followed just now
        for target, spelling in self._spelling.items():
            if _spelling(graph, target) != spelling:
                graph.set_attribute(target, "formula", spelling[0])
                graph.set_attribute(target, "inputs", spelling[1])
        graph.network.graph.update(self._kept)
        return self._change(self.new, self.old)

    def _change(self, old: str, new: str) -> Change:
        edited, kept = self._followed
        return Change(renamed=((old, new),), edited=edited, kept=kept)


def _spelling(graph: engine.Graph, name: str) -> tuple[object, object]:
    """Return a formula and the names of its ports; of any other op twice None."""
    attributes = graph.attributes(name)
    return attributes.get("formula"), attributes.get("inputs")
