"""PNG: the picture as pixels, at any scale, transparent on request."""

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from gui.exports.options import ExportError, Options
from gui.picture.paint import paint, paint_legend
from gui.picture.picture import Picture

__all__ = ["draw_image", "render"]

_MOST_PIXELS = 400_000_000  # 1.6 GB while it is drawn; no slide or poster needs more
_METRE = 39.3701  # inches
_DPI = 96  # of a picture at scale 1


def render(picture: Picture, options: Options) -> bytes:
    """Return the picture as a PNG file whose dpi keeps its size on paper at any scale.

    Raises ExportError when it would be larger than memory should hold.
    """
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(draw_image(picture, options)):
        raise ExportError("the picture could not be encoded as PNG")
    return bytes(data.data())


def draw_image(picture: Picture, options: Options) -> QImage:
    """Return the picture drawn on an image with `options.padding` around it."""
    left, top, right, bottom = picture.bounds() if options.legend else picture.content_bounds()
    padding, scale = options.padding, options.scale
    width = math.ceil((right - left + 2 * padding) * scale)
    height = math.ceil((bottom - top + 2 * padding) * scale)
    if width * height > _MOST_PIXELS or max(width, height) > 2**15 - 1:
        raise ExportError(
            f"the picture would have {width} × {height} pixels, which is too large; "
            "choose a smaller scale"
        )
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(_DPI * scale * _METRE))
    image.setDotsPerMeterY(round(_DPI * scale * _METRE))
    theme = options.colours
    image.fill(QColor(0, 0, 0, 0) if options.transparent else QColor(theme.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    painter.translate(QPointF(padding - left, padding - top))
    paint(painter, picture, theme)
    if options.legend and picture.edges:
        paint_legend(painter, picture, theme)
    painter.end()
    return image
