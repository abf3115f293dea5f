"""A part of a graph as a graph of its own."""

from collections.abc import Collection

from engine.graph import Edge, Graph
from engine.graph.own_ops import said_own
from engine.progress import watched

__all__ = ["entering", "subgraph"]


def subgraph(graph: Graph, names: Collection[str]) -> Graph:
    """Return the nodes `names`, the edges among them, their own ops, the groups they hold whole."""
    inside = set(names)
    part = Graph()
    ordered = graph.in_order(inside)
    for name in watched(ordered, 0.0, 0.5):
        attributes = dict(graph.attributes(name))
        part.add_node(name, attributes.pop("op"), **attributes)
    for edge in watched(graph.edges(ordered), 0.5, 1.0):
        if edge.source in inside:
            part.add_edge(*edge, graph.network.get_edge_data(*edge))
    made_of = {said_own(part.attributes(name)) for name in part.nodes()}
    part.own_ops = [op for op in graph.own_ops if op.name in made_of]
    part.groups = [group for group in graph.groups if inside.issuperset(group.members)]
    return part


def entering(graph: Graph, names: Collection[str]) -> list[Edge]:
    """Return the edges that lead to `names` from elsewhere."""
    inside = set(names)
    return [e for e in graph.edges(graph.in_order(inside)) if e.source not in inside]
