"""Node-link JSON of other programs, as `networkx.node_link_data` writes it, as a graph of ours.

A node's `op` and `value` are taken as they are. One without an op is an input where nothing leads
to it, a sum of what leads to it, or, of a single one, the same. Edges without port numbers take
the ports in their order. What others call a label may be a number, a position anything.
"""

import json
from collections import defaultdict
from typing import Any

from engine.errors import FileError, InvalidAttributeError
from engine.formats.chainrule_file import MAX_EDGES, MAX_NODES, VERSION, check_count, loads
from engine.formats.json_text import read_json
from engine.graph import Graph
from engine.graph.attributes import as_position
from engine.language import noop, sentence
from engine.ops import LEAVES

__all__ = ["graph_from_node_link"]


def graph_from_node_link(data: bytes) -> Graph:
    """Return the graph; raises FileError with a sentence that names the place of a fault."""
    tree = read_json(data)
    if not isinstance(tree, dict) or not isinstance(tree.get("nodes"), list):
        said = noop("expected an object with nodes and edges, as networkx writes it")
        raise FileError(sentence(said))
    if tree.get("directed") is False:
        said = sentence("the graph has no directions, so nothing says what feeds what")
        raise FileError(f"directed: {said}")
    key = "links" if "links" in tree and "edges" not in tree else "edges"
    edges = tree.get(key)
    if not isinstance(edges, list):
        raise FileError(f"{key}: {sentence('expected a list')}")
    check_count("nodes", len(tree["nodes"]), MAX_NODES)
    check_count(key, len(edges), MAX_EDGES)
    found = _ported([_edge(edge, f"{key}[{k}]") for k, edge in enumerate(edges)])
    into: dict[str, int] = defaultdict(int)
    for edge in found:
        into[edge["target"]] += 1
    nodes = [_node(node, f"nodes[{k}]", into) for k, node in enumerate(tree["nodes"])]
    own = tree.get("graph")
    header = {"format": "chainrule", "version": VERSION}
    if isinstance(own, dict):
        title = own.get("title", own.get("name", ""))
        header |= {"title": str(title)} if title else {}
        header |= {"output": own["output"]} if isinstance(own.get("output"), str) else {}
    whole = {"graph": header, "nodes": nodes, "edges": found}
    return loads(json.dumps(whole).encode())


def _edge(edge: Any, place: str) -> dict[str, Any]:
    if not isinstance(edge, dict) or not {"source", "target"} <= edge.keys():
        said = sentence("expected an object with source and target")
        raise FileError(f"{place}: {said}")
    return {**edge, "source": str(edge["source"]), "target": str(edge["target"])}


def _ported(edges: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the edges with port numbers: theirs where they are all different, else in order."""
    by_target: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for edge in edges:
        by_target[edge["target"]].append(edge)
    for several in by_target.values():
        keys = [edge.get("key") for edge in several]
        if sorted(k for k in keys if type(k) is int) != list(range(len(several))):
            for port, edge in enumerate(several):
                edge["key"] = port
    return edges


def _node(node: Any, place: str, into: dict[str, int]) -> dict[str, Any]:
    if not isinstance(node, dict) or "id" not in node:
        raise FileError(f"{place}: {sentence('expected an object with an id')}")
    made = {**node, "id": str(node["id"])}
    label = made.pop("label", None)
    if label is not None:
        made["label"] = str(label)
    try:
        as_position(made.get("position"), made["id"])
    except InvalidAttributeError:
        made.pop("position", None)
    if "op" not in made:
        count = into[made["id"]]
        made |= {"op": ("input", "formula", "add")[min(count, 2)]}
        if count == 1:
            made |= {"formula": "x", "inputs": ["x"]}
    if made["op"] in LEAVES:
        made.setdefault("value", 1.0)
    return made
