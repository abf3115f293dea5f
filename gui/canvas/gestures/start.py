"""Which gesture a press begins: ports first, then cards, then edges, then the empty canvas."""

from PySide6.QtCore import QPointF, Qt

from gui.canvas.gestures.band import Band
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.cut import Cut
from gui.canvas.gestures.gesture import Gesture, Pointer, Stage
from gui.canvas.gestures.move import Move
from gui.canvas.gestures.pan import Pan
from gui.picture.hit import PortHit, card_at, edge_at, port_at

__all__ = ["gesture_at"]

_PORT_REACH, _EDGE_REACH = 12.0, 6.0  # pixels
_HEAD = 30.0  # units of an edge, before its port, by which it is taken off


def gesture_at(
    stage: Stage, pointer: Pointer, button: Qt.MouseButton, *, space: bool
) -> Gesture | None:
    """Return the gesture that a press at `pointer` begins, None where it only selects."""
    if button == Qt.MouseButton.MiddleButton or (space and button == Qt.MouseButton.LeftButton):
        return Pan(stage, pointer)
    toggles = pointer.held(Qt.KeyboardModifier.ControlModifier)
    if button == Qt.MouseButton.RightButton and toggles:
        return Cut(stage, pointer)
    if button != Qt.MouseButton.LeftButton:
        return None
    x, y, scale = pointer.point.x(), pointer.point.y(), stage.viewpoint.scale
    port = port_at(stage.picture, x, y, _PORT_REACH / scale)
    if port is not None:
        return _connect(stage, pointer, port)
    row = card_at(stage.picture, x, y)
    if row is not None:
        name = stage.picture.names[row]
        if toggles:
            stage.selection.nodes ^= {name}
            stage.selection_touched()
            return None
        return Move(stage, pointer, name)
    edge = edge_at(stage.picture, x, y, _EDGE_REACH / scale)
    if edge is not None:
        return _edge_pressed(stage, pointer, edge, toggles=toggles)
    return Band(stage, pointer)


def _connect(stage: Stage, pointer: Pointer, hit: PortHit) -> Gesture:
    """Begin an edge at an output, take the edge off an input, or begin one backwards there."""
    picture = stage.picture
    name = picture.names[hit.row]
    if hit.port is None:
        return Connect(stage, pointer, source=name)
    place = picture.edge_index.get((name, hit.port))
    if place is None:
        return Connect(stage, pointer, into=(name, hit.port))
    return Connect(stage, pointer, moved=picture.edges[place])


def _edge_pressed(stage: Stage, pointer: Pointer, i: int, *, toggles: bool) -> Gesture | None:
    """Select the edge; near its head it is also taken in the hand."""
    picture = stage.picture
    edge = picture.edges[i]
    if toggles:
        stage.selection.edges ^= {edge}
    else:
        stage.selection.clear()
        stage.selection.edges.add(edge)
    stage.selection_touched()
    head = QPointF(*picture.lines[i][-1])
    way = head - pointer.point
    if not toggles and way.manhattanLength() < _HEAD:
        return Connect(stage, pointer, moved=edge)
    return None
