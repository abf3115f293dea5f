"""Make a graph from text: an expression or several assignments, laid out."""

import argparse

import engine
from engine.assignments import graph_from_text
from gui.command_line.reading import UsageError, values

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "text", metavar="TEXT", help="such as 'J = (w*x+b-y)^2/2', or several, divided by ';'"
    )
    parser.add_argument("values", nargs="*", metavar="NAME=VALUE", help="the leaves' values")
    parser.add_argument("-o", "--out", required=True, metavar="FILE", help="the file to write")
    parser.add_argument("--title", help="the graph's title")
    parser.add_argument(
        "--parameters",
        metavar="NAMES",
        help="the leaves that are parameters, such as w,b; by default those whose names begin "
        "with w or b",
    )
    expand = parser.add_mutually_exclusive_group()
    expand.add_argument(
        "--expand", action="store_true", default=None, help="one node per operation"
    )
    expand.add_argument(
        "--no-expand", dest="expand", action="store_false", help="one node per assignment"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the graph's file; return 0."""
    parameters = None
    if arguments.parameters is not None:
        parameters = [name.strip() for name in arguments.parameters.split(",") if name.strip()]
    graph = graph_from_text(arguments.text, values(arguments.values), parameters, arguments.expand)
    graph.title = arguments.title or ""
    _lay_out(graph)
    try:
        engine.save(graph, arguments.out)
    except engine.WriteError as error:
        raise UsageError(f"{arguments.out}: {error}") from error
    return 0


def _lay_out(graph: engine.Graph) -> None:
    # Text is measured with Qt's fonts, which are loaded only now.
    from gui.headless import ensure_application
    from gui.picture.layout import place_all

    ensure_application()
    place_all(graph)
