"""Moving cards: the selection follows the hand, snapping to the grid and to other cards."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

import engine
from gui.canvas.drawn import overlay
from gui.canvas.gestures.click import click, press
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.gestures.snap import Snap
from gui.canvas.insertion import edge_for, insert, is_loose
from gui.canvas.view import View
from gui.commands import MoveNodes, NewNode
from gui.document import Command
from gui.picture.array_room import making_room
from gui.picture.batch import draw_boxes
from gui.picture.hit import cards_in
from gui.picture.lettering import colour
from gui.picture.shown import placed, places_of
from gui.picture.visible import visible_rows
from gui.theme import Theme

__all__ = ["Move"]

Positions = dict[str, tuple[float, float]]

_MOST_SHOWN = 2000  # cards; of more only the outlines follow the hand


class Move(Gesture):
    """Drags the selected cards; Ctrl turns snapping off, Shift keeps to one axis.

    What is pressed stands for `nodes`: one for a card, several for a composite or a frame.

    One card without edges is inserted into the edge it is dropped on; Alt turns that off. With a
    `remark`, the drag begins by saying it: why it is the card that moves.
    """

    def __init__(
        self, view: View, pressed: Pointer, nodes: tuple[str, ...], remark: str = ""
    ) -> None:
        super().__init__(view, pressed)
        self._name, self._nodes, self._remark = nodes[0], set(nodes), remark
        self._way, self._guides = QPointF(), list[QLineF]()
        self._into: engine.Edge | None = None
        self._moving = False
        press(view, self._nodes, pressed)

    def _begin(self) -> None:
        """Take the selected cards in the hand."""
        self._moving = True
        view, name = self.view, self._name
        if self._remark:
            view.say(self._remark)
        if not self._nodes <= view.selection.nodes:
            view.select({*view.selection.nodes, *self._nodes})
        picture = view.picture
        self._chosen = chosen = picture.graph.in_order(view.selection.nodes)
        self._lay = view.lift(chosen)
        self._places = places_of(picture.graph, chosen)
        self._outlined = len(chosen) > _MOST_SHOWN
        self._rows = np.array([*map(picture.index.__getitem__, chosen)])
        self._centre = QPointF(*picture.centres[picture.index[name]])
        self._snap = Snap(picture, name, view.selection.nodes)
        self._loose = len(chosen) == 1 and is_loose(view.document.graph, name)
        self._before = picture.with_edges_kept() if self._loose else picture

    def move(self, pointer: Pointer) -> None:
        """Show the cards where the pointer takes them: on the grid that is seldom elsewhere."""
        if not self._moving:
            if not pointer.far_from(self.pressed):
                return
            self._begin()
        document, before = self.view.document, (self._way, self._guides, self._into)
        self._way, self._guides = self._way_to(pointer)
        if not self._outlined:
            positions = self._positions()
            if self._way != before[0] or not document.previewing:
                document.preview(MoveNodes(positions))
            self._into = self._edge_under(positions, pointer)
        if (self._way, self._guides, self._into) != before:
            self.view.redraw()

    def release(self, pointer: Pointer) -> bool:
        """Leave the cards there, as one step; a click only selects."""
        if self._moving:
            self._way, self._guides = self._way_to(pointer)
            positions = self._positions()
            self._into = self._edge_under(positions, pointer)
            self._take(self._command(positions))
            self.view.let_go()
        else:
            click(self.view, self._nodes, self.pressed)
        return True

    def _take(self, command: Command) -> None:
        """Do the step; an edge that a card is inserted into makes room for it."""
        view = self.view
        if self._into is None:
            view.attempt(command)
            return
        view.document.end_preview()  # what is inserted comes from where it was
        view.attempt(making_room(view.document.graph, view.evaluation, command))

    def cancel(self) -> None:
        """Put the cards back."""
        if self._moving:
            self.view.lay(self._lay)
        self.view.document.end_preview()

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the lines the card snapped to, and the edge it would be inserted into.

        Of many cards the outlines are drawn where they would lie: to move them all takes long.
        """
        if not self._moving:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # sharp at any zoom
        if self._outlined:
            self._paint_outlines(painter, theme)
        pen = QPen(colour(theme.accent), 1.0, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.save()
        painter.setClipPath(self._beside_cards())  # what is written on them is read meanwhile
        painter.drawLines(self._guides)
        painter.restore()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._into is not None:
            place = self._before.edge_index[self._into.target, self._into.port]
            overlay.paint_thick_edge(painter, self._before, place, theme, theme.legal)
            lit = replace(theme, accent=theme.legal)  # the card that it would go through, ringed
            selection, rows = self.view.selection, self._rows.tolist()
            overlay.paint_lifted(painter, self.view.picture, selection, lit, rows)

    def _beside_cards(self) -> QPainterPath:
        """Return what is in view but for the cards that a line runs through."""
        picture, beside = self.view.picture, QPainterPath()
        beside.addRect(self.view.region())
        for guide in self._guides:
            left, right = sorted((guide.x1(), guide.x2()))
            top, bottom = sorted((guide.y1(), guide.y2()))
            for row in cards_in(picture, left, top, right, bottom):
                size, card = picture.sizes[row], QPainterPath()
                card.addRect(QRectF(*(picture.centres[row] - size / 2), *size))
                beside = beside.subtracted(card)
        return beside

    def _paint_outlines(self, painter: QPainter, theme: Theme) -> None:
        picture = self.view.picture
        rows = visible_rows(picture, self.view.region().translated(-self._way))
        rows = rows[np.isin(rows, self._rows)]
        sizes = picture.sizes[rows]
        corners = picture.centres[rows] - sizes / 2 + self._way.toTuple()
        pen = QPen(colour(theme.accent), 1.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        draw_boxes(painter, np.concatenate([corners, sizes], axis=1))

    def _edge_under(self, positions: Positions, pointer: Pointer) -> engine.Edge | None:
        """Return the edge that the card would be inserted into."""
        if not self._loose or pointer.held(Qt.KeyboardModifier.AltModifier):
            return None
        op = self.view.document.graph.op_of(self._name)
        scale = self.view.viewpoint.scale
        place = edge_for(self._before, op, *positions[self._name], scale)
        return None if place is None else self._before.edges[place]

    def _command(self, positions: Positions) -> Command:
        if self._into is None:
            return MoveNodes(positions)
        graph, name = self.view.document.graph, self._name
        node = NewNode.of(graph, name).having(position=positions[name])
        return insert(self.view.picture, node, self._into, new=False)

    def _positions(self) -> Positions:
        return placed(self._chosen, self._places + self._way.toTuple())

    def _way_to(self, pointer: Pointer) -> tuple[QPointF, list[QLineF]]:
        """Return how far the cards go, and the lines they snap to."""
        start, guides = self._centre, list[QLineF]()
        wanted = way = pointer.point - self.pressed.point
        if pointer.held(Qt.KeyboardModifier.ControlModifier) is not self.view.snaps:
            place, guides = self._snap.snapped(start + way, self.view.viewpoint.scale)
            way = place - start
        if pointer.held(Qt.KeyboardModifier.ShiftModifier):
            level = abs(wanted.x()) >= abs(wanted.y())
            way = QPointF(way.x(), 0.0) if level else QPointF(0.0, way.y())
            guides = [g for g in guides if (g.dx() == 0.0) is level]
        return way, guides
