"""The graph: what it is, what it must not become, how it is edited; its groups, parts and paths."""

from engine.graph.graph import Graph
from engine.graph.structure import Edge, RemovedNode

__all__ = ["Edge", "Graph", "RemovedNode"]
