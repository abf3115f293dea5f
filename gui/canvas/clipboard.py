"""Copy, cut, paste and duplicate: a part of the graph goes through the clipboard as text."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple, Protocol

import numpy as np
from PySide6.QtCore import QByteArray, QMimeData, QPointF
from PySide6.QtGui import QGuiApplication

import engine
from engine.assignments import assigns
from engine.graph.attributes import Position
from engine.progress import stage
from gui import mime
from gui.canvas.adding import Adding
from gui.canvas.places.free_room import Room, Way, box_of, box_of_copy, has_ample_room
from gui.canvas.places.placing import place_to_add
from gui.canvas.places.room import with_room_for_sums
from gui.canvas.view import View
from gui.commands.clip import Clip, clip_of, paste, read_clip, written_clip
from gui.commands.several import delete
from gui.commands.wording import nodes_text
from gui.document import Command
from gui.evaluation import LARGE
from gui.language import tr
from gui.picture.array_room import making_room, setting
from gui.picture.grid import on_grid
from gui.picture.layout import place_all
from gui.picture.shown import placed, places_of
from gui.typed.value import is_table, value_of

__all__ = ["Clipboard", "Wait", "at_once"]

_CROWDED = 10_000  # nodes; a free place among more is looked for beside the event loop
_LONG_TEXT = 10_000  # bytes; what is shorter is read, and room found for it, before anyone notices


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
        self._copies: tuple[frozenset[str], Way | None] = frozenset(), None  # and where they went

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
        names = self._view.selection.nodes
        command = delete(self._view.document.graph, names, ())
        command.text = nodes_text(tr("Cut {nodes}"), tuple(names))
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
        graph = self._view.document.graph
        move = partial(_move_to, Room.of(self._view.picture), place_to_add(self._view))
        long = len(contents) > _LONG_TEXT or len(graph) > _CROWDED
        self._add(
            wait,
            lambda: _pasting(graph, _read(contents), move, joined=joined),
            long=long,
            joined=joined,
        )

    def duplicate(self, wait: Wait = at_once) -> None:
        """Add the selected nodes once more, beside themselves; `wait` does what takes long.

        They go below or to the right, to where they cover nothing; what was just duplicated goes on
        that way.
        """
        names, graph = frozenset(self._view.selection.nodes), self._view.document.graph
        if not names:
            return
        copied, on = self._copies
        room, gone = Room.of(self._view.picture), on if names == copied else None
        box = box_of_copy(self._view.picture, names)
        least = (box[2] - box[0], box[3] - box[1])
        taken: list[Way] = []

        def beside(part: engine.Graph) -> None:
            if gone is None:
                way, far = room.nearest_way(box, least)
            else:
                way, far = gone, room.way_on(box, gone, least[gone.axis])
            taken.append(way)
            _move(part, far)

        def make() -> _Pasting:
            with stage(0.0, 0.5):
                clip = clip_of(graph, names)
            text = nodes_text(tr("Duplicate {nodes}"), sorted(names))
            return _pasting(graph, clip, beside, text=text)

        long = len(names) > LARGE // 4 or len(graph) > _CROWDED
        if self._add(wait, make, long=long):
            self._copies = frozenset(self._view.selection.nodes), taken[-1]

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
    ) -> bool:
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
            return False
        view.select(set(names))
        view.show_some(names)
        return True


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
    graph: engine.Graph,
    clip: Clip,
    place: Callable[[engine.Graph], None],
    *,
    joined: bool = False,
    text: str = "",
) -> _Pasting:
    """Return the step that adds a clip where `place` moves it."""
    part = clip.graph
    if not all("position" in part.attributes(name) for name in part.nodes()):
        place_all(part)
    place(part)
    return _Pasting(*paste(graph, clip, joined=joined, text=text))


def _move_to(room: Room, at: QPointF, part: engine.Graph) -> None:
    """Place a part around a point, or as near to it as it covers nothing."""
    places = places_of(part, part.nodes())
    middle = ((places.min(axis=0) + places.max(axis=0)) / 2).tolist()
    _move(part, (on_grid(at.x() - middle[0]), on_grid(at.y() - middle[1])))
    if has_ample_room(part, room):
        return
    box = box_of(part)
    if not room.is_free(box):
        _move(part, room.nearest_way(box, (0.0, 0.0))[1])


def _move(part: engine.Graph, way: Position) -> None:
    names = part.nodes()
    part.set_positions(placed(names, places_of(part, names) + np.array(way)))
