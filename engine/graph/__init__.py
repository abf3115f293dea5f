"""The graph: what it is, what it must not become, how it is edited; its groups, parts and paths."""

from engine.graph.edge import Edge, RemovedNode
from engine.graph.graph import Graph

__all__ = ["Edge", "Graph", "RemovedNode"]
