"""The walk along what is wrong: the missing input at which it stands takes what is typed next."""

from typing import TypeAlias

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from gui.canvas.prompt import WIDTH
from gui.canvas.view import View
from gui.document.change import Change
from gui.language import tr
from gui.picture.lettering import colour
from gui.picture.name_text import input_text, name_text
from gui.picture.not_finite import begins_at, value_begins

__all__ = ["LINE_MIDDLE", "Walk"]

_Stop: TypeAlias = tuple[str, int]
_NO_PORT = -1  # of a node whose inputs do not fit, or where NaN or infinity starts
_RINGS = (8.5, 11.5)  # units around the port: around its own mark
_BEFORE = 40.0  # units from a missing input to quick-add
LINE_MIDDLE = 22  # pixels below quick-add's top
_ASKED = QSize(WIDTH, 120)  # pixels of quick-add with its goal and first offer


class Walk(QObject):
    """Leads a view from one missing input to the next, to shapes that do not fit, and to NaN."""

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self._view = view
        self._last: _Stop | None = None
        self._chosen: set[str] = set()  # what is selected while it stands there
        self._stands = False
        view.selection_changed.connect(self._leave)
        view.document.changed.connect(self._follow)

    @property
    def port(self) -> _Stop | None:
        """The node and the port at which it stands, None where none waits there for an edge."""
        name, port = self._last or ("", _NO_PORT)
        graph = self._view.document.graph
        if not self._stands or port == _NO_PORT or name not in graph:
            return None
        inputs = graph.inputs(name)
        return (name, port) if port < len(inputs) and inputs[port] is None else None

    def go_on(self) -> bool:
        """Select the node of the next missing input, in view; tell whether there is one.

        It goes on from where it last stood, or from the node that is selected instead.
        """
        view = self._view
        view.evaluation.flush()
        graph = view.document.graph
        seen = view.picture.readings  # it tells no number that a lesson or a quiz hides
        wrong = (*view.evaluation.readings.unfit, *seen.nonfinite, *seen.nonfinite_derivatives)
        stops = {*((name, _NO_PORT) for name in wrong if name in graph), *graph.missing_inputs()}
        if not stops:
            return False
        stop = self._next(stops)
        view.select({stop[0]})
        self._last, self._stands, self._chosen = stop, True, set(view.selection.nodes)
        self._show(*stop)
        if self.port is not None:
            said = tr("{port} of {node} is missing: type what feeds it")
            name = name_text(graph, stop[0])
            said = said.format(port=input_text(graph, *stop), node=name)
            view.told.emit(said[:1].upper() + said[1:])
        elif said := value_begins(graph, seen, stop[0]) or begins_at(graph, seen, stop[0]):
            view.told.emit(said)
        return True

    def paint(self, painter: QPainter) -> None:
        """Ring the port at which it stands."""
        if self.port is None:
            return
        x, y = self._view.picture.entering_point(*self.port)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour(self._view.theme.accent), 1.6))
        for radius in _RINGS:
            painter.drawEllipse(QPointF(x, y), radius, radius)

    def asks_at(self, node: str, port: int) -> QPointF:
        """Return the point of the picture at which quick-add asks for a missing input."""
        return QPointF(*self._view.picture.entering_point(node, port)) - QPointF(_BEFORE, 0.0)

    def _show(self, node: str, port: int) -> None:
        """Bring a stop into view, with the room in which it is asked for what feeds it.

        Like a node that is revealed it comes no further than it takes, and from out of view into
        the middle. Where the view holds no more, the input alone is what counts.
        """
        view, row = self._view, self._view.picture.index[node]
        card = view.view_rect(row)
        if self.port is None or not view.viewport().rect().intersects(card):
            view.reveal(node)
        if self.port is None:
            return
        scale = view.viewpoint.scale
        reach = round(_RINGS[-1] * scale) + 1
        at = view.viewpoint.to_view(QPointF(*view.picture.entering_point(node, port))).toPoint()
        mark = QRect(at - QPoint(reach, reach), at + QPoint(reach, reach))
        begin = view.viewpoint.to_view(self.asks_at(node, port)).toPoint()
        asked = QRect(begin - QPoint(WIDTH, LINE_MIDDLE), _ASKED)
        boxes = (view.view_rect(row).united(mark).united(asked), mark.united(asked), mark)
        if not any(view.bring(box) for box in boxes):
            view.centre_at(QPointF(*view.picture.entering_point(node, port)))

    def _next(self, stops: set[_Stop]) -> _Stop:
        """Return the stop after the last one, or at the node that is selected."""
        graph, last = self._view.document.graph, self._last
        chosen = self._view.selection.nodes
        if not self._stands and len(chosen) == 1:
            (node,) = chosen
            if any(name == node for name, _ in stops):
                last = (node, _NO_PORT - 1)
        known = {name for name, _ in stops} | ({last[0]} if last and last[0] in graph else set())
        place = {name: k for k, name in enumerate(graph.in_order(known))}
        in_order = sorted(stops, key=lambda stop: (place[stop[0]], stop[1]))
        if last is None or last[0] not in place:
            return in_order[0]
        after = (place[last[0]], last[1])
        return next((s for s in in_order if (place[s[0]], s[1]) > after), in_order[0])

    def leave(self) -> None:
        """Stand nowhere: the hand takes something, be it the very node."""
        if self._stands:
            self._stands = False
            self._view.redraw()

    def _leave(self) -> None:
        """Stand nowhere once something else is selected; a renamed node is selected anew."""
        selection = self._view.selection
        self._stands &= selection.nodes == self._chosen and not selection.edges

    def _follow(self, change: Change) -> None:
        """Stand at a node that is renamed as before; not at what another graph calls so."""
        self._stands &= not change.reset
        if change.renamed and self._last is not None:
            self._last = (change.newest(self._last[0]), self._last[1])
            self._chosen = set(map(change.newest, self._chosen))
