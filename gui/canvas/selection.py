"""What is selected: nodes by name, edges by their ends."""

from dataclasses import dataclass, field

import engine
from gui.document import Change
from gui.picture.picture import Picture

__all__ = ["Selection"]


@dataclass
class Selection:
    """The selected nodes and edges; never part of the history."""

    nodes: set[str] = field(default_factory=set)
    edges: set[engine.Edge] = field(default_factory=set)

    def __bool__(self) -> bool:
        return bool(self.nodes or self.edges)

    def clear(self) -> None:
        """Select nothing."""
        self.nodes.clear()
        self.edges.clear()

    def follow(self, change: Change, graph: engine.Graph) -> None:
        """Forget what is gone, keep what is renamed; of another graph nothing is selected."""
        if change.reset:  # what it has by the same names is something else
            self.clear()
            return
        if change.renamed:
            new = dict(change.renamed)
            self.nodes = {new.get(name, name) for name in self.nodes}
        self.nodes -= change.gone
        has, edges = graph.network.has_edge, map(change.newest_edge, self.edges)
        self.edges = {edge for edge in edges if has(*edge[:2], key=edge.port)}

    def keep_to(self, picture: Picture) -> None:
        """Take a folded group whole, and forget the edges within it, which are not seen."""
        shown = picture.shown
        if shown.composites:
            for one in shown.composites.values():
                if not self.nodes.isdisjoint(one.nodes):
                    self.nodes.update(one.nodes)
            self.edges = {e for e in self.edges if picture.place_of_edge(e) is not None}
