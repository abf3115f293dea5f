"""The `.chainrule` file, version 1: NetworkX node-link data as UTF-8 JSON.

A file is untrusted. What is malformed raises FileError with one sentence that names the place;
what is unknown is kept and written back. The same graph always gives the same bytes.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.collection import without_collection
from engine.errors import FileError, ForeignFileError, LimitError, WriteError
from engine.formats import chainrule_read
from engine.formats.chainrule_read import EXTRA, MAX_EDGES, MAX_NODES, VERSION, check_count, loads
from engine.formats.chainrule_rows import edge_line, entry_line, node_line, ordered
from engine.formats.contents import Contents, complete, copied
from engine.formats.elsewhere import elsewhere
from engine.formats.json_text import check_written
from engine.formats.json_value import check_entries
from engine.formats.picture_file import graph_bytes
from engine.formats.whole_file import write_whole
from engine.graph import Graph
from engine.language import sentence
from engine.progress import watched
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
    "saved",
    "written",
]

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
    save_bytes(_counted(graph), path)


def saved(graph: Graph) -> bytes:
    """Return the bytes that `save` writes; raises WriteError as it does."""
    return _checked(_counted(graph))


def save_bytes(
    data: bytes, path: str | os.PathLike[str], begin: Callable[[], None] = lambda: None
) -> None:
    """Write a graph's file, whole or not at all; `begin` is called before anything is written.

    Raises WriteError, for a file that is larger than `load` reads, too, and what `begin` raises.
    """
    _checked(data)
    begin()
    write_whole(path, data)


def _counted(graph: Graph) -> bytes:
    """Return the bytes of the file of a graph that has no more of anything than `load` reads."""
    with _read_again():
        check_count("nodes", len(graph), chainrule_read.MAX_NODES)
        check_count("edges", graph.edge_count(), chainrule_read.MAX_EDGES)
        for name in filter(graph.is_leaf, graph.nodes()):
            check_entries(shape_of(graph.value(name)), sentence("the value of {name}", name=name))
    return dumps(graph)


def _checked(data: bytes) -> bytes:
    """Return the bytes, which `load` reads."""
    with _read_again():
        check_written(data)
    return data


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
    extra = {key: own.pop(key) for key in list(own) if key == EXTRA}
    parts = [
        '{\n  "directed": true,\n  "multigraph": true,\n  "graph": ',
        entry_line(ordered(own, _GRAPH_KEYS)),
        ',\n  "nodes": ',
        _rows(nodes),
        ',\n  "edges": ',
        _rows(edges),
    ]
    for key, value in sorted(extra.get(EXTRA, {}).items()):
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


def _rows(lines: list[str]) -> str:
    return "[\n    " + ",\n    ".join(lines) + "\n  ]" if lines else "[]"
