"""A document and its file."""

import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import engine
from engine.formats import chainrule_file, picture_file
from engine.formats.contents import Contents, copied
from engine.progress import stage
from engine.words.wording import reason_of
from gui.document import Document
from gui.document.fingerprint import fingerprint
from gui.language import tr
from gui.threads.work import commit

__all__ = ["Writing", "check_ends", "is_picture", "read_graph", "save", "writing"]


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


class Writing:
    """Writes a document as it is now to a file, whole or not at all, in whichever thread."""

    def __init__(self, document: Document, path: Path) -> None:
        self._document, self._path = document, path
        self._graph, self._revision = document.graph, document.revision
        self._copying = threading.Lock()
        self._is_copied = self._is_stale = False
        self._told = ""

    def write(self) -> bool:
        """Write the file; return False where the document was edited before it was copied.

        Raises WriteError, and Cancelled before it is begun.
        """
        with self._copying:
            if self._is_stale:
                return False
            contents: Contents = copied(self._graph)
            self._is_copied = True
        with stage(0.0, 0.8):
            data = chainrule_file.written(contents)
        self._told = fingerprint(data)
        chainrule_file.save_bytes(data, self._path, commit)
        return True

    def note(self) -> None:
        """Let the document know that it is written, and whether it was edited since."""
        if self._document.graph is self._graph:  # else another one was opened
            self._document.mark_written(self._path, self._told, self._revision)

    def hold_back(self) -> None:
        """Let an edit wait for a copy that is just being made; it makes a later one useless."""
        with self._copying:
            self._is_stale = not self._is_copied


@contextmanager
def writing(document: Document, path: Path) -> Iterator[Writing]:
    """Give what writes the document; what is only previewed ends, and edits may come meanwhile."""
    document.end_preview()
    one = Writing(document, path)
    document.changing.connect(one.hold_back)
    try:
        yield one
    finally:
        document.changing.disconnect(one.hold_back)


def save(document: Document, path: Path) -> None:
    """Write the document to `path`, whole or not at all, and note that it is saved there.

    Raises WriteError; the document and the file are then as they were.
    """
    with writing(document, path) as one:
        one.write()
        one.note()
