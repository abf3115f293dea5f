"""A whole array to look through: its entries as a table, a large one as a heat map above."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gui.named import named
from gui.panels.heat_map import HeatMap, entry_place
from gui.picture.heat import as_table
from gui.picture.numbers import exact_text, number_text
from gui.readings import Reading, Words
from gui.theme import LIGHT, Ink, Theme

__all__ = ["ArrayView"]

_FEW = 36  # entries; more are shown as a heat map too
_MOST_ROWS, _MOST_COLUMNS = 100_000, 10_000  # of the table
_ROW, _COLUMN, _TALLEST = 22, 62, 224  # pixels

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class ArrayView(QWidget):
    """Shows an array in the colour of `ink`; hidden while there is none."""

    def __init__(self, ink: Ink, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = HeatMap(ink, self)
        self.model = _Entries(ink, self)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.table.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.map)
        column.addWidget(self.table)
        self.map.chosen.connect(self._go_to)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.map.set_theme(theme)
        self.model.set_theme(theme)

    def show_reading(self, reading: Reading) -> None:
        """Show an array's entries; nothing for a number, words, or an array without entries."""
        if reading is None or isinstance(reading, (Words, float)) or not reading.size:
            self.hide()
            return
        if reading.size > _FEW:
            self.map.show_array(reading)
        self.map.setVisible(reading.size > _FEW)
        self.model.show_array(reading)
        rows, columns = self.model.rowCount(), self.model.columnCount()
        header = self.table.horizontalHeader().sizeHint().height()
        wide = columns * _COLUMN > self.table.width() - self.table.verticalHeader().width()
        bar = self.table.horizontalScrollBar().sizeHint().height() if wide else 0
        self.table.setFixedHeight(min(_TALLEST, header + rows * _ROW + bar + 4))
        self.show()

    def _go_to(self, row: int, column: int) -> None:
        """Bring an entry into the table's view, selected."""
        index = self.model.index(row, column)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.table.setCurrentIndex(index)


class _Entries(QAbstractTableModel):
    """An array as rows and columns; the leading axes of one of higher rank share the rows."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink, self._theme = ink, LIGHT
        self._shape: tuple[int, ...] = (0,)
        self._table: NDArray[np.float64] = np.empty((0, 0))

    def set_theme(self, theme: Theme) -> None:
        """Write in `theme`."""
        self._theme = theme

    def show_array(self, array: NDArray[np.float64]) -> None:
        """Show `array`; one of the same shape keeps the place and the selection."""
        table = as_table(array)[:_MOST_ROWS, :_MOST_COLUMNS]
        if array.shape == self._shape:
            self._table = table
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._shape, self._table = array.shape, table
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows."""
        return 0 if parent.isValid() else self._table.shape[0]

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else self._table.shape[1]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return an entry, short; with all its digits and its index as the tooltip."""
        number = float(self._table[index.row(), index.column()])
        if role == Qt.ItemDataRole.DisplayRole:
            return number_text(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            place = ", ".join(map(str, entry_place(self._shape, index.row(), index.column())))
            return f"[{place}] = {exact_text(number)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the index that a row or a column stands for, counted from 0."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return str(section)
        return ", ".join(map(str, entry_place(self._shape, section, 0)[:-1]))


class _Table(QTableView):
    """A table of numbers that copies what is selected as text, a line for each row."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "sheet")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header, size in ((self.horizontalHeader(), _COLUMN), (self.verticalHeader(), _ROW)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(size)
            header.setDefaultSectionSize(size)
            header.setHighlightSections(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy by the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.selected_text())
            return
        super().keyPressEvent(event)

    def selected_text(self) -> str:
        """Return the selected entries in full, columns apart by tabs, as a spreadsheet takes it."""
        entries = self.model()
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda at: (at.row(), at.column())):
            text = str(entries.data(index, Qt.ItemDataRole.ToolTipRole)).partition(" = ")[2]
            rows.setdefault(index.row(), []).append(text.replace("−", "-"))
        return "\n".join("\t".join(row) for row in rows.values())
