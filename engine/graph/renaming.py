"""What a node's new name changes: the network, and the formulas that the node feeds."""

from collections.abc import Sequence
from typing import Any

import networkx as nx

from engine.expression import is_name, rename
from engine.graph.edge import Edge

__all__ = ["relabel", "renamed_formula"]


def relabel(network: nx.MultiDiGraph, old: str, new: str) -> None:
    """Let the node `old` be called `new`, as `nx.relabel_nodes` does, which looks at every node."""
    network.add_node(new)
    network._node[new].update(network._node[old])
    leaving, entering = network._succ[old], network._pred[old]
    edges = [(new, end, *one) for end, ports in leaving.items() for one in ports.items()]
    edges += [(end, new, *one) for end, ports in entering.items() for one in ports.items()]
    network.remove_node(old)
    network.add_edges_from(edges)


def renamed_formula(formula: str, ports: Sequence[str], edge: Edge, new: str) -> dict[str, Any]:
    """Return the attributes of a formula whose input takes the new name of what feeds it."""
    listed = list(ports)
    if listed[edge.port] != edge.source or new in listed or not is_name(new):
        return {}  # the port keeps its name
    listed[edge.port] = new
    return {"formula": rename(formula, edge.source, new), "inputs": listed}
