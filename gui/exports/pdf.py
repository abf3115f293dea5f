"""PDF: the picture as vectors on a page of its own size, for LaTeX and for print."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter

from gui.exports.closing import pages
from gui.exports.frame import DPI, POINTS, Frame, frame_of
from gui.exports.options import SLIDE_WIDTH, ExportError, Options
from gui.exports.painting import paint_drawing
from gui.exports.pdf_text import with_letters
from gui.exports.subject import Subject
from gui.language import tr
from gui.picture.drawing import Drawing

__all__ = ["render"]

_RESOLUTION = 1200  # per inch, of the coordinates in the file


def render(subject: Subject) -> bytes:
    """Return the picture as a PDF, its page as large as the picture or as a slide.

    With steps there is a page for each, with the caption below the picture; so for a bump.
    """
    drawings = pages(subject)
    return _write(drawings, frame_of(drawings[0].bounds, subject.options), subject)


def _write(drawings: Sequence[Drawing], frame: Frame, subject: Subject) -> bytes:
    options = subject.options
    per_unit = _points_per_unit(frame, options)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setCreator("Chainrule")
    writer.setTitle(drawings[0].title)
    writer.setResolution(_RESOLUTION)
    size = QSizeF(frame.width * per_unit, frame.height * per_unit)
    page = QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        raise ExportError(tr("the picture could not be written as PDF"))
    scale = per_unit * _RESOLUTION / POINTS
    with painter:
        for place, drawing in enumerate(drawings):
            if place:
                writer.newPage()
            painter.save()
            try:
                painter.scale(scale, scale)
                painter.translate(-frame.left, -frame.top)
                if not options.transparent:
                    ground = QColor(drawing.theme.background)
                    whole = QRectF(frame.left, frame.top, frame.width, frame.height)
                    painter.fillRect(whole, ground)
                paint_drawing(painter, drawing)
            finally:
                painter.restore()
    return with_letters(bytes(data.data()))


def _points_per_unit(frame: Frame, options: Options) -> float:
    if options.size is not None:
        return SLIDE_WIDTH / frame.width
    return frame.scale * POINTS / DPI
