"""Export a picture, a program or a text of a graph; the suffix of OUT names the format."""

import argparse
import sys

import engine
from gui.command_line.export_text import (
    add_text_arguments,
    check_untrained,
    chosen_text,
    suffix_of,
    write_text,
)
from gui.command_line.out import STANDARD, write_out
from gui.command_line.reading import check_one_comes_in, number_of, read_graph
from gui.command_line.usage import UsageError

__all__ = ["add_arguments", "run"]

_OUT = (
    "the file to write; its suffix names the format: .png, .svg or .pdf a picture, .pptx slides, "
    ".gif or .apng the steps as a moving picture, .html a page that steps, .tex TikZ, .py a "
    "program, .dot or .gv Graphviz, .mmd or .mermaid Mermaid, .onnx the forward graph; - for "
    "stdout, with --as"
)

_TAKEN = (  # by a picture as they are
    *("scale", "width", "dpi", "padding", "theme", "transparent", "legend"),
    *("steps", "bump", "embed"),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the graph, - for stdin")
    parser.add_argument("-o", "--out", required=True, metavar="OUT", help=_OUT)
    add_text_arguments(parser)
    _add_size(parser)
    _add_look(parser)
    parser.add_argument(
        "--steps",
        action="store_true",
        default=None,
        help="every step of the forward and the backward pass: a slide or a page each",
    )
    parser.add_argument(
        "--bump",
        action="store_true",
        default=None,
        help="two slides or pages more: the first parameter (without one, an input) bumped by "
        "0.001, a large or tiny one by a thousandth, and n + p against n × p steps",
    )
    parser.add_argument(
        "--no-embed",
        dest="embed",
        action="store_false",
        default=None,
        help="without the graph, which a PNG or SVG else holds so that it opens again",
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the file; return 0."""
    text = chosen_text(arguments)
    check_one_comes_in(arguments.file, arguments.data)
    graph = read_graph(arguments.file)
    if text is not None:
        return write_text(graph, text, arguments)
    check_untrained(arguments)
    # Drawing needs Qt, which is loaded only now.
    from gui.exports import Options, Size, export, export_bytes

    given = {name: getattr(arguments, name) for name in _TAKEN}
    try:
        if arguments.size is not None:
            given["size"] = Size.read(arguments.size)
        if arguments.selection is not None:
            given["selection"] = _names(arguments.selection)
        options = Options(**{name: value for name, value in given.items() if value is not None})
        if arguments.out == STANDARD:
            data, remarks = export_bytes(graph, suffix_of(arguments), options)
            write_out(data, STANDARD)
        else:
            remarks = export(graph, arguments.out, options)
    except engine.FileError as error:  # what the graph's own texts say is wrong
        raise UsageError(f"{arguments.file}: {error}") from error
    except engine.GraphError as error:
        raise UsageError(f"{arguments.out}: {error}") from error
    for remark in remarks:
        print(f"chainrule: {arguments.out}: {remark}", file=sys.stderr)
    return 0


def _names(written: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in written.split(",") if name.strip())


def _add_size(parser: argparse.ArgumentParser) -> None:
    large = parser.add_argument_group("how large it is")
    large.add_argument(
        "--size",
        metavar="WxH",
        help="the page: a shape such as 16:9 or 4:3, or exact pixels such as 1280x720; a graph too "
        "long to be read on it is folded into rows",
    )
    large.add_argument("--scale", type=number_of, metavar="S", help="pixels per unit (PNG: 2)")
    large.add_argument("--width", type=int, metavar="W", help="pixels of the whole width")
    large.add_argument(
        "--dpi",
        type=number_of,
        metavar="D",
        help="pixels per inch on paper, written into the file",
    )
    large.add_argument("--padding", type=number_of, metavar="P", help="units around (default 28)")


def _add_look(parser: argparse.ArgumentParser) -> None:
    look = parser.add_argument_group("how it looks")
    look.add_argument("--theme", choices=("light", "dark"), help="the colours (default light)")
    look.add_argument(
        "--transparent", action="store_true", default=None, help="without a background"
    )
    look.add_argument(
        "--no-legend",
        dest="legend",
        action="store_false",
        default=None,
        help="without the line that says which number is which",
    )
    look.add_argument("--selection", metavar="NAMES", help="only these nodes, such as w,x,c")
