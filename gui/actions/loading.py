"""Graphs on their way into a window: read, laid out, computed, drawn up beside the event loop."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import engine
from engine.formats import chainrule_file
from engine.progress import stage
from gui import document_file
from gui.actions.action import Editor
from gui.canvas.look.opening import show_first
from gui.dialogs.waiting import wait_for
from gui.document.fingerprint import file_fingerprint
from gui.document_file import writing
from gui.evaluation import LARGE
from gui.language import tr
from gui.picture.layout import lay_out_to_be_read
from gui.picture.picture import Picture
from gui.run import Readings, read
from gui.shipped import read_example
from gui.threads.parting import part_with
from gui.threads.work import Cancelled
from gui.widgets.unfinished import take_typed

__all__ = [
    "LAID_OUT",
    "Loaded",
    "built",
    "clear",
    "has_unsaved",
    "is_long",
    "leave",
    "place_for_more",
    "recovered",
    "saved",
    "show",
    "view_of",
    "waited",
]

LAID_OUT = 40  # nodes, in less than a tenth of a second

_LEAST = 300  # pixels; a view that is smaller is being laid out, or holds no graph to be read
_LONG_FILE = 10_000  # bytes; what is shorter is opened before anyone notices


class Loaded(NamedTuple):
    """The picture of a graph that is laid out, and the graph's readings."""

    picture: Picture
    readings: Readings
    in_file: str | None = None
    """The fingerprint of the file that the graph was read from, taken before it was."""


def waited(editor: Editor, path: Path, *, example: bool = False) -> Loaded:
    """Return what there is to show of the file `path`, laid out where it has no positions.

    An `example` speaks the window's language.
    Raises FileError, and Cancelled when the user gives up.
    """
    words = tr("Opening {file}").format(file=path.name)
    view = view_of(editor)
    return wait_for(editor.widget, words, lambda: _opened(path, view, example), long=is_long(path))


def built(editor: Editor, build: Callable[[], engine.Graph], nodes: int) -> Loaded:
    """Return what there is to show of the graph of so many nodes that `build` makes.

    Raises Cancelled.
    """
    view = view_of(editor)

    def make() -> Loaded:
        with stage(0.0, 0.3):
            graph = build()
        with stage(0.3, 1.0):
            return _loaded(graph, view)

    return wait_for(editor.widget, tr("Building the network"), make, long=nodes > LAID_OUT)


def view_of(editor: Editor) -> tuple[float, float] | None:
    """Return how many pixels wide and high a graph is seen, None before a window has its size."""
    canvas = editor.canvas
    area = canvas if canvas.isVisible() else canvas.parentWidget()
    if area is None or not area.isVisible():
        return None
    size = area.size()
    return (size.width(), size.height()) if min(size.width(), size.height()) >= _LEAST else None


def _loaded(
    graph: engine.Graph, view: tuple[float, float] | None = None, *, as_it_is: bool = False
) -> Loaded:
    """Return `graph` computed and drawn up; laid out for a `view`, where a node has no position.

    What is wanted `as_it_is` gets no positions either.
    """
    with stage(0.0, 0.4):
        readings = read(graph)
    with stage(0.4, 0.7):
        placed = all("position" in graph.attributes(name) for name in graph.nodes())
        if not placed and not as_it_is:
            graph.set_positions(lay_out_to_be_read(graph, readings, view))
    with stage(0.7, 1.0):
        return Loaded(Picture(graph, readings), readings)


def show(editor: Editor, loaded: Loaded, path: Path | None = None, *, saved: bool = True) -> None:
    """Let what was loaded be the document, and in view."""
    picture, readings, in_file = loaded
    _part_with_shown(editor)
    editor.evaluation.expect(picture.graph, readings)
    editor.canvas.expect(picture)
    editor.document.reset(picture.graph, path, saved=saved, in_file=in_file if path else None)
    editor.show_canvas()
    editor.evaluation.flush()
    show_first(editor.canvas)


def place_for_more(editor: Editor) -> Editor:
    """Return the window for another graph: this one, or a new one where unsaved work is in it."""
    return editor.another() if has_unsaved(editor) else editor


def has_unsaved(editor: Editor) -> bool:
    """Return whether unsaved work is in this window, with what is just being typed."""
    take_typed(editor.widget)
    return editor.document.modified


def clear(editor: Editor) -> None:
    """Let an empty graph be the document."""
    _part_with_shown(editor)
    editor.document.reset(engine.Graph())


def leave(editor: Editor) -> None:
    """Let a window that closes hold nothing large: itself it waits for the garbage collector."""
    clear(editor)
    editor.evaluation.close()


def recovered(editor: Editor, contents: bytes, title: str) -> Loaded:
    """Return what there is to show of unsaved work that a crash left, as it was.

    Raises FileError, and Cancelled when the user gives up: it is kept.
    """

    def make() -> Loaded:
        with stage(0.0, 0.35):
            graph = chainrule_file.loads(contents)
        with stage(0.35, 1.0):
            return _loaded(graph, as_it_is=True)

    words = tr("Recovering {title}").format(title=title)
    return wait_for(editor.widget, words, make, long=len(contents) > _LONG_FILE)


def saved(editor: Editor, path: Path) -> None:
    """Save the document in `path`, whole or not at all; raises WriteError and Cancelled.

    What is edited meanwhile, by who needs no hands, is unsaved afterwards; where another graph is
    the document before this one was copied, as when the program is ended, nothing is written.
    """
    graph = editor.document.graph
    # Training would move the graph on while it is copied: the file would be behind the document.
    with editor.trainer.resting(), editor.guard.resting():
        while editor.document.graph is graph:
            if _written(editor, path):
                return
    raise Cancelled


def _written(editor: Editor, path: Path) -> bool:
    """Write the document; return False where it was edited before it was copied."""
    words = tr("Saving {file}").format(file=path.name)
    is_long = len(editor.document.graph) > LARGE // 4
    with writing(editor.document, path) as one:
        is_written = wait_for(editor.widget, words, one.write, long=is_long, lasting=True)
        if is_written:
            one.note()
        return is_written


def _part_with_shown(editor: Editor) -> None:
    """Free what is shown beside the event loop, once something else is."""
    seen = editor.canvas.picture
    part_with(*seen.holds(), *seen.graph.held())


def _opened(path: Path, view: tuple[float, float] | None, example: bool) -> Loaded:
    in_file = file_fingerprint(path)  # before: what is changed while it is read is noticed, too
    with stage(0.0, 0.35):
        graph = read_example(path) if example else document_file.read_graph(path)
    with stage(0.35, 1.0):
        return _loaded(graph, view)._replace(in_file=in_file)


def is_long(path: Path) -> bool:
    """Return whether one notices how long a file takes to be read."""
    try:
        return path.stat().st_size > _LONG_FILE
    except (OSError, ValueError):
        return False
