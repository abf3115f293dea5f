"""What a press would take: a port, a number on a card, the card, an end of an edge, a frame."""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF

from gui.canvas.gestures.scrub import is_readable, refusal
from gui.canvas.view import View
from gui.picture.frame import Frame
from gui.picture.hit import PortHit, card_at, hit_at, output_arrow_at, port_at
from gui.picture.leaf_number import LeafNumber, number_on

__all__ = ["Aim", "End", "aim_at"]

# at an end of an edge, how much of it takes that end off its port: units, or pixels where more
_GRIP, _LEAST_GRIP = 30.0, 26.0


class End(Enum):
    """The ends of an edge: the tail leaves its source, the head enters its target."""

    TAIL = 0
    HEAD = -1


@dataclass(frozen=True, slots=True)
class Aim:
    """What is aimed at: a `port`, else what is on the card `row`, else an `edge`, else a `frame`.

    `row` is the card of a port, too, which may be reached by the output's `arrow`. A drag changes
    the `number`, unless there is a `reason` why not; it takes the `end` of the edge off its port.
    """

    port: PortHit | None = None
    row: int | None = None
    number: LeafNumber | None = None
    reason: str = ""
    edge: int | None = None
    end: End | None = None
    frame: Frame | None = None
    arrow: bool = False


def aim_at(view: View, point: QPointF) -> Aim:
    """Return what a press at a point of the picture aims at.

    Beside an output a number keeps its own room. The arrow that leaves the graph's output is its
    port, too: by it a hand leads the graph on.
    """
    picture, (x, y) = view.picture, point.toTuple()
    hit = hit_at(picture, x, y, view.edge_reach)
    port = port_at(picture, x, y, view.port_reach)
    number = None if hit.row is None else _number_to_scrub(view, hit.row, point)
    reason = "" if number is None else refusal(picture, number)
    free = hit.edge is None and hit.frame is None and card_at(picture, x, y) is None
    arrow = output_arrow_at(picture, x, y, view.edge_reach) if port is None and free else None
    port = port or arrow
    if port is not None and (port.port is not None or number is None or reason):
        return Aim(port, port.row, arrow=arrow is not None)
    end = None if hit.edge is None else _end_to_take(view, point, hit.edge)
    return Aim(None, hit.row, number, reason, hit.edge, end, hit.frame)


def _number_to_scrub(view: View, row: int, point: QPointF) -> LeafNumber | None:
    """Return the number at a point of a card that a drag would change, or refuse to.

    A card that is selected with others is moved with them, wherever it is taken.
    """
    if not is_readable(view.viewpoint.scale):
        return None
    number = number_on(view.picture, row, point.x(), point.y())
    chosen = view.selection.nodes
    together = len(chosen) > 1 and view.picture.names[row] in chosen
    return None if together else number


def _end_to_take(view: View, point: QPointF, i: int) -> End | None:
    """Return the end of the edge `i` that a drag from a point on it would take off its port."""
    line = view.picture.line(i)
    ways = {end: (QPointF(*line[end.value]) - point).manhattanLength() for end in End}
    nearer = min(End, key=ways.__getitem__)
    reach = max(_GRIP, _LEAST_GRIP / view.viewpoint.scale)
    return nearer if ways[nearer] < reach else None
