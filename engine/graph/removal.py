"""Many nodes taken out at once, and put back: their groups are gone through once for all.

One by one, each of 20,000 would look for itself in its groups and keep what these were then.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.graph.edge import RemovedNode
from engine.graph.graph import Graph
from engine.graph.groups import Group, without_all
from engine.progress import watched

__all__ = ["Removal", "remove_nodes", "restore_nodes"]


@dataclass(frozen=True)
class Removal:
    """Nodes that were taken out one after the other, and the groups from before."""

    nodes: tuple[RemovedNode, ...]
    groups: tuple[Group, ...]


def remove_nodes(graph: Graph, names: Sequence[str]) -> Removal:
    """Remove nodes with their edges, and return what `restore_nodes` puts back.

    Raises UnknownNodeError before anything is removed.
    """
    for name in names:
        graph.op_of(name)
    groups, graph._groups = graph._groups, ()  # set as they are: what is left of them is sound
    removed: list[RemovedNode] = []
    try:
        removed.extend(map(graph.remove_node, watched(names)))
    finally:  # given up amid them, those that are left stay in their groups
        graph._groups = without_all(groups, {node.name for node in removed})
    return Removal(tuple(removed), groups)


def restore_nodes(graph: Graph, removal: Removal) -> None:
    """Put nodes back as they were; the graph is as it was left when they were removed."""
    for node in watched(removal.nodes[::-1]):
        graph.restore_node(node, sound=True)
    graph._groups = removal.groups
