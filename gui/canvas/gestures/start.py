"""Which gesture a press begins: ports first, then cards, edges, frames, then the empty canvas."""

from enum import Enum

from PySide6.QtCore import QPointF, Qt

from gui.canvas.gestures.band import Band
from gui.canvas.gestures.connect import Ask, Connect
from gui.canvas.gestures.cut import Cut
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.move import Move
from gui.canvas.gestures.scrub import Scrub, is_readable, refusal
from gui.canvas.view import View
from gui.picture.hit import PortHit, card_at, edge_at, frame_at, port_at
from gui.picture.leaf_number import LeafNumber, number_at

__all__ = ["End", "end_to_take", "gesture_at", "number_to_scrub", "port_to_take"]

_PORT_REACH = 12.0  # pixels
# at an end of an edge, how much of it takes that end off its port: units, or pixels where more
_GRIP, _LEAST_GRIP = 30.0, 26.0


class End(Enum):
    """The ends of an edge: the tail leaves its source, the head enters its target."""

    TAIL = 0
    HEAD = -1


def gesture_at(view: View, pointer: Pointer, button: Qt.MouseButton, ask: Ask) -> Gesture | None:
    """Return the gesture that a press at `pointer` begins, None where it only selects.

    An edge that is dropped on empty canvas asks what it leads to.
    """
    toggles = pointer.held(Qt.KeyboardModifier.ControlModifier)
    if button == Qt.MouseButton.RightButton and toggles:
        return Cut(view, pointer)
    if button != Qt.MouseButton.LeftButton:
        return None
    x, y = pointer.point.x(), pointer.point.y()
    port = port_to_take(view, pointer)
    if port is not None:
        return _connect(view, pointer, port, ask)
    row = card_at(view.picture, x, y)
    if row is not None:
        return _card_pressed(view, pointer, row)
    edge = edge_at(view.picture, x, y, view.edge_reach)
    if edge is not None:
        return _edge_pressed(view, pointer, edge, ask, toggles=toggles)
    frame = frame_at(view.picture, x, y)
    if frame is not None:
        return Move(view, pointer, frame.group.members)
    return Band(view, pointer)


def number_to_scrub(view: View, pointer: Pointer) -> LeafNumber | None:
    """Return the number under the pointer that a drag would change or refuse to.

    A card that is selected with others is moved with them, wherever it is taken.
    """
    if not is_readable(view.viewpoint.scale):
        return None
    number = number_at(view.picture, pointer.point.x(), pointer.point.y())
    if number is None:
        return None
    chosen = view.selection.nodes
    together = len(chosen) > 1 and view.picture.names[number.row] in chosen
    return None if together else number


def port_to_take(view: View, pointer: Pointer) -> PortHit | None:
    """Return the port that a press would take; beside an output a number keeps its own room."""
    x, y, scale = pointer.point.x(), pointer.point.y(), view.viewpoint.scale
    port = port_at(view.picture, x, y, _PORT_REACH / scale)
    if port is None or port.port is not None:
        return port
    number = number_to_scrub(view, pointer)
    return port if number is None or refusal(view.picture, number) else None


def end_to_take(view: View, point: QPointF, i: int) -> End | None:
    """Return the end of the edge `i` that a drag from a point on it would take off its port."""
    line = view.picture.line(i)
    ways = {end: (QPointF(*line[end.value]) - point).manhattanLength() for end in End}
    nearer = min(End, key=ways.__getitem__)
    reach = max(_GRIP, _LEAST_GRIP / view.viewpoint.scale)
    return nearer if ways[nearer] < reach else None


def _card_pressed(view: View, pointer: Pointer, row: int) -> Gesture:
    """Scrub the number that is pressed, else move the card."""
    nodes = view.picture.shown.nodes_of(row)
    number = number_to_scrub(view, pointer)
    if number is None:
        return Move(view, pointer, nodes)
    reason = refusal(view.picture, number)
    return Move(view, pointer, nodes, reason) if reason else Scrub(view, pointer, number)


def _connect(view: View, pointer: Pointer, hit: PortHit, ask: Ask) -> Gesture:
    """Begin an edge at an output, take the edge off an input, or begin one backwards there."""
    picture = view.picture
    if hit.port is None:
        return Connect(view, pointer, ask, source=picture.shown.output_at(hit.row, hit.out))
    into = picture.shown.input_at(hit.row, hit.port)
    place = picture.edge_index.get(into)
    if place is None:
        return Connect(view, pointer, ask, into=into)
    view.selection.clear()
    view.selection.edges.add(picture.edges[place])
    view.selection_touched()
    return Connect(view, pointer, ask, moved=picture.edges[place])


def _edge_pressed(
    view: View, pointer: Pointer, i: int, ask: Ask, *, toggles: bool
) -> Gesture | None:
    """Select the edge; near an end that end is also taken in the hand."""
    picture = view.picture
    edge = picture.edges[i]
    if toggles:
        view.selection.edges ^= {edge}
    else:
        view.selection.clear()
        view.selection.edges.add(edge)
    view.selection_touched()
    end = None if toggles else end_to_take(view, pointer.point, i)
    if end is None:
        return None
    stays = (edge.target, edge.port) if end is End.TAIL else None
    return Connect(view, pointer, ask, moved=edge, into=stays)
