"""The picture on the clipboard: as pixels, as lines, and as the graph itself."""

from PySide6.QtCore import QByteArray, QMimeData

from gui import mime
from gui.commands.clip import clip_of, written_clip
from gui.exports import png, svg
from gui.exports.subject import Subject

__all__ = ["picture_data"]


def picture_data(subject: Subject) -> QMimeData:
    """Return the picture as PNG and SVG, and its graph as our own type for another window.

    The ground should be solid: programs that know no transparency would show black.
    """
    data = QMimeData()
    drawing = subject.drawing
    # Windows and macOS make their own kinds of picture from this one
    data.setImageData(png.draw_image(drawing, png.frame(drawing, subject.options), subject.options))
    data.setData("image/png", QByteArray(png.render(subject)))
    data.setData("image/svg+xml", QByteArray(svg.render(subject)))
    names = subject.options.selection or subject.graph.nodes()
    data.setData(mime.GRAPH, QByteArray(written_clip(clip_of(subject.graph, names))))
    return data
