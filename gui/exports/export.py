"""From a graph to a file: the suffix chooses the format, the whole file is written or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import engine
from engine.formats.whole_file import write_whole
from gui.exports import pdf, png, svg
from gui.exports.options import ExportError, Options
from gui.exports.subject import Subject

__all__ = ["FORMATS", "Format", "export", "format_of"]

_PICTURE = ("theme", "transparent", "size", "padding", "legend", "selection")
_WORDS = {"size": "--size", "selection": "--selection", "embed": "--no-embed"}


@dataclass(frozen=True)
class Format:
    """A kind of file: what it is called, how a graph becomes its bytes, which options it has.

    `uses` names the options that make a difference to it; another one that is asked for is an
    error rather than a silence.
    """

    title: str
    render: Callable[[Subject], bytes]
    uses: tuple[str, ...]


FORMATS = {
    ".png": Format("PNG picture", png.render, (*_PICTURE, "scale", "width", "dpi", "embed")),
    ".svg": Format("SVG picture", svg.render, (*_PICTURE, "scale", "width", "embed")),
    ".pdf": Format("PDF document", pdf.render, (*_PICTURE, "scale")),
}


def format_of(path: Path) -> Format:
    """Return the format that the path's suffix names; raises ExportError for an unknown one."""
    found = FORMATS.get(path.suffix.lower())
    if found is None:
        known = ", ".join(FORMATS)
        raise ExportError(f"no format has the suffix {path.suffix!r}; known: {known}")
    return found


def export(graph: engine.Graph, path: str | Path, options: Options | None = None) -> None:
    """Write the picture of `graph` to `path` in the format its suffix names.

    Raises ExportError for an unknown suffix, an option the format does not have, an empty graph or
    a picture too large, and WriteError when the file cannot be written; an old file then stays as
    it was.
    """
    path, options = Path(path), options or Options()
    chosen = format_of(path)
    unused = options.unused(chosen.uses)
    if unused:
        option = _WORDS.get(unused[0], f"--{unused[0].replace('_', '-')}")
        raise ExportError(f"a {chosen.title} has no {option}")
    write_whole(path, chosen.render(Subject(graph, options)))
