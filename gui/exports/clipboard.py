"""The picture on the clipboard: as pixels, as lines, and as the graph itself."""

from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QImage

from engine.progress import stage
from gui import mime
from gui.commands.clip import clip_of, written_clip
from gui.exports import png, svg
from gui.exports.subject import Subject

__all__ = ["Copied", "copied", "picture_data"]


class Copied(NamedTuple):
    """A picture as pixels, and its files by their types."""

    image: QImage
    files: dict[str, bytes]


def copied(subject: Subject) -> Copied:
    """Return the picture as PNG and SVG, and its graph as our own type for another window.

    The ground should be solid: programs that know no transparency would show black.
    """
    with stage(0.0, 0.4):
        drawing = subject.drawing
    with stage(0.4, 0.6):
        image = png.draw_image(drawing, png.frame(drawing, subject.options), subject.options)
    with stage(0.6, 0.9):
        files = {"image/png": png.encode_with_graph(image, subject)}
        files["image/svg+xml"] = svg.render(subject)
    with stage(0.9, 1.0):
        names = subject.options.selection or subject.graph.nodes()
        files[mime.GRAPH] = written_clip(clip_of(subject.graph, names))
    return Copied(image, files)


def picture_data(picture: Copied) -> QMimeData:
    """Return what the clipboard is given."""
    data = QMimeData()
    data.setImageData(picture.image)  # Windows and macOS make their own kinds from this one
    for kind, contents in picture.files.items():
        data.setData(kind, QByteArray(contents))
    return data
