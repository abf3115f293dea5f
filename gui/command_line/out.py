"""Where the commands write: a file, or standard output, which `-` stands for."""

import sys

import engine
from engine.formats.chainrule_file import saved
from engine.formats.elsewhere import check_graph_name
from engine.formats.whole_file import check_writable, write_whole
from gui.command_line.usage import UsageError

__all__ = ["STANDARD", "check_out", "write_graph", "write_out"]

STANDARD = "-"
"""In place of a file's name: standard output, and input; a file called so is written `./-`."""


def check_out(path: str) -> None:
    """Raise UsageError where a graph cannot be written at `path`, or would look like a picture."""
    if path == STANDARD:
        return
    try:
        check_graph_name(path)
        check_writable(path)
    except engine.WriteError as error:
        raise UsageError(f"{path}: {error}") from error


def write_graph(graph: engine.Graph, path: str) -> None:
    """Write the graph's file; raises UsageError."""
    try:
        data = saved(graph)
    except engine.WriteError as error:
        raise UsageError(f"{path}: {error}") from error
    write_out(data, path)


def write_out(data: bytes, path: str) -> None:
    """Write the bytes, whole or not at all where they are a file's; raises UsageError."""
    if path != STANDARD:
        try:
            write_whole(path, data)
        except engine.WriteError as error:
            raise UsageError(f"{path}: {error}") from error
    elif sys.stdout is None:
        raise UsageError(f"{path}: standard output is closed")
    else:
        sys.stdout.buffer.write(data)
