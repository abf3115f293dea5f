"""A drawing shown small in a dialog, as large as its room allows."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from gui.exports import Options
from gui.exports.frame import frame_within
from gui.exports.png import draw_image
from gui.picture.drawing import Drawing
from gui.theme import THEMES, Theme
from gui.widgets.named import named

__all__ = ["Preview"]

_AIR = QSize(24, 24)
_CHECKS = 10  # side of a square of the pattern that shows through a transparent picture


class Preview(QLabel):
    """Shows a drawing in `room` pixels, at most at `largest` pixels per unit.

    Small graphs are not blown up: the preview shows how they would stand on a page.
    """

    def __init__(self, room: QSize, largest: float, parent: QWidget) -> None:
        super().__init__(parent, alignment=Qt.AlignmentFlag.AlignCenter)
        named(self, "preview")
        self.setFixedSize(room + _AIR)
        self._room, self._largest = room, largest

    def show_drawing(self, drawing: Drawing, options: Options) -> None:
        """Show what an export with `options` would be, whatever size in pixels they ask for."""
        self.show_image(self.image(drawing, options))

    def image(self, drawing: Drawing, options: Options) -> QImage:
        """Return what is to be shown; nothing of the widget changes, a thread may make it."""
        ratio = self.devicePixelRatioF()
        room = self._room.width() * ratio, self._room.height() * ratio
        frame = frame_within(drawing.bounds, options, room, self._largest * ratio)
        image = draw_image(drawing, frame, options)
        shown_image = _on_squares(image, THEMES[options.theme]) if options.transparent else image
        shown_image.setDevicePixelRatio(ratio)
        return shown_image

    def show_image(self, image: QImage) -> None:
        """Show what `image` returned."""
        self.setPixmap(QPixmap.fromImage(image))


def _on_squares(image: QImage, theme: Theme) -> QImage:
    """Return the image before the pattern that stands for nothing, as dark as its theme wants."""
    ground = QColor(theme.background)
    steps = (104, 112) if ground.lightness() > 127 else (100, 150)  # of dark they show less
    pale, dim = (ground.darker(percent) for percent in steps)
    backed = QImage(image.size(), QImage.Format.Format_RGB32)
    backed.fill(dim)
    with QPainter(backed) as painter:
        for x in range(0, image.width(), _CHECKS):
            for y in range((x // _CHECKS % 2) * _CHECKS, image.height(), 2 * _CHECKS):
                painter.fillRect(x, y, _CHECKS, _CHECKS, pale)
        painter.drawImage(0, 0, image)
    return backed
