"""Export a picture of a graph; the suffix of OUT names the format."""

import argparse

import engine
from gui.command_line.reading import UsageError, read_graph

__all__ = ["add_arguments", "run"]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the graph")
    parser.add_argument("-o", "--out", required=True, metavar="OUT", help="such as picture.png")
    parser.add_argument(
        "--scale", type=float, default=2.0, metavar="S", help="pixels per unit (default 2)"
    )
    parser.add_argument("--transparent", action="store_true", help="without a background")
    parser.add_argument(
        "--theme", choices=("light", "dark"), default="light", help="the colours (default light)"
    )
    parser.add_argument(
        "--size",
        metavar="WxH",
        help="the shape of the page, such as 16:9, 4:3 or 1280x720: a graph too long to be read "
        "on it is folded into rows",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the picture's file; return 0."""
    graph = read_graph(arguments.file)
    # Drawing needs Qt, which is loaded only now.
    from gui.exports import Options, export

    try:
        options = Options(
            scale=arguments.scale,
            theme=arguments.theme,
            transparent=arguments.transparent,
            page=_page(arguments.size),
        )
        export(graph, arguments.out, options)
    except engine.GraphError as error:
        raise UsageError(f"{arguments.out}: {error}") from error
    return 0


def _page(size: str | None) -> tuple[float, float] | None:
    """Return the page's size in points, as wide as a slide."""
    if size is None:
        return None
    try:
        width, height = (float(part) for part in size.lower().replace(":", "x").split("x"))
        if not (0.1 <= width / height <= 10.0):
            raise ValueError
    except (ValueError, ZeroDivisionError):
        raise UsageError(f"--size {size!r} is not a shape such as 16:9 or 1280x720") from None
    return _SLIDE_WIDTH, _SLIDE_WIDTH * height / width


_SLIDE_WIDTH = 888.0  # points inside the margins of a slide, 13.33 inches wide
