"""Icons, in the colours of a theme."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from gui.theme import Ink, Theme
from resources import resource

__all__ = ["icon"]

_SIZE = 18
_SCALES = (1, 2, 3)


def icon(name: str, theme: Theme) -> QIcon:
    """Return the icon `name` in `theme`, dimmed where its action cannot be taken."""
    made = QIcon()
    for mode, ink in ((QIcon.Mode.Normal, theme.inks[Ink.TEXT]), (QIcon.Mode.Disabled, theme.line)):
        for pixmap in _drawn(name, ink):
            made.addPixmap(pixmap, mode)
    return made


@cache
def _drawn(name: str, ink: str) -> tuple[QPixmap, ...]:
    return tuple(_inked(shape, ink) for shape in _shapes(name))


@cache
def _shapes(name: str) -> tuple[QPixmap, ...]:
    """Return the icon in black at every scale; a theme's first showing waits for no drawing."""
    lines = resource(f"icons/{name}.svg").read_bytes().replace(b"currentColor", b"#000000")
    renderer = QSvgRenderer(QByteArray(lines))
    return tuple(_pixmap(renderer, scale) for scale in _SCALES)


def _inked(shape: QPixmap, ink: str) -> QPixmap:
    """Return a shape filled with an ink."""
    pixmap = QPixmap(shape)
    with QPainter(pixmap) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        painter.fillRect(QRectF(0.0, 0.0, _SIZE, _SIZE), QColor(ink))
    return pixmap


def _pixmap(renderer: QSvgRenderer, scale: int) -> QPixmap:
    pixmap = QPixmap(_SIZE * scale, _SIZE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        renderer.render(painter, QRectF(pixmap.rect()))
    pixmap.setDevicePixelRatio(scale)
    return pixmap
