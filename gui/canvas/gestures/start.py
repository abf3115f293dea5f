"""Which gesture a press begins: ports first, then cards, edges, frames, then the empty canvas."""

from PySide6.QtCore import Qt

from gui.canvas.gestures.aim import Aim, End, aim_at
from gui.canvas.gestures.band import Band
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.cut import Cut
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.move import Move
from gui.canvas.gestures.scrub import Scrub
from gui.canvas.view import View
from gui.picture.hit import PortHit

__all__ = ["gesture_at"]


def gesture_at(view: View, pointer: Pointer, button: Qt.MouseButton) -> Gesture | None:
    """Return the gesture that a press at `pointer` begins, None where it only selects."""
    toggles = pointer.held(Qt.KeyboardModifier.ControlModifier)
    if button == Qt.MouseButton.RightButton and toggles:
        return Cut(view, pointer)
    if button != Qt.MouseButton.LeftButton:
        return None
    aim = aim_at(view, pointer.point)
    if aim.port is not None:
        return _connect(view, pointer, aim.port, arrow=aim.arrow)
    if aim.row is not None:
        return _card_pressed(view, pointer, aim.row, aim)
    if aim.edge is not None:
        return _edge_pressed(view, pointer, aim.edge, aim.end)
    if aim.frame is not None:
        return Move(view, pointer, aim.frame.group.members)
    return Band(view, pointer)


def _card_pressed(view: View, pointer: Pointer, row: int, aim: Aim) -> Gesture:
    """Scrub the number that is pressed, else move the card."""
    if aim.number is not None and not aim.reason:
        return Scrub(view, pointer, aim.number)
    return Move(view, pointer, view.picture.shown.nodes_of(row), aim.reason)


def _connect(view: View, pointer: Pointer, hit: PortHit, *, arrow: bool) -> Gesture:
    """Begin an edge at an output, take the edge off an input, or begin one backwards there.

    A click on the output's arrow selects that: as on any edge, nothing is hung on the pointer.
    """
    picture = view.picture
    if hit.port is None:
        return Connect(view, pointer, source=picture.shown.output_at(hit.row, hit.out), drags=arrow)
    into = picture.shown.input_at(hit.row, hit.port)
    place = picture.edge_index.get(into)
    if place is None:
        return Connect(view, pointer, into=into)
    view.select_edge(picture.edges[place])
    return Connect(view, pointer, moved=picture.edges[place])


def _edge_pressed(view: View, pointer: Pointer, i: int, end: End | None) -> Gesture | None:
    """Select the edge, or with Ctrl let it change sides; else an `end` is taken in the hand."""
    edge = view.picture.edges[i]
    if pointer.held(Qt.KeyboardModifier.ControlModifier):
        view.selection.edges ^= {edge}
        view.selection_touched()
        return None
    view.select_edge(edge)
    if end is None:
        return None
    stays = (edge.target, edge.port) if end is End.TAIL else None
    return Connect(view, pointer, moved=edge, into=stays)
