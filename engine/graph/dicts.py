"""A graph's own dicts, for reading: thousands of nodes are asked for without a call for each.

They are networkx's, which has no public name for them: its views take three times as long.
"""

from collections.abc import Mapping
from typing import Any, TypeAlias

from engine.graph.structure import Structure

__all__ = ["attributes_of", "predecessors_of", "successors_of"]

Neighbours: TypeAlias = Mapping[str, Mapping[str, Mapping[int, dict[str, Any]]]]
"""By a node's name those beside it, each with the edges between by their ports."""


def attributes_of(graph: Structure) -> Mapping[str, dict[str, Any]]:
    """Return the attributes of all nodes."""
    found: Mapping[str, dict[str, Any]] = graph.network._node
    return found


def predecessors_of(graph: Structure) -> Neighbours:
    """Return what feeds each node."""
    found: Neighbours = graph.network._pred
    return found


def successors_of(graph: Structure) -> Neighbours:
    """Return what each node feeds."""
    found: Neighbours = graph.network._succ
    return found
