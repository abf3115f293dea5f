"""Curves over a grid, with their names at their ends and their numbers under the pointer."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from engine.value import Array
from gui.fonts import Face, font
from gui.panels.plot.axis import Axis
from gui.panels.plot.curve import Curve, thinned
from gui.panels.plot.curve_name import LETTER, name_width, paint_name
from gui.picture.numbers import number_text
from gui.theme import LIGHT, Ink, Theme

__all__ = ["Plot"]

_GAP = 6.0
_PER_TICK_X, _PER_TICK_Y = 64.0, 34.0


class Plot(QWidget):
    """Draws curves that share their axes; `log_x` and `log_y` choose logarithmic ones.

    `zero` keeps 0 in sight on a linear axis; with `whole_x` it counts something from left to right;
    with `named` a curve alone has its name, too.
    """

    def __init__(self, name: str, parent: QWidget | None = None, height: int = 150) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.theme: Theme = LIGHT
        self.log_x = self.log_y = self.whole_x = False
        self.zero = self.named = False
        self.x_name = ""
        self.hint = ""
        self._height = height
        self._curves: list[tuple[Curve, Array, Array]] = []
        self._pointed: float | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def curves(self) -> list[Curve]:
        """The curves that are shown."""
        return [curve for curve, _, _ in self._curves]

    def show_curves(self, curves: Sequence[Curve]) -> None:
        """Show these curves; a screen reader is told where each ends."""
        self._curves = [
            (c, np.asarray(c.xs, dtype=np.float64), np.asarray(c.ys, dtype=np.float64))
            for c in curves
        ]
        ends = [f"{c.name} {number_text(float(ys[-1]))}" for c, _, ys in self._curves if len(ys)]
        self.setAccessibleDescription(", ".join(ends))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Return a height of some lines; the width is the panel's."""
        return QSize(220, self._height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the numbers at the pointer."""
        self._pointed = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no numbers any more."""
        self._pointed = None
        self.update()
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw grid, curves, names and what is pointed at."""
        del event
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(Face.SANS, LETTER))
            frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(self.theme.line), 1.0))
            painter.setBrush(QColor(self.theme.background))
            painter.drawRoundedRect(frame, 8.0, 8.0)
            if not any(len(xs) for _, xs, _ in self._curves):
                painter.setPen(QColor(self.theme.inks[Ink.MUTED]))
                painter.drawText(frame.adjusted(12, 0, -12, 0), _WRAPPED, self.hint)
            else:
                self._paint_curves(painter, frame)

    def _paint_curves(self, painter: QPainter, frame: QRectF) -> None:
        x, y = self._axes()
        metrics = QFontMetricsF(painter.font())
        ys = y.ticks(max(int(frame.height() / _PER_TICK_Y), 2))
        left = max((metrics.horizontalAdvance(t) for _, t in ys), default=0.0) + 2 * _GAP
        right = self._names_width()
        area = frame.adjusted(left, 10.0, -right, -metrics.height() - _GAP)
        xs = x.ticks(max(int(area.width() / _PER_TICK_X), 2))
        self._paint_grid(painter, area, (x, xs), (y, ys))
        painter.save()
        painter.setClipRect(area.adjusted(-2, -2, 2, 2))
        lines = [self._line(curve, area, x, y) for curve in self._curves]
        for (curve, _, _), line in zip(self._curves, lines, strict=True):
            pen = QPen(QColor(curve.colour), 1.8)
            if curve.dashed:
                pen.setDashPattern([4.0, 3.0])
            painter.setPen(pen)
            for piece in line:
                if piece.size() == 1:
                    painter.drawEllipse(piece.at(0), 2.0, 2.0)
                else:
                    painter.drawPolyline(piece)
        painter.restore()
        self._paint_names(painter, area, lines)
        if self._pointed is not None and area.left() <= self._pointed <= area.right():
            self._paint_pointed(painter, area, x, y)

    def _axes(self) -> tuple[Axis, Axis]:
        xs = np.concatenate([xs for _, xs, _ in self._curves])
        ys = np.concatenate([ys for _, _, ys in self._curves])
        if self.zero and not self.log_y:
            ys = np.append(ys, 0.0)
        x = replace(Axis.over(xs, log=self.log_x, margin=0.0), whole=self.whole_x)
        return x, Axis.over(ys, log=self.log_y)

    @property
    def _named(self) -> bool:
        """Whether the curves have to be told apart by their names, or one from all others."""
        several = self.named or len(self._curves) > 1
        return several and any(curve.name for curve, _, _ in self._curves)

    def _names_width(self) -> float:
        if not self._named:
            return 12.0
        return max(name_width(curve) for curve, _, _ in self._curves) + 2 * _GAP

    def _line(
        self, curve: tuple[Curve, Array, Array], area: QRectF, x: Axis, y: Axis
    ) -> list[QPolygonF]:
        """Return the curve in pixels, in pieces where it has gaps (NaN, infinity)."""
        across, up = x.shares(curve[1]), y.shares(curve[2])
        across, up = thinned(across, up, max(int(area.width()), 1))
        px = area.left() + across * area.width()
        py = area.bottom() - np.clip(up, -10.0, 10.0) * area.height()
        pieces, piece = [], QPolygonF()
        for at_x, at_y in zip(px.tolist(), py.tolist(), strict=True):
            if at_x == at_x and at_y == at_y:
                piece.append(QPointF(at_x, at_y))
            elif piece.size():
                pieces.append(piece)
                piece = QPolygonF()
        return [*pieces, piece] if piece.size() else pieces

    def _paint_grid(
        self,
        painter: QPainter,
        area: QRectF,
        across: tuple[Axis, list[tuple[float, str]]],
        up: tuple[Axis, list[tuple[float, str]]],
    ) -> None:
        metrics = QFontMetricsF(painter.font())
        grid, muted = QPen(QColor(self.theme.line), 1.0), QColor(self.theme.inks[Ink.MUTED])
        for number, text in up[1]:
            y = area.bottom() - float(up[0].shares(np.array([number]))[0]) * area.height()
            painter.setPen(grid)
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(muted)
            left = area.left() - _GAP - metrics.horizontalAdvance(text)
            painter.drawText(QPointF(left, y + metrics.capHeight() / 2), text)
        baseline = area.bottom() + _GAP + metrics.capHeight()
        free = area.right()
        painter.setPen(muted)
        if self.x_name:
            free -= metrics.horizontalAdvance(self.x_name)
            painter.drawText(QPointF(free, baseline), self.x_name)
            free -= _GAP
        for number, text in across[1]:
            width = metrics.horizontalAdvance(text)
            middle = area.left() + float(across[0].shares(np.array([number]))[0]) * area.width()
            left = max(middle - width / 2, area.left() - _GAP)
            if left + width <= free:
                painter.drawText(QPointF(left, baseline), text)

    def _paint_names(self, painter: QPainter, area: QRectF, lines: list[list[QPolygonF]]) -> None:
        """Write the curves' names at their right ends, apart from each other."""
        if not self._named:
            return
        metrics = QFontMetricsF(painter.font())
        ends = [(way[-1].at(way[-1].size() - 1).y(), k) for k, way in enumerate(lines) if way]
        ends.sort()
        height = metrics.capHeight() + 4.0
        places: list[float] = []
        for y, _ in ends:
            places.append(max(y, places[-1] + height) if places else max(y, area.top() + 2.0))
        overflow = places[-1] - area.bottom() if places else 0.0
        for k in range(len(places) - 1, -1, -1):
            limit = places[k + 1] - height if k + 1 < len(places) else area.bottom()
            if overflow > 0:
                places[k] = min(places[k], limit)
        for (_, k), y in zip(ends, places, strict=True):
            curve = self._curves[k][0]
            painter.setPen(QColor(curve.colour))
            paint_name(painter, area.right() + _GAP, y + metrics.capHeight() / 2, curve)

    def _paint_pointed(self, painter: QPainter, area: QRectF, x: Axis, y: Axis) -> None:
        """Draw a line at the pointer and write the numbers of the curves there."""
        share = ((self._pointed or 0.0) - area.left()) / area.width()
        at = x.at(share)
        painter.setPen(QPen(QColor(self.theme.border), 1.0))
        texts: list[tuple[str, str]] = []
        for curve, xs, ys in self._curves:
            if not len(xs):
                continue
            k = int(np.abs(xs - at).argmin())
            place = area.left() + float(x.shares(xs[k : k + 1])[0]) * area.width()
            if not texts:
                painter.drawLine(QPointF(place, area.top()), QPointF(place, area.bottom()))
                texts.append((f"{self.x_name} {x.text_of(float(xs[k]))}".strip(), ""))
            texts.append((f"{curve.name} {number_text(float(ys[k]))}".strip(), curve.colour))
        del y
        self._paint_box(painter, area, share > 0.5, texts)

    def _paint_box(
        self, painter: QPainter, area: QRectF, leftward: bool, texts: list[tuple[str, str]]
    ) -> None:
        metrics = QFontMetricsF(painter.font())
        width = max(metrics.horizontalAdvance(text) for text, _ in texts) + 2 * _GAP
        height = len(texts) * metrics.height() + _GAP
        left = area.left() + 4.0 if leftward else area.right() - width - 4.0
        box = QRectF(left, area.top() + 2.0, width, height)
        painter.setPen(QPen(QColor(self.theme.line), 1.0))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(box, 5.0, 5.0)
        for row, (text, ink) in enumerate(texts):
            painter.setPen(QColor(ink or self.theme.inks[Ink.MUTED]))
            baseline = box.top() + _GAP / 2 + row * metrics.height() + metrics.ascent()
            painter.drawText(QPointF(box.left() + _GAP, baseline), text)


_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
