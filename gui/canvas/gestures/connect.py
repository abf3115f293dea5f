"""Connecting: an edge is drawn from either end, moved, taken off, or replaced."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

import engine
from engine.graph.dicts import predecessors_of, successors_of
from engine.reach import reached
from gui.canvas.drawn import overlay
from gui.canvas.gestures.click import click
from gui.canvas.gestures.draft import draft_way, goal_point, paint_veil
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.reason import paint_cycle, paint_reason
from gui.canvas.offers.offer import Join
from gui.canvas.places.room import room_for_edge, with_room
from gui.canvas.view import View
from gui.commands import Connect as ConnectEdge
from gui.commands import Disconnect, Several
from gui.language import tr
from gui.picture.array_room import making_room
from gui.picture.hit import PortHit, card_at, port_at
from gui.picture.lettering import colour
from gui.picture.measure import LINE
from gui.theme import Theme

__all__ = ["Connect"]

_SNAP = 20.0  # pixels
_DOT = 2.5  # units


class Connect(Gesture):
    """Draws an edge from an output (`source`) or back from an input (`into`).

    With `moved` the edge exists already and one end of it is in the hand: its head, or its tail
    where `into` says that its head stays. A press and release on one spot begins a new edge, the
    next click ends it; with `drags` it selects the source. A new edge that is dropped on empty
    canvas stays open: it is asked what it leads to.
    """

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self,
        view: View,
        pressed: Pointer,
        *,
        source: str | None = None,
        into: tuple[str, int] | None = None,
        moved: engine.Edge | None = None,
        drags: bool = False,
    ) -> None:
        super().__init__(view, pressed)
        self._source = moved.source if moved and into is None else source
        self._into = into
        self._port = into or ("", 0)  # where it enters, unless it has a source
        self._held = self._source or self._port[0]  # the node of the end that is not in the hand
        self._moved, self._drags = moved, drags
        self._at = pressed.point
        self._goal: PortHit | None = None
        self._reason = ""
        self._path: tuple[str, ...] = ()
        self._open = False
        self._looked = replace(view.viewpoint), view.fitted
        self._illegal = self._illegal_rows()  # once: the graph stays as it is until release

    @property
    def open_end(self) -> Join | None:
        """The open end of the edge that a click began, or that was dropped on empty canvas."""
        return Join(self._source, self._into) if self._open else None

    def move(self, pointer: Pointer) -> None:
        """Look for a port under the pointer and say why it will not do."""
        self._at = pointer.point
        goal = self._find(pointer)
        if goal != self._goal:
            self._goal, self._reason, self._path = goal, "", ()
            if goal is not None:
                self._judge(goal)
        self.scrolls = goal is None or bool(self._reason)  # else it has come to where it leads
        self.view.redraw()

    def release(self, pointer: Pointer) -> bool:
        """Make the edge, as one step; on empty canvas remove a moved one, leave a new one open.

        Outside the window, perhaps over another program's, nothing is meant by it. Over a panel it
        is: the output stands at the border, and there is no empty canvas beside it.
        """
        if not self._open and not pointer.far_from(self.pressed):
            self._open = self._moved is None and not self._drags
            if self._drags:
                picture = self.view.picture
                click(
                    self.view, set(picture.shown.nodes_of(picture.index[self._held])), self.pressed
                )
            return not self._open
        self.move(pointer)
        if self._goal is None and not self._is_in_window(pointer):
            self._open = False
            viewpoint, whole = self._looked  # it has scrolled on the way out
            self.view.look_as(viewpoint, fitted=whole)
            return True
        self._open = self._goal is None and self._moved is None
        if self._goal is not None:
            self._land(self._goal)
        elif self._moved is not None:
            self.view.attempt(Disconnect(*self._moved))
        return True

    def _is_in_window(self, pointer: Pointer) -> bool:
        """Tell whether the pointer is over the window, on the canvas or beside it."""
        view, window = self.view.viewport(), self.view.window()
        return window.rect().contains(view.mapTo(window, pointer.pixel.toPoint()))

    # --- what is legal

    def _edge_for(self, goal: PortHit) -> engine.Edge | None:
        """Return the edge that landing on `goal` would make, None for a card without inputs."""
        shown = self.view.picture.shown
        if self._source is None:
            return engine.Edge(shown.output_at(goal.row, goal.out), *self._port)
        if goal.port is None or self._sealed(goal.row):
            return None
        return engine.Edge(self._source, *shown.input_at(goal.row, goal.port))

    def _sealed(self, row: int) -> bool:
        """Tell whether a card is a composite that takes nothing from outside."""
        composite = self.view.picture.shown.composites.get(row)
        return composite is not None and not composite.inputs

    def _is_wrong(self, goal: PortHit) -> bool:
        """Tell whether both ends of the edge would be outputs, or both inputs."""
        return (goal.port is None) == (self._source is not None)

    def _judge(self, goal: PortHit) -> None:
        if self._is_wrong(goal):
            forward = self._source is not None
            ends, begins = tr("an edge ends at an input"), tr("an edge begins at a node's output")
            self._reason = ends if forward else begins
            return
        edge = self._edge_for(goal)
        if self._source is not None and self._sealed(goal.row):
            self._reason = tr("nothing outside this group feeds it; unfold it to connect to it")
        if edge is None or edge == self._moved:
            return
        try:
            self.view.document.graph.check_edge(*edge, replace=True)
        except engine.CycleError as error:
            self._reason, self._path = str(error), error.path
        except engine.GraphError as error:
            self._reason = str(error)

    def _land(self, goal: PortHit) -> None:
        if self._reason:
            self.view.say(self._reason)
            return
        edge = self._edge_for(goal)
        if edge is None or edge == self._moved:
            return
        view = self.view
        made = with_room(ConnectEdge(*edge), room_for_edge(view.picture, edge, self._moved))
        if self._moved is not None and self._into is None:  # at its port the new one takes over
            made = Several(made.text, [Disconnect(*self._moved), made])
        view.attempt(making_room(view.document.graph, view.evaluation, made))

    def _illegal_rows(self) -> set[int]:
        """Return the cards that this edge can never reach: found once, at the start."""
        picture, graph = self.view.picture, self.view.document.graph
        if self._source is not None:
            bad = reached(predecessors_of(graph), self._source)
            bad |= {name for name in picture.names if graph.is_leaf(name)}
        else:
            bad = reached(successors_of(graph), self._held)
        composites = picture.shown.composites
        rows = {picture.index[name] for name in bad} - composites.keys()
        for row, composite in composites.items():
            ends = [node for node, _ in composite.inputs] if self._source else composite.outputs
            if bad.issuperset(ends):
                rows.add(row)
        return rows

    # --- where the pointer is

    def _find(self, pointer: Pointer) -> PortHit | None:
        """Return the port near the pointer, or the one that a card under it would use.

        It is a wrong one where the pointer is at that, unless nothing on its card would do: then
        the card's own reason is told.
        """
        picture, point = self.view.picture, pointer.point
        reach = _SNAP / self.view.viewpoint.scale
        forward = self._source is not None
        found = port_at(picture, point.x(), point.y(), reach, inputs=forward, outputs=not forward)
        if found is not None and not self._is_start(found):
            return found
        wrong = self._wrong_port(point, reach)
        if wrong is not None and wrong.row not in self._illegal and not self._was_on(wrong.row):
            return wrong
        row = card_at(picture, point.x(), point.y())
        if row is None and wrong is not None:
            row = wrong.row
        if row is None:
            return None
        if not forward:
            return PortHit(row, None, self._out_on(row, point))
        if self._moved is not None and self._was_on(row):  # it stays where it is
            return PortHit(row, picture.shown.port_place(self._moved.target, self._moved.port))
        return PortHit(row, self._port_on(row, point))

    def _wrong_port(self, point: QPointF, reach: float) -> PortHit | None:
        """Return the port of another card that the pointer is at and where this edge cannot be."""
        picture, forward = self.view.picture, self._source is not None
        wrong = port_at(picture, point.x(), point.y(), reach, inputs=not forward, outputs=forward)
        held = picture.index[self._held]
        return None if wrong is None or wrong.row == held else wrong

    def _was_on(self, row: int) -> bool:
        """Tell whether a moved edge was taken off this card."""
        if self._moved is None:
            return False
        end = self._moved.source if self._into is not None else self._moved.target
        return self.view.picture.index[end] == row

    def _is_start(self, hit: PortHit) -> bool:
        return (
            hit.port is None
            and self._source is not None
            and self.view.picture.shown.output_at(hit.row, hit.out) == self._source
        )

    def _port_on(self, row: int, point: QPointF) -> int:
        """Return the free port of a card, growing a variadic op, else the nearest."""
        picture = self.view.picture
        if row in picture.shown.composites:
            free = next((port for at, port in picture.missing_ports() if at == row), None)
        else:
            free = self.view.document.graph.next_port(picture.names[row])
        if free is not None:
            return free
        count = picture.cards[row].ports
        heights = [abs(picture.port_point(row, k)[1] - point.y()) for k in range(count)]
        return heights.index(min(heights)) if heights else 0

    def _out_on(self, row: int, point: QPointF) -> int:
        """Return the output of a card that is nearest to a point."""
        picture = self.view.picture
        count = picture.cards[row].outs
        heights = [abs(picture.out_point(row, k)[1] - point.y()) for k in range(count)]
        return heights.index(min(heights))

    # --- how it looks

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the draft, dim what is out of reach, ring the port or say why not."""
        picture = self.view.picture
        held = picture.index[self._held]
        paint_veil(painter, picture, self._illegal, self._view(), theme, but=held)
        self._paint_replaced(painter, theme)
        end = self._at if self._goal is None else goal_point(picture, self._goal)
        ink = theme.illegal if self._reason else theme.accent
        painter.setPen(QPen(colour(ink), LINE * 1.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._draft(end))
        if self._goal is None:
            painter.setBrush(QBrush(colour(ink)))
            painter.drawEllipse(end, _DOT, _DOT)
            return
        overlay.paint_port_ring(painter, theme, end, theme.illegal if self._reason else theme.legal)
        if self._reason:
            painter.drawLine(end + QPointF(-3.5, -3.5), end + QPointF(3.5, 3.5))
            painter.drawLine(end + QPointF(-3.5, 3.5), end + QPointF(3.5, -3.5))
            paint_cycle(painter, picture, self._path, theme)
            at, row = self._at, self._goal.row
            paint_reason(painter, picture, self._reason, at, row, self._view(), theme)

    def _paint_replaced(self, painter: QPainter, theme: Theme) -> None:
        """Draw the edges that would be removed dashed, over themselves."""
        picture = self.view.picture
        gone = [] if self._moved is None else [self._moved]
        if self._goal is not None and not self._reason:
            edge = self._edge_for(self._goal)
            gone += [] if edge is None else [edge]  # what is there already goes
        for place in {picture.place_of_edge(edge) for edge in gone}:
            if place is not None:
                overlay.paint_dashed_edge(painter, picture, place, theme, theme.border)

    def _view(self) -> QRectF:
        """Return the view in pixels; a painter's own idea of it is that of the whole window."""
        return QRectF(self.view.viewport().rect())

    def _draft(self, end: QPointF) -> QPainterPath:
        picture = self.view.picture
        if self._source is not None:
            first, last = QPointF(*picture.leaving_point(self._source)), end
        else:
            first, last = end, QPointF(*picture.entering_point(*self._port))
        return draft_way(first, last, _SNAP / self.view.viewpoint.scale)
