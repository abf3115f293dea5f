"""Copy, cut, paste and duplicate: a part of the graph goes through the clipboard as text."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QMimeData, QPointF
from PySide6.QtGui import QGuiApplication

import engine
from engine.assignments import assigns
from engine.graph.attributes import Position
from engine.progress import stage
from gui import mime
from gui.canvas.adding import Adding
from gui.canvas.placing import place_to_add
from gui.canvas.room import with_room_for_sums
from gui.canvas.view import View
from gui.commands.clip import Clip, clip_of, paste, read_clip, written_clip
from gui.commands.several import delete
from gui.commands.wording import nodes_text
from gui.document import Command
from gui.evaluation import LARGE
from gui.language import tr
from gui.picture.array_room import making_room, setting
from gui.picture.grid import GRID, on_grid
from gui.picture.layout import place_all
from gui.picture.shown import place_of, placed, places_of
from gui.typed_value import is_table, value_of

__all__ = ["Clipboard", "Wait", "at_once"]

_ASIDE = 30.0  # units to the right and down from a copy to what it would cover
_MOST_TRIES = 200
_CROWDED = 10_000  # nodes; a free place among more is looked for beside the event loop
_LONG_TEXT = 200_000  # bytes; what is shorter is pasted before anyone notices


class _Pasting(NamedTuple):
    step: Command
    names: tuple[str, ...]


class Wait(Protocol):
    """Does what may take `long`: at once, or beside the event loop."""

    def __call__(self, make: Callable[[], _Pasting], long: bool, /) -> _Pasting:
        """Return what `make` makes."""


def at_once(make: Callable[[], _Pasting], _long: bool, /) -> _Pasting:
    """Return what `make` makes, however long that takes."""
    return make()


class Clipboard:
    """Takes nodes of a view and gives them back; what comes is trusted no more than a file."""

    def __init__(self, view: View, adding: Adding) -> None:
        self._view, self._adding = view, adding

    def contents(self) -> bytes:
        """Return the selected nodes, with the edges among them, as the clipboard holds them."""
        with stage(0.0, 0.7):
            clip = clip_of(self._view.document.graph, self._view.selection.nodes)
        with stage(0.7, 1.0):
            return written_clip(clip)

    def put(self, contents: bytes) -> None:
        """Put such nodes on the clipboard."""
        data = QMimeData()
        data.setData(mime.GRAPH, QByteArray(contents))
        data.setText(contents.decode())
        QGuiApplication.clipboard().setMimeData(data)

    def take_away(self) -> None:
        """Delete the selected nodes, which were put on the clipboard: they are cut."""
        names = sorted(self._view.selection.nodes)
        command = delete(self._view.document.graph, names, ())
        command.text = nodes_text(tr("Cut {nodes}"), names)
        self._view.attempt(command)

    def paste(self, *, joined: bool = False, wait: Wait = at_once) -> None:
        """Add what is on the clipboard at the pointer; any other text opens quick-add.

        With `joined` what led to the originals leads to the copies. What takes long is left to
        `wait`; it may raise Cancelled.
        """
        # an empty clipboard may hold no data at all
        data = QGuiApplication.clipboard().mimeData() or QMimeData()
        text = data.text().strip()
        own = bytes(data.data(mime.GRAPH).data())
        if not own and not text.startswith("{"):
            self._paste_text(text)
            return
        contents = own or text.encode(errors="replace")
        at, graph = place_to_add(self._view), self._view.document.graph
        long = len(contents) > _LONG_TEXT or len(graph) > _CROWDED
        self._add(
            wait,
            lambda: _pasting(graph, _read(contents), at, joined=joined),
            long=long,
            joined=joined,
        )

    def duplicate(self, wait: Wait = at_once) -> None:
        """Add the selected nodes once more, beside themselves; `wait` does what takes long."""
        names, graph = frozenset(self._view.selection.nodes), self._view.document.graph
        if not names:
            return

        def make() -> _Pasting:
            with stage(0.0, 0.5):
                clip = clip_of(graph, names)
            x, y = _middle(place_of(clip.graph, name) for name in names)
            text = nodes_text(tr("Duplicate {nodes}"), sorted(names))
            return _pasting(graph, clip, QPointF(x + _ASIDE, y + _ASIDE), text=text)

        self._add(wait, make, long=len(names) > LARGE // 4 or len(graph) > _CROWDED)

    def _paste_text(self, text: str) -> None:
        if is_table(text) and self._paste_value(text):
            return
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all("\t" in line for line in lines):
            self._view.say(
                tr("This is a table: select a leaf for it, or paste it into the panel Train.")
            )
        elif text:
            several = all(map(assigns, lines))  # assignments, each on a line of its own
            self._adding.ask(text=("; " if several else " ").join(lines))
        else:
            self._view.say(tr("The clipboard holds neither nodes nor text"))

    def _paste_value(self, text: str) -> bool:
        """Give the one selected leaf what was copied from a spreadsheet; tell whether there is one.

        Assignments on lines of their own are no table.
        """
        view = self._view
        names, graph = view.selection.nodes, view.document.graph
        leaf = next(iter(names)) if len(names) == 1 else ""
        if "=" in text or not leaf or not graph.is_leaf(leaf):
            return False
        try:
            command = setting(graph, view.evaluation, {leaf: value_of(text)})
            view.document.do(command)
        except engine.GraphError as error:
            view.say(str(error))
        return True

    def _add(
        self, wait: Wait, make: Callable[[], _Pasting], *, long: bool, joined: bool = False
    ) -> None:
        """Do the step that adds a clip, and select what came; say why where it cannot be.

        What is `joined` to nodes that are there has room for what its edges say.
        """
        view = self._view
        try:
            step, names = wait(make, long)
            if joined and not long:
                step = with_room_for_sums(view.picture, step)
                step = making_room(view.document.graph, view.evaluation, step)
            view.document.do(step)
            view.evaluation.flush()
        except engine.GraphError as error:
            view.say(str(error))
        else:
            view.select(set(names))


def _read(contents: bytes) -> Clip:
    """Return the clip that the clipboard holds; raises FileError where it holds none."""
    try:
        clip = read_clip(contents)
        if not len(clip.graph):
            raise engine.FileError(tr("it is empty"))
    except engine.FileError as error:
        said = tr("The clipboard holds no graph: {}").format(error)
        raise engine.FileError(said) from None
    return clip


def _pasting(
    graph: engine.Graph, clip: Clip, at: QPointF, *, joined: bool = False, text: str = ""
) -> _Pasting:
    """Return the step that adds a clip around a point, or aside where it would cover cards."""
    part = clip.graph
    if not all("position" in part.attributes(name) for name in part.nodes()):
        place_all(part)
    _move_to(graph, part, at)
    return _Pasting(*paste(graph, clip, joined=joined, text=text))


def _move_to(graph: engine.Graph, part: engine.Graph, at: QPointF) -> None:
    """Place a part around a point, on no centre of a card that is there."""
    names = part.nodes()
    taken, places = _spots(places_of(graph, graph.nodes())), places_of(part, names)
    middle = (places.min(axis=0) + places.max(axis=0)) / 2
    way = np.array([on_grid(at.x() - float(middle[0])), on_grid(at.y() - float(middle[1]))])
    for _ in range(_MOST_TRIES):
        moved = places + way
        if taken.isdisjoint(_spots(moved)):
            break
        way += _ASIDE
    part.set_positions(placed(names, moved))


def _middle(places: Iterable[Position]) -> Position:
    xs, ys = zip(*places, strict=True)
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def _spots(places: NDArray[np.float64]) -> set[tuple[float, float]]:
    """Return the points of the grid that are nearest to places of shape (places, 2)."""
    xs, ys = np.rint(places / GRID).T.tolist()
    return set(zip(xs, ys, strict=True))
