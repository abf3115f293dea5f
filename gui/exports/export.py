"""From a graph to a file: the suffix chooses the format, the whole file is written or nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import engine
from engine.formats.whole_file import write_whole
from gui.evaluation import read
from gui.exports import png
from gui.exports.options import ExportError, Options
from gui.headless import ensure_application
from gui.picture.layout import place_all
from gui.picture.picture import Picture

__all__ = ["FORMATS", "Format", "export", "picture_for"]


@dataclass(frozen=True)
class Format:
    """A kind of file: what it is called and how a picture becomes its bytes."""

    title: str
    render: Callable[[Picture, Options], bytes]


FORMATS = {".png": Format("PNG picture", png.render)}


def export(graph: engine.Graph, path: str | Path, options: Options | None = None) -> None:
    """Write the picture of `graph` to `path` in the format its suffix names.

    Raises ExportError for an unknown suffix, an empty graph or a picture too large, and
    WriteError when the file cannot be written; an old file then stays as it was.
    """
    path, options = Path(path), options or Options()
    chosen = FORMATS.get(path.suffix.lower())
    if chosen is None:
        known = ", ".join(FORMATS)
        raise ExportError(f"no format has the suffix {path.suffix!r}; known: {known}")
    if not graph.nodes():
        raise ExportError("the graph is empty: there is nothing to draw")
    write_whole(path, chosen.render(picture_for(graph, options), options))


def picture_for(graph: engine.Graph, options: Options) -> Picture:
    """Return the picture of a graph as an export draws it; `graph` itself is not changed.

    A graph without positions, or one that is to fill a page, is laid out first.
    """
    ensure_application()
    drawn = graph.copy()
    if options.page or any("position" not in drawn.attributes(name) for name in drawn.nodes()):
        place_all(drawn, page=options.page)
    return Picture(drawn, read(drawn))
