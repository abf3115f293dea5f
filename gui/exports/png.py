"""PNG: the picture as pixels, its size on paper and its graph written into the file."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from engine.formats.picture_file import embed_in_png
from gui.exports.frame import Frame, frame_of
from gui.exports.options import ExportError, Options
from gui.exports.painting import paint_drawing
from gui.exports.sequence import captioned, scenes
from gui.exports.subject import Subject
from gui.language import tr
from gui.picture.drawing import Drawing

__all__ = ["SCALE", "draw_image", "encode", "encode_with_graph", "frame", "render", "render_steps"]

SCALE = 2.0  # pixels per unit where nothing else is asked for
_METRE = 39.3701  # inches


def render(subject: Subject) -> bytes:
    """Return the picture as a PNG file whose dpi keeps its size on paper at any scale.

    Raises ExportError when it would be larger than memory should hold.
    """
    subject.check_pixels(subject.options, SCALE)
    whole = frame(subject.drawing, subject.options)
    return encode_with_graph(draw_image(subject.drawing, whole, subject.options), subject)


def render_steps(subject: Subject) -> list[bytes]:
    """Return a PNG file for each step, all of one size, with the caption below the picture."""
    drawings = captioned(scenes(subject))
    whole, options = frame(drawings[0], subject.options), subject.options
    graph = subject.contents() if options.embed else None
    images = (draw_image(drawing, whole, options) for drawing in drawings)
    return [
        encode(image) if graph is None else embed_in_png(encode(image), graph) for image in images
    ]


def encode_with_graph(image: QImage, subject: Subject) -> bytes:
    """Return the image as a PNG file that holds the subject's graph, where that is asked for."""
    png = encode(image)
    return embed_in_png(png, subject.contents()) if subject.options.embed else png


def frame(drawing: Drawing, options: Options) -> Frame:
    """Return the frame of the drawing's picture in pixels."""
    return frame_of(drawing.bounds, options, SCALE)


def draw_image(drawing: Drawing, frame: Frame, options: Options) -> QImage:
    """Return what lies in the frame, drawn on an image."""
    image = QImage(*frame.pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDotsPerMeterX(round(frame.dpi * _METRE))
    image.setDotsPerMeterY(round(frame.dpi * _METRE))
    ground = QColor(drawing.theme.background)
    image.fill(QColor(0, 0, 0, 0) if options.transparent else ground)
    with QPainter(image) as painter:
        painter.scale(frame.scale, frame.scale)
        painter.translate(-frame.left, -frame.top)
        paint_drawing(painter, drawing)
    # drawn with an alpha channel, or a screen's own smoothing would leave coloured fringes
    return image if options.transparent else image.convertToFormat(QImage.Format.Format_RGB32)


def encode(image: QImage) -> bytes:
    """Return the image as a PNG file; raises ExportError where that fails."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(b"PNG")).write(image):
        raise ExportError(tr("the picture could not be encoded as PNG"))
    return bytes(data.data())
