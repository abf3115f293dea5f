"""The `.chainrule` file, version 1: NetworkX node-link data as UTF-8 JSON.

A file is untrusted. What is malformed raises FileError with one sentence that names the place;
what is unknown is kept and written back. The same graph always gives the same bytes.
"""

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
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
    WriteError,
)
from engine.formats.chainrule_rows import EDGE_KEYS, edge_line, entry_line, node_line, ordered
from engine.formats.contents import Contents, complete, copied
from engine.formats.elsewhere import elsewhere
from engine.formats.json_text import check_kept, check_written, read_json
from engine.formats.json_value import check_entries, value_from_json
from engine.formats.picture_file import graph_bytes
from engine.formats.whole_file import write_whole
from engine.graph import Graph
from engine.graph.groups import read_groups
from engine.graph.own_ops import read_own_ops
from engine.language import count_text, noop, sentence
from engine.ops import LEAVES
from engine.progress import report, watched
from engine.value import shape_of

__all__ = [
    "MAX_EDGES",
    "MAX_NODES",
    "VERSION",
    "check_count",
    "dumps",
    "load",
    "loads",
    "save",
    "save_bytes",
    "written",
]

VERSION = 1
MAX_NODES = 250_000
MAX_EDGES = 1_000_000

_GRAPH_KEYS = ("format", "version", "title", "output", "groups", "ops")


def load(path: str | os.PathLike[str]) -> Graph:
    """Return the graph that the file at `path` holds, itself or as a picture of the graph.

    Raises FileError (LimitError, VersionError) with a sentence about what is wrong and where, and
    OSError where the file cannot be read at all.
    """
    if Path(path).is_dir():
        raise FileError(sentence("it is a folder, not a file"))
    with Path(path).open("rb") as file:
        try:
            return loads(graph_bytes(file))
        except ForeignFileError as error:
            raise ForeignFileError(f"{error}{elsewhere(Path(path))}") from error


def save(graph: Graph, path: str | os.PathLike[str]) -> None:
    """Write `graph` to `path`, whole or not at all.

    Raises WriteError, for what `load` would not read again, too.
    """
    with _read_again():
        check_count("nodes", len(graph), MAX_NODES)
        check_count("edges", graph.network.number_of_edges(), MAX_EDGES)
        for name in filter(graph.is_leaf, graph.nodes()):
            check_entries(shape_of(graph.value(name)), sentence("the value of {name}", name=name))
    save_bytes(dumps(graph), path)


def save_bytes(
    data: bytes, path: str | os.PathLike[str], begin: Callable[[], None] = lambda: None
) -> None:
    """Write a graph's file, whole or not at all; `begin` is called before anything is written.

    Raises WriteError, for a file that is larger than `load` reads, too, and what `begin` raises.
    """
    with _read_again():
        check_written(data)
    begin()
    write_whole(path, data)


@contextmanager
def _read_again() -> Iterator[None]:
    """Let a limit of what is read refuse what is written."""
    try:
        yield
    except LimitError as error:
        said = sentence("{reason}, more than could be opened again", reason=error)
        told = sentence("cannot be written: {reason}", reason=said)
        raise WriteError(told, reason=said) from error


def dumps(graph: Graph) -> bytes:
    """Return the bytes of the file of `graph`; the same graph always gives the same."""
    return written(copied(graph))


def written(contents: Contents) -> bytes:
    """Return the bytes of a file that says this.

    Raises WriteError where an attribute that a script has set is nothing that JSON can write.
    """
    contents = complete(contents)
    try:
        return _text_of(contents).encode()
    except _UNWRITABLE as error:
        said = sentence(
            "{name} holds what is no finite number, text or list of them", name=_holder(contents)
        )
        told = sentence("cannot be written: {reason}", reason=said)
        raise WriteError(told, reason=said) from error


@without_collection()
def _text_of(contents: Contents) -> str:
    own = {"format": "chainrule", "version": VERSION, **contents.own}
    nodes = [node_line(*node) for node in watched(contents.nodes, 0.0, 0.5)]
    edges = [edge_line(*edge) for edge in watched(contents.edges, 0.5, 1.0)]
    extra = {key: own.pop(key) for key in list(own) if key == _EXTRA}
    parts = [
        '{\n  "directed": true,\n  "multigraph": true,\n  "graph": ',
        entry_line(ordered(own, _GRAPH_KEYS)),
        ',\n  "nodes": ',
        _rows(nodes),
        ',\n  "edges": ',
        _rows(edges),
    ]
    for key, value in sorted(extra.get(_EXTRA, {}).items()):
        parts += [",\n  ", entry_line(key), ": ", entry_line(value)]
    return "".join((*parts, "\n}\n"))


_UNWRITABLE = (TypeError, ValueError, RecursionError)


def _holder(contents: Contents) -> str:
    """Return the node that cannot be written, else the graph, whose own attributes or edges do."""
    for name, attributes in contents.nodes:
        try:
            node_line(name, attributes).encode()
        except _UNWRITABLE:
            return name
    return sentence("the graph")


# Where unknown top-level entries of a file are kept. No file can hold this key itself: `check_kept`
# refuses half of a surrogate pair.
_EXTRA = "\ud800extra"


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
    return {**own, _EXTRA: extra} if extra else dict(own)


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


def _rows(lines: list[str]) -> str:
    return "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
