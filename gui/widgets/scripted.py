"""Names with what is raised and lowered in them, drawn where Qt's own widgets have plain text."""

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPalette, QTextDocument
from PySide6.QtWidgets import QHeaderView, QStyleOptionHeader, QWidget

__all__ = ["RICH", "ScriptedHeader", "draw_rich"]

RICH = Qt.ItemDataRole.UserRole + 1
"""The role of an item's words as rich text."""


class ScriptedHeader(QHeaderView):
    """The headings of a table's columns, as rich text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(True)

    def initStyleOptionForIndex(self, option: QStyleOptionHeader, section: int) -> None:
        """Leave the words out: they are drawn in `paintSection`."""
        super().initStyleOptionForIndex(option, section)
        option.text = ""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw the heading in the middle of its place."""
        painter.save()
        super().paintSection(painter, rect, section)
        painter.restore()
        rich = str(self.model().headerData(section, self.orientation(), RICH) or "")
        draw_rich(painter, rect, rich, self, QPalette.ColorRole.PlaceholderText, centred=True)


def draw_rich(
    painter: QPainter,
    place: QRect,
    rich: str,
    widget: QWidget,
    ink: QPalette.ColorRole = QPalette.ColorRole.Text,
    *,
    centred: bool = False,
) -> None:
    """Draw rich text from the left of a place, or in its middle, in the middle of its height."""
    page = QTextDocument()
    page.setDefaultFont(widget.font())
    page.setDocumentMargin(0.0)
    page.setHtml(f"<span style='white-space: pre'>{rich}</span>")
    context = QAbstractTextDocumentLayout.PaintContext()
    palette = QPalette(widget.palette())
    palette.setColor(QPalette.ColorRole.Text, palette.color(ink))
    context.palette = palette
    aside = max(place.width() - page.idealWidth(), 0.0) / 2 if centred else 0.0
    down = place.center().y() + 1 - page.size().height() / 2
    painter.save()
    painter.setClipRect(place)
    painter.translate(QPointF(place.left() + aside, down))
    page.documentLayout().draw(painter, context)
    painter.restore()
