"""A prompt's offers as rows of a list: how one looks, and how it is read aloud."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.picture.item import ITEM_HEIGHT, paint_item
from gui.picture.lettering import colour
from gui.theme import Theme

__all__ = ["ITEM", "OFFER", "Offers", "Row", "Rows"]

OFFER = Qt.ItemDataRole.UserRole
"""The role under which a row has its offer itself."""

_MOST_ROWS = 7
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """How an offer looks as a row of the list, and how it is read aloud."""

    paint: Callable[[QPainter, QRectF, Any, Theme], None]
    words: Callable[[Any], str]
    height: int = ITEM_HEIGHT
    most: int = _MOST_ROWS


def _paint_item(painter: QPainter, box: QRectF, offer: Any, theme: Theme) -> None:
    paint_item(painter, box, offer.item, theme)


ITEM = Row(_paint_item, lambda offer: f"{offer.item.title} {offer.item.note}".strip())
"""Of what has an `item`, as all that can be placed has."""


class Offers(QAbstractListModel):
    """The offers as rows."""

    def __init__(self, row: Row, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = row
        self._offers: Sequence[Any] = ()

    def show(self, offers: Sequence[Any]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._offers = offers
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Return the number of offers."""
        return 0 if parent.isValid() else len(self._offers)

    def data(self, index: _Index, role: int = 0) -> object:
        """Return an offer itself, or its words for Qt and for screen readers."""
        offer = self._offers[index.row()]
        if role == OFFER:
            return offer
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._row.words(offer)
        return None


class Rows(QStyledItemDelegate):
    """Draws an offer, lit where it is chosen."""

    def __init__(self, row: Row, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._row, self._theme = row, theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the height of a row."""
        del index
        return QSize(option.rect.width(), self._row.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        if option.state & lit:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._theme.hover))
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), 6, 6)
        box = QRectF(option.rect).adjusted(-6, 0, 6, 0)
        self._row.paint(painter, box, index.data(OFFER), self._theme)
        painter.restore()
