"""The graph: what it is, what it must not become, how it is edited; its groups, parts and paths."""

from engine.graph.graph import Graph, RemovedNode
from engine.graph.structure import Edge

__all__ = ["Edge", "Graph", "RemovedNode"]
