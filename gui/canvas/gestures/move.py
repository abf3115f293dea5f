"""Moving cards: the selection follows the hand, snapping to the grid and to other cards."""

import numpy as np
from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QPainter, QPen

import engine
from gui.canvas import overlay
from gui.canvas.gestures.gesture import Gesture, Pointer, Stage
from gui.canvas.insertion import edge_for, insert, is_loose, still
from gui.commands import MoveNodes, NewNode
from gui.document import Command
from gui.picture.lettering import colour
from gui.theme import Theme

__all__ = ["GRID", "Move"]

Positions = dict[str, tuple[float, float]]

GRID = 10.0  # units; centres of cards snap to it
_NEAR = 6.0  # pixels within which a card snaps to the line of another


class Move(Gesture):
    """Drags the selected cards; Ctrl turns snapping off, Shift keeps to one axis.

    One card without edges is inserted into the edge it is dropped on; Alt turns that off.
    """

    def __init__(self, stage: Stage, pressed: Pointer, name: str) -> None:
        super().__init__(stage, pressed)
        self._name = name
        self._clicked_selected = name in stage.selection.nodes
        self._guides: list[QLineF] = []
        self._moving = False
        if not self._clicked_selected:
            extends = pressed.held(Qt.KeyboardModifier.ShiftModifier)
            stage.select({*stage.selection.nodes, name} if extends else {name})
        self._into: engine.Edge | None = None
        self._loose = len(stage.selection.nodes) == 1 and is_loose(stage.document.graph, name)
        self._before = still(stage.picture) if self._loose else stage.picture
        picture = stage.picture
        chosen = sorted(stage.selection.nodes, key=picture.index.__getitem__)
        self._starts = {n: QPointF(*picture.centres[picture.index[n]]) for n in chosen}

    def move(self, pointer: Pointer) -> None:
        """Show the cards where the pointer takes them."""
        if not self._moving and not pointer.far_from(self.pressed):
            return
        self._moving = True
        positions = self._positions(pointer)
        self.stage.document.preview(MoveNodes(positions))
        self._into = self._edge_under(positions, pointer)
        self.stage.repaint()

    def release(self, pointer: Pointer) -> bool:
        """Leave the cards there, as one step; a click on one of several selects it alone."""
        if self._moving:
            self.stage.document.end_preview()
            positions = self._positions(pointer)
            self._into = self._edge_under(positions, pointer)
            self.stage.attempt(self._command(positions))
        elif self._clicked_selected and not pointer.keys:
            self.stage.select({self._name})
        return True

    def cancel(self) -> None:
        """Put the cards back."""
        self.stage.document.end_preview()

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Draw the lines the card snapped to."""
        pen = QPen(colour(theme.accent), 1.0, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines(self._guides)
        if self._into is not None:
            place = self._before.edge_index[self._into.target, self._into.port]
            overlay.paint_thick_edge(painter, self._before, place, theme, theme.legal)

    def _edge_under(self, positions: Positions, pointer: Pointer) -> engine.Edge | None:
        """Return the edge that the card would be inserted into."""
        if not self._loose or pointer.held(Qt.KeyboardModifier.AltModifier):
            return None
        op = self.stage.document.graph.op_of(self._name)
        scale = self.stage.viewpoint.scale
        place = edge_for(self._before, op, *positions[self._name], scale)
        return None if place is None else self._before.edges[place]

    def _command(self, positions: Positions) -> Command:
        if self._into is None:
            return MoveNodes(positions)
        graph, name = self.stage.document.graph, self._name
        attributes = {k: v for k, v in graph.attributes(name).items() if k != "op"}
        node = NewNode(name, graph.op_of(name), {**attributes, "position": positions[name]})
        return insert(self.stage.picture, node, self._into, new=False)

    def _positions(self, pointer: Pointer) -> Positions:
        wanted = way = pointer.point - self.pressed.point
        self._guides = []
        if not pointer.held(Qt.KeyboardModifier.ControlModifier):
            way = self._snapped(way)
        if pointer.held(Qt.KeyboardModifier.ShiftModifier):
            level = abs(wanted.x()) >= abs(wanted.y())
            way = QPointF(way.x(), 0.0) if level else QPointF(0.0, way.y())
        return {n: (p.x() + way.x(), p.y() + way.y()) for n, p in self._starts.items()}

    def _snapped(self, way: QPointF) -> QPointF:
        """Return the way with the dragged card on a neighbour's line, else on the grid."""
        start = self._starts[self._name]
        wanted = start + way
        x = self._line(wanted.x(), 0, wanted)
        y = self._line(wanted.y(), 1, wanted)
        snapped = QPointF(
            round(wanted.x() / GRID) * GRID if x is None else x,
            round(wanted.y() / GRID) * GRID if y is None else y,
        )
        for guide, level in ((y, True), (x, False)):
            if guide is not None:
                self._guides.append(self._guide(guide, snapped, level=level))
        return snapped - start

    def _others(self) -> np.ndarray:
        picture = self.stage.picture
        keep = np.ones(len(picture.names), dtype=bool)
        keep[[picture.index[name] for name in self._starts]] = False
        near = np.abs(picture.centres[:, 0] - self._starts[self._name].x()) < 2000.0
        return picture.centres[keep & near]

    def _line(self, wanted: float, axis: int, at: QPointF) -> float | None:
        """Return the nearest centre line of another card along `axis`, if it is near."""
        others = self._others()
        across = np.abs(others[:, 1 - axis] - (at.y() if axis == 0 else at.x()))
        lines = others[across < 600.0, axis]
        if not len(lines):
            return None
        nearest = float(lines[np.abs(lines - wanted).argmin()])
        return nearest if abs(nearest - wanted) * self.stage.viewpoint.scale <= _NEAR else None

    def _guide(self, line: float, at: QPointF, *, level: bool) -> QLineF:
        others = self._others()
        on_it = others[np.abs(others[:, 1 if level else 0] - line) < 0.5]
        ends = [*on_it[:, 0 if level else 1], at.x() if level else at.y()]
        low, high = float(min(ends)), float(max(ends))
        return QLineF(low, line, high, line) if level else QLineF(line, low, line, high)
