"""A document and its file."""

import stat
from pathlib import Path

import engine
from engine.formats import picture_file
from engine.formats.chainrule_file import save_bytes
from engine.words.wording import reason_of
from gui.document import Document
from gui.language import tr

__all__ = ["check_ends", "is_picture", "read_graph", "save"]


def check_ends(path: Path) -> None:
    """Raise FileError where a pipe or a device is at `path`: a window would wait for its end.

    The command line reads those, `evaluate <(...)`.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # who opens it says what is wrong
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise engine.FileError(tr("it is a pipe or a device, not a file"))


def read_graph(path: Path) -> engine.Graph:
    """Return the graph in the file `path`; raises FileError with a sentence fit to show."""
    check_ends(path)
    try:
        return engine.load(path)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a ValueError
        raise engine.FileError(reason_of(error)) from error


def is_picture(path: Path) -> bool:
    """Return whether the file `path` is a PNG or an SVG, which may hold a graph."""
    try:
        check_ends(path)
        with path.open("rb") as file:
            return picture_file.is_picture(file.read(4096))
    except (engine.FileError, OSError, ValueError):
        return False


def save(document: Document, path: Path, contents: bytes | None = None) -> None:
    """Write the document to `path`, whole or not at all, and note that it is saved there.

    `contents` are its bytes, where they are known. Raises WriteError; the document and the file
    are then as they were.
    """
    contents = document.contents() if contents is None else contents
    save_bytes(contents, path)
    document.mark_saved(path, contents)
