"""The palette's rows: leaves and ops under the names of their families, filtered by a search."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QByteArray, QMimeData, QModelIndex, QObject, Qt
from PySide6.QtCore import QPersistentModelIndex as _Persistent

import engine
from gui.mime import OP
from gui.own_ops import own_name
from gui.picture.item import Item, items, own_item

__all__ = ["ROW", "Heading", "Item", "PaletteModel"]

ROW = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Heading:
    """A family's name above its ops."""

    title: str


class PaletteModel(QAbstractListModel):
    """Headings and items as rows; an item's drag carries the name of its op."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shipped = self._families = items()
        self._text = ""
        self._rows: list[Heading | Item] = []
        self.search("")

    def search(self, text: str) -> None:
        """Keep the rows that are typed so, where there are none those that `text` is found in."""
        self._text = text
        listed = [item for _, family in self._families for item in family]
        typed = [item for item in listed if item.is_typed(text)] if text.strip() else []
        self.beginResetModel()
        self._rows = []
        for family, found in self._families:
            kept = [item for item in found if (item in typed if typed else item.fits(text))]
            if kept:
                self._rows += [Heading(family), *kept]
        self.endResetModel()

    def show_own(self, own: Sequence[engine.OwnOp], came: Sequence[engine.OwnOp]) -> None:
        """List the user's own ops, and those that only came with the graph, after the leaves."""
        sections = ((self.tr("Own"), own), (self.tr("Own, in this graph"), came))
        listed = [
            (title, tuple(own_item(op) for op in found)) for title, found in sections if found
        ]
        families = (*self._shipped[:1], *listed, *self._shipped[1:])
        if families != self._families:
            self._families = families
            self.search(self._text)

    def row(self, number: int) -> Heading | Item:
        """Return what stands in a row."""
        return self._rows[number]

    def first_item(self) -> QModelIndex:
        """Return the first row that can be placed, an invalid index where there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Item):
                return self.index(number)
        return QModelIndex()

    def rowCount(self, parent: QModelIndex | _Persistent = QModelIndex()) -> int:  # noqa: B008 Qt's own signature
        """Return the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | _Persistent, role: int = 0) -> object:
        """Return a row itself, or its words for Qt and for screen readers."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.title
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, Item):
            return row.title if own_name(row.op) else f"{row.title} ({row.op})"
        return None

    def flags(self, index: QModelIndex | _Persistent) -> Qt.ItemFlag:
        """Return that items can be selected and dragged, headings nothing."""
        if isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        )

    def mimeTypes(self) -> list[str]:
        """Return the one type of a drag."""
        return [OP]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]  # PySide types a Sequence
        """Return the name of the op dragged."""
        data = QMimeData()
        row = self._rows[indexes[0].row()]
        if isinstance(row, Item):
            data.setData(OP, QByteArray(row.op.encode()))
        return data
