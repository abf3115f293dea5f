"""Graphs of `chainrule new` that come from elsewhere: PyTorch, ONNX, node-link JSON."""

import argparse
from pathlib import Path

import engine
from engine.formats.from_onnx import graph_from_onnx
from engine.formats.from_torch import graph_from_torch, load_target
from engine.formats.node_link import graph_from_node_link
from engine.words.wording import reason_of
from gui.command_line.reading import values
from gui.command_line.usage import UsageError

__all__ = ["add_from_arguments", "graph_from_elsewhere"]

_FILES = (".json", ".onnx")
_MOST_BYTES = 256 * 2**20  # more than a graph of the most array entries takes in ONNX


def add_from_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that name a graph from elsewhere."""
    elsewhere = parser.add_argument_group("a graph from elsewhere, in place of TEXT")
    elsewhere.add_argument(
        "--from-torch",
        metavar="MODULE:NAME",
        help="a PyTorch function or module, such as model:loss for loss in model.py; its code is "
        "run; its arguments are leaves that take their NAME=VALUE",
    )
    elsewhere.add_argument(
        "--from",
        dest="source",
        metavar="FILE",
        help="node-link JSON, as networkx writes it (.json), or an ONNX model (.onnx), whose "
        "inputs take their NAME=VALUE",
    )


def graph_from_elsewhere(
    arguments: argparse.Namespace, parameters: list[str] | None
) -> engine.Graph | None:
    """Return the graph that --from or --from-torch names, None without either."""
    written = [arguments.text, *arguments.values] if arguments.text is not None else []
    if arguments.source is not None:
        return _read(Path(arguments.source), written)
    if arguments.from_torch is None:
        return None
    try:
        target = load_target(arguments.from_torch)
        return graph_from_torch(target, values(written), parameters)
    except engine.GraphError as error:
        raise UsageError(f"{arguments.from_torch}: {error}") from error


def _read(path: Path, written: list[str]) -> engine.Graph:
    suffix = path.suffix.lower()
    if suffix not in _FILES:
        raise UsageError(f"{path}: --from reads {' and '.join(_FILES)} files")
    if written and suffix == ".json":
        raise UsageError(f"{path} has its values itself: '{written[0]}' has no place")
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise UsageError(f"{path}: the file is larger than {_MOST_BYTES >> 20} MB")
        if suffix == ".json":
            return graph_from_node_link(data)
        return graph_from_onnx(data, values(written))
    except engine.GraphError as error:
        raise UsageError(f"{path}: {error}") from error
    except OSError as error:
        raise UsageError(f"{path}: {reason_of(error)}") from error
