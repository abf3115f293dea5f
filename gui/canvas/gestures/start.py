"""Which gesture a press begins: ports first, then cards, edges, frames, then the empty canvas."""

from enum import Enum

from PySide6.QtCore import QPointF, Qt

from gui.canvas.gestures.band import Band
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.cut import Cut
from gui.canvas.gestures.gesture import Gesture, Pointer, Stage
from gui.canvas.gestures.move import Move
from gui.canvas.gestures.scrub import Scrub, is_readable, refusal
from gui.picture.hit import PortHit, card_at, edge_at, frame_at, port_at
from gui.picture.leaf_number import LeafNumber, number_at

__all__ = ["End", "end_to_take", "gesture_at", "number_to_scrub", "port_to_take"]

_PORT_REACH, _EDGE_REACH = 12.0, 6.0  # pixels
# at an end of an edge, how much of it takes that end off its port: units, or pixels where more
_GRIP, _LEAST_GRIP = 30.0, 26.0


class End(Enum):
    """The ends of an edge: the tail leaves its source, the head enters its target."""

    TAIL = 0
    HEAD = -1


def gesture_at(stage: Stage, pointer: Pointer, button: Qt.MouseButton) -> Gesture | None:
    """Return the gesture that a press at `pointer` begins, None where it only selects."""
    toggles = pointer.held(Qt.KeyboardModifier.ControlModifier)
    if button == Qt.MouseButton.RightButton and toggles:
        return Cut(stage, pointer)
    if button != Qt.MouseButton.LeftButton:
        return None
    x, y, scale = pointer.point.x(), pointer.point.y(), stage.viewpoint.scale
    port = port_to_take(stage, pointer)
    if port is not None:
        return _connect(stage, pointer, port)
    row = card_at(stage.picture, x, y)
    if row is not None:
        return _card_pressed(stage, pointer, row)
    edge = edge_at(stage.picture, x, y, _EDGE_REACH / scale)
    if edge is not None:
        return _edge_pressed(stage, pointer, edge, toggles=toggles)
    frame = frame_at(stage.picture, x, y)
    if frame is not None:
        return Move(stage, pointer, frame.group.members)
    return Band(stage, pointer)


def number_to_scrub(stage: Stage, pointer: Pointer) -> LeafNumber | None:
    """Return the number under the pointer that a drag would change or refuse to.

    A card that is selected with others is moved with them, wherever it is taken.
    """
    if not is_readable(stage.viewpoint.scale):
        return None
    number = number_at(stage.picture, pointer.point.x(), pointer.point.y())
    if number is None:
        return None
    chosen = stage.selection.nodes
    together = len(chosen) > 1 and stage.picture.names[number.row] in chosen
    return None if together else number


def port_to_take(stage: Stage, pointer: Pointer) -> PortHit | None:
    """Return the port that a press would take; beside an output a number keeps its own room."""
    x, y, scale = pointer.point.x(), pointer.point.y(), stage.viewpoint.scale
    port = port_at(stage.picture, x, y, _PORT_REACH / scale)
    if port is None or port.port is not None:
        return port
    number = number_to_scrub(stage, pointer)
    return port if number is None or _refusal(stage, number) else None


def end_to_take(stage: Stage, point: QPointF, i: int) -> End | None:
    """Return the end of the edge `i` that a drag from a point on it would take off its port."""
    line = stage.picture.line(i)
    ways = {end: (QPointF(*line[end.value]) - point).manhattanLength() for end in End}
    nearer = min(End, key=ways.__getitem__)
    reach = max(_GRIP, _LEAST_GRIP / stage.viewpoint.scale)
    return nearer if ways[nearer] < reach else None


def _card_pressed(stage: Stage, pointer: Pointer, row: int) -> Gesture:
    """Scrub the number that is pressed, else move the card."""
    nodes = stage.picture.shown.nodes_of(row)
    number = number_to_scrub(stage, pointer)
    if number is None:
        return Move(stage, pointer, nodes)
    reason = _refusal(stage, number)
    return Move(stage, pointer, nodes, reason) if reason else Scrub(stage, pointer, number)


def _refusal(stage: Stage, number: LeafNumber) -> str:
    name = stage.picture.names[number.row]
    return refusal(name, number, stage.document.graph.value(name))


def _connect(stage: Stage, pointer: Pointer, hit: PortHit) -> Gesture:
    """Begin an edge at an output, take the edge off an input, or begin one backwards there."""
    picture = stage.picture
    if hit.port is None:
        return Connect(stage, pointer, source=picture.shown.output_at(hit.row, hit.out))
    into = picture.shown.input_at(hit.row, hit.port)
    place = picture.edge_index.get(into)
    if place is None:
        return Connect(stage, pointer, into=into)
    stage.selection.clear()
    stage.selection.edges.add(picture.edges[place])
    stage.selection_touched()
    return Connect(stage, pointer, moved=picture.edges[place])


def _edge_pressed(stage: Stage, pointer: Pointer, i: int, *, toggles: bool) -> Gesture | None:
    """Select the edge; near an end that end is also taken in the hand."""
    picture = stage.picture
    edge = picture.edges[i]
    if toggles:
        stage.selection.edges ^= {edge}
    else:
        stage.selection.clear()
        stage.selection.edges.add(edge)
    stage.selection_touched()
    end = None if toggles else end_to_take(stage, pointer.point, i)
    if end is None:
        return None
    stays = (edge.target, edge.port) if end is End.TAIL else None
    return Connect(stage, pointer, moved=edge, into=stays)
