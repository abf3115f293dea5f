"""The bytes of a `.chainrule` file read: what is malformed is told with its place in the file."""

from collections.abc import Mapping
from typing import Any

from engine.collection import without_collection
from engine.errors import (
    EdgeError,
    FileError,
    ForeignFileError,
    GraphError,
    InvalidAttributeError,
    InvalidGroupError,
    LimitError,
    VersionError,
)
from engine.formats.chainrule_rows import EDGE_KEYS
from engine.formats.json_text import check_kept, read_json
from engine.formats.json_value import value_from_json
from engine.graph import Graph
from engine.graph.groups import read_groups
from engine.graph.own_ops import read_own_ops
from engine.language import count_text, noop, sentence
from engine.ops import LEAVES
from engine.progress import report, watched

__all__ = ["EXTRA", "MAX_EDGES", "MAX_NODES", "VERSION", "check_count", "loads"]

VERSION = 1
MAX_NODES = 250_000
MAX_EDGES = 1_000_000

# Where unknown top-level entries of a file are kept. No file can hold this key itself: `check_kept`
# refuses half of a surrogate pair.
EXTRA = "\ud800extra"


@without_collection()
def loads(data: bytes) -> Graph:
    """Return the graph of a file's bytes; raises FileError as `load` does."""
    report(0.0)
    tree = read_json(data)
    if not isinstance(tree, dict):
        raise ForeignFileError(sentence("this is no graph: it has no nodes and edges"))
    own = _graph_part(tree)
    nodes, edges = _list(tree, "nodes", MAX_NODES), _list(tree, "edges", MAX_EDGES)
    graph = Graph()
    output, groups = own.pop("output", None), own.pop("groups", [])
    own_ops = own.pop("ops", [])
    graph.network.graph.update(own)
    for i, entry in enumerate(watched(nodes, 0.3, 0.6)):
        _add_node(graph, entry, f"nodes[{i}]")
    for i, entry in enumerate(watched(edges, 0.6, 1.0)):
        if not _added_plainly(graph, entry):
            _add_edge(graph, entry, f"edges[{i}]")
    if output is not None:
        if output not in graph:
            raise FileError(f"graph.output: {_no_node(output)}")
        graph.output = output
    try:
        graph.groups = read_groups(groups, graph)
        graph.own_ops = read_own_ops(own_ops)
    except (InvalidGroupError, InvalidAttributeError) as error:
        raise FileError(f"graph.{error}") from None
    return graph


def _graph_part(tree: Mapping[str, Any]) -> dict[str, Any]:
    own = tree.get("graph")
    if not isinstance(own, dict):
        raise ForeignFileError(sentence("this is not a Chainrule file: graph is missing"))
    if own.get("format") != "chainrule":
        said = noop('graph.format: expected "chainrule"; this is not a Chainrule file')
        raise ForeignFileError(sentence(said))
    version = own.get("version")
    if type(version) is not int or version < 1:
        raise FileError(f"graph.version: {sentence('expected a whole number from 1')}")
    if version > VERSION:
        raise VersionError(
            sentence(
                "graph.version: {version} is newer than this program reads ({known}); "
                "please update Chainrule",
                version=version,
                known=VERSION,
            )
        )
    for key in ("directed", "multigraph"):
        if tree.get(key, True) is not True:
            raise FileError(f"{key}: {sentence('expected true')}")
    for key in ("title", "output"):
        if key in own and not isinstance(own[key], str):
            raise FileError(f"graph.{key}: {sentence('expected a text')}")
    check_kept(own, "graph")
    known = {"directed", "multigraph", "graph", "nodes", "edges"}
    extra = {key: value for key, value in tree.items() if key not in known}
    check_kept(extra, "")
    return {**own, EXTRA: extra} if extra else dict(own)


def check_count(key: str, count: int, most: int) -> None:
    """Raise LimitError where a file has more than `most` of what stands under `key`."""
    if count > most:
        said = noop("{n} are more than the {most} a file may have")
        told = sentence(said, n=count_text(count), most=count_text(most))
        raise LimitError(f"{key}: {told}")


def _list(tree: Mapping[str, Any], key: str, most: int) -> list[Any]:
    found = tree.get(key)
    if not isinstance(found, list):
        raise FileError(f"{key}: {sentence('expected a list')}")
    check_count(key, len(found), most)
    return found


def _add_node(graph: Graph, entry: object, place: str) -> None:
    node = _object(entry, place)
    name, op = _text(node, "id", place), _text(node, "op", place)
    attributes = {key: value for key, value in node.items() if key not in ("id", "op")}
    if op in LEAVES:
        if "value" not in node:
            said = sentence("is missing; {op} {name} needs one", op=op, name=repr(name))
            raise FileError(f"{place}.value: {said}")
        attributes["value"] = value_from_json(node["value"], f"{place}.value")
        check_kept({k: v for k, v in attributes.items() if k != "value"}, place)
    else:
        check_kept(attributes, place)
    try:
        graph.add_node(name, op, **attributes)
    except GraphError as error:
        raise FileError(f"{place}: {error}") from None


def _added_plainly(graph: Graph, entry: Any) -> bool:
    """Add an edge that has what it needs and nothing else; tell whether it could be added.

    Nearly all are like that. The others are looked at one thing after the other.
    """
    if type(entry) is not dict or len(entry) != len(EDGE_KEYS):
        return False
    source, target, port = map(entry.get, EDGE_KEYS)
    if type(source) is not str or type(target) is not str or type(port) is not int:
        return False
    try:
        graph.add_edge(source, target, port)
    except GraphError:
        return False
    return True


def _add_edge(graph: Graph, entry: object, place: str) -> None:
    edge = _object(entry, place)
    source, target = _text(edge, "source", place), _text(edge, "target", place)
    port = edge.get("key")
    if type(port) is not int:
        said = sentence("expected the number of an input port")
        raise FileError(f"{place}.key: {said}")
    for key, name in (("source", source), ("target", target)):
        if name not in graph:
            raise FileError(f"{place}.{key}: {_no_node(name)}")
    extra = {key: value for key, value in edge.items() if key not in EDGE_KEYS}
    try:
        graph.add_edge(source, target, port, extra)
    except EdgeError as error:
        raise FileError(f"{place}: {error}") from None
    check_kept(extra, place)


def _object(entry: object, place: str) -> dict[str, Any]:
    if not isinstance(entry, dict):
        raise FileError(f"{place}: {sentence('expected an object')}")
    return entry


def _text(entry: Mapping[str, Any], key: str, place: str) -> str:
    found = entry.get(key)
    if not isinstance(found, str) or not found:
        said = sentence("expected a text that is not empty")
        raise FileError(f"{place}.{key}: {said}")
    return found


def _no_node(name: str) -> str:
    return sentence("there is no node named {name}", name=repr(name))
