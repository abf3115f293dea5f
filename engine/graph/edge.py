"""An edge, and a node that was taken out with its edges: what the graph's editing speaks of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from engine.graph.groups import Membership

__all__ = ["Edge", "RemovedNode"]


class Edge(NamedTuple):
    """What carries `source`'s value into input `port` of `target`."""

    source: str
    target: str
    port: int

    def renamed(self, old: str, new: str) -> "Edge":
        """Return the edge where the node `old` is called `new`."""
        source, target = (new if name == old else name for name in self[:2])
        return Edge(source, target, self.port)


@dataclass(frozen=True)
class RemovedNode:
    """A node that was taken out, with all it takes to put it back exactly.

    `more` is what a file keeps of its `edges` besides what every edge has.
    """

    name: str
    rank: int
    attributes: Mapping[str, Any]
    edges: tuple[Edge, ...]
    was_output: bool
    memberships: tuple[Membership, ...] = ()
    more: Mapping[Edge, Mapping[str, Any]] = field(default_factory=dict)
