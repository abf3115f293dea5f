"""A large array at one look: a field of colours with its scale below."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from engine.value import same_fixed
from gui.fonts import Face
from gui.picture.heat import (
    HeatScale,
    as_table,
    fitted,
    heat_image,
    heat_scale,
    legend_image,
    strongest_at,
)
from gui.picture.lettering import colour, draw_typeset
from gui.picture.numbers import full_text, number_text
from gui.picture.runs import set_text
from gui.theme import LIGHT, Ink, Theme

__all__ = ["HeatMap", "entry_place"]

_LEAST, _MOST = 28, 180  # pixels, the height of the field
_CELL = 14  # pixels, the height of a row where there are few
_BAR, _GAP, _TEXT = 8, 6, 16  # pixels: the scale, the air around it, its numbers
_LEGEND = _BAR + 2 * _GAP + _TEXT
_SIZE = 11
_APART = 8  # pixels between two texts of the scale


def entry_place(shape: tuple[int, ...], row: int, column: int) -> tuple[int, ...]:
    """Return the index, in an array of `shape`, of what its table has in a row and a column."""
    if len(shape) < 2:
        return (column,)
    return (*(int(k) for k in np.unravel_index(row, shape[:-1])), column)


class HeatMap(QWidget):
    """A field with a cell per entry, in the colours of `ink`; `chosen` tells which is clicked."""

    chosen = Signal(int, int)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ink, self._theme = ink, LIGHT
        self._array: NDArray[np.float64] = np.zeros((1, 1))
        self._scale = HeatScale(0.0, 0.0, strange=False)
        self._most = (1, 1)  # rows and columns of the image
        self._shared = ""  # what a pixel is, where entries share one
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._draw()

    def show_array(self, array: NDArray[np.float64]) -> None:
        """Show `array`, which has at least one entry."""
        if same_fixed(self._array, array):
            return  # to colour a million entries takes long
        self._array, self._scale = array, heat_scale(array)
        self._fit(anew=True)

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self._theme = theme
        self._draw()

    def sizeHint(self) -> QSize:
        """Return a height that suits the number of rows."""
        return QSize(220, self._height() + self._below())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let as many entries share a pixel as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def entry_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the row and the column, in the table, of the entry that is shown at a point.

        It is None beside the field.
        """
        field, (rows, columns) = self._field(), self._most
        if not field.contains(point):
            return None
        at = point - field.topLeft()  # of the pixel; its middle is half of one farther
        row = (2 * at.y() + 1) * rows // (2 * field.height())
        column = (2 * at.x() + 1) * columns // (2 * field.width())
        return strongest_at(self._array, self._most, (row, column))

    def event(self, event: QEvent) -> bool:
        """Say the number under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.entry_at(event.pos())
            text = ""
            if at is not None:
                place = ", ".join(map(str, entry_place(self._array.shape, *at)))
                text = f"[{place}] = {full_text(float(as_table(self._array)[at]))}"
            QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the entry that is clicked."""
        at = self.entry_at(event.position().toPoint())
        if at is not None:
            self.chosen.emit(*at)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, the scale and its numbers."""
        del event
        theme = self._theme
        with QPainter(self) as painter:
            field = self._field()
            painter.drawImage(field, fitted(self._image, field.size() * self.devicePixelRatioF()))
            bar = QRect(0, field.bottom() + 1 + _GAP, self.width(), _BAR)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(bar, self._legend)
            painter.setPen(QPen(colour(theme.border), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for box in (field, bar):
                painter.drawRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw_numbers(painter, bar)

    def _draw_numbers(self, painter: QPainter, bar: QRect) -> None:
        """Write the ends of the scale, 0 where it stands apart from both, and what is strange.

        What is strange stands beside the 0; in place of it where there is no room for both.
        """
        scale, baseline = self._scale, bar.bottom() + _GAP + _SIZE
        texts = (number_text(scale.low), number_text(scale.high), "0")
        low, high, zero = (set_text(text, Face.SANS, _SIZE, Ink.MUTED) for text in texts)
        right, span = self.width() - high.width, scale.high - scale.low
        free = [(low.width, right)]  # of the line, from where to where
        drawn = [(low, 0.0), (high, right)]
        middle = self.width() * -scale.low / span - zero.width / 2 if span else 0.0
        if low.width + _APART < middle < right - zero.width - _APART:
            tick = QPointF(middle + zero.width / 2, bar.bottom() + 1.0)
            painter.setPen(colour(self._theme.inks[Ink.MUTED]))
            painter.drawLine(tick, tick + QPointF(0.0, 3.0))
            drawn.append((zero, middle))
            free = [(low.width, middle), (middle + zero.width, right)]
        if scale.strange:
            mark = set_text("■ NaN, ∞", Face.SANS, _SIZE, Ink.WARNING)
            first, last = max(free, key=lambda gap: gap[1] - gap[0])
            if last - first < mark.width + 2 * _APART:
                first, last, drawn = low.width, right, drawn[:2]
            drawn.append((mark, (first + last - mark.width) / 2))
        for text, x in drawn:
            draw_typeset(painter, text, x, baseline, self._theme)
        if self._shared:
            said = set_text(self._shared, Face.SANS, _SIZE, Ink.MUTED)
            draw_typeset(painter, said, 0.0, baseline + _TEXT, self._theme)

    def _field(self) -> QRect:
        return QRect(0, 0, self.width(), self.height() - self._below())

    def _height(self) -> int:
        """Return the pixels that the field is to be high."""
        return max(_LEAST, min(_MOST, len(as_table(self._array)) * _CELL))

    def _below(self) -> int:
        """Return the pixels below the field."""
        return _LEGEND + (_TEXT if self._shared else 0)

    def _fit(self, *, anew: bool = False) -> None:
        """Draw as many entries as there is room for; more than that share the pixels.

        These are those that the pointer tells apart: some screens have more.
        """
        shape, room = as_table(self._array).shape, (self._height(), self.width())
        most = tuple(max(min(size, pixels), 1) for size, pixels in zip(shape, room, strict=True))
        if most == self._most and not anew:
            return
        self._most = most[0], most[1]
        rows, columns = (-(-size // pixels) for size, pixels in zip(shape, most, strict=True))
        self._shared = ""
        if (rows, columns) != (1, 1):
            said = self.tr("a pixel: the strongest of {rows} × {columns} entries")
            self._shared = said.format(rows=rows, columns=columns)
        low, high = number_text(self._scale.low), number_text(self._scale.high)
        name = self.tr("heat map from {low} to {high}").format(low=low, high=high)
        self.setAccessibleName(f"{name}, {self._shared}" if self._shared else name)
        self._draw()
        self.updateGeometry()

    def _draw(self) -> None:
        self._image = heat_image(self._array, self._ink, self._theme, self._most)
        self._legend = legend_image(self._scale, self._ink, self._theme)
        self.update()
