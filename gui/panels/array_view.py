"""A whole array to look through, and a leaf's to edit: its table, a large one's heat map above."""

import numpy as np
from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.words.number_text import shape_text
from gui.panels.array_entries import Entries
from gui.panels.heat_map import HeatMap
from gui.panels.sheet import Sheet
from gui.readings import Reading, Words
from gui.theme import Ink, Theme
from gui.typed.value import rows_of, value_of
from gui.widgets.aloud import announce
from gui.widgets.named import named

__all__ = ["ArrayView"]

_FEW = 36  # entries; more are shown as a heat map too
_ROW, _COLUMN, _TALLEST = 22, 66, 224  # pixels
_BESIDE = 12  # pixels of a column that its number leaves free


class ArrayView(QWidget):
    """Shows an array in the colour of `ink`; hidden while there is none.

    One that is `editable` tells by `edited` the array that was typed or pasted in its place.
    """

    edited = Signal(object)

    def __init__(self, ink: Ink, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.map = HeatMap(ink, self)
        self.model = Entries(self)
        self.table = _Table(self)
        self.table.setModel(self.model)
        self.model.has_room = self.table.has_room
        self.table.setAccessibleName(name)
        self.problem = named(QLabel(self, wordWrap=True), "refusal")
        self.problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.map)
        column.addWidget(self.table)
        column.addWidget(self.problem)
        self.model.typed.connect(self._put)
        self.table.pasted.connect(self._paste)
        self.map.chosen.connect(self._go_to)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in `theme`."""
        self.map.set_theme(theme)

    def let_edit(self, on: bool) -> None:
        """Let entries be typed and pasted, or only be looked at and copied."""
        triggers = QAbstractItemView.EditTrigger
        typing = triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed
        self.table.setEditTriggers(typing if on else triggers.NoEditTriggers)
        self.table.takes_paste = self.model.editable = on

    def show_reading(self, reading: Reading) -> None:
        """Show an array's entries; nothing for a number, words, or an array without entries."""
        if reading is None or isinstance(reading, (Words, float)) or not reading.size:
            self.problem.hide()
            self.hide()
            return
        if self.model.show_array(reading):
            self.problem.hide()
        if reading.size > _FEW:
            self.map.show_array(reading)
        self.map.setVisible(reading.size > _FEW)
        rows, columns = self.model.rowCount(), self.model.columnCount()
        header = self.table.horizontalHeader().sizeHint().height()
        wide = columns * _COLUMN > self.table.width() - self.table.verticalHeader().width()
        bar = self.table.horizontalScrollBar().sizeHint().height() if wide else 0
        self.table.setFixedHeight(min(_TALLEST, header + rows * _ROW + bar + 4))
        self.show()

    def forget(self) -> None:
        """Let go of the array; the next is another one, even where it is alike."""
        self.problem.hide()
        self.model.forget()

    def refuse(self, reason: str) -> None:
        """Say why what was typed or pasted is not taken."""
        self.problem.setText(reason)
        self.problem.show()
        announce(self.table, reason, now=True)

    def _put(self, row: int, column: int, text: str) -> None:
        """Tell the array with another entry."""
        self.problem.hide()
        try:
            number = value_of(text)
        except engine.GraphError as error:
            self.refuse(str(error))
            return
        if isinstance(number, float):
            self.edited.emit(self.model.with_entries(row, column, np.array([[number]])))
        else:
            self.refuse(self.tr("an entry is a single number"))

    def _paste(self, text: str) -> None:
        """Tell the array with copied cells: from the chosen entry on, or else instead of it all."""
        self.problem.hide()
        try:
            self.edited.emit(self._pasted(text))
        except engine.GraphError as error:
            self.refuse(str(error))

    def _pasted(self, text: str) -> object:
        block, at = rows_of(text), self.table.top_left()
        row, column = at.row(), at.column()
        rows, columns = self.model.rowCount() - row, self.model.columnCount() - column
        if block.shape[0] <= rows and block.shape[1] <= columns:
            return self.model.with_entries(row, column, block)
        if (row, column) == (0, 0):
            return value_of(text)
        said = self.tr("{shape} entries do not fit here; at the first one they replace all")
        raise engine.InvalidValueError(said.format(shape=shape_text(block.shape)))

    def _go_to(self, row: int, column: int) -> None:
        """Bring an entry into the table's view, selected."""
        index = self.model.index(row, column)
        self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.table.setCurrentIndex(index)


class _Table(Sheet):
    """A sheet of numbers that copies what is selected as text, a line for each row.

    `pasted` tells the text that was pasted, where it takes any.
    """

    pasted = Signal(str)
    takes_paste = False

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for header, size in ((self.horizontalHeader(), _COLUMN), (self.verticalHeader(), _ROW)):
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setMinimumSectionSize(size)
            header.setDefaultSectionSize(size)

    def has_room(self, text: str) -> bool:
        """Tell whether a text fits into a column."""
        return self.fontMetrics().horizontalAdvance(text) <= _COLUMN - _BESIDE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy and paste by the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self.selected_text())
            return
        if self.takes_paste and event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QApplication.clipboard().text())
            return
        super().keyPressEvent(event)

    def top_left(self) -> QModelIndex:
        """Return the entry that pasting begins at: the first of the selected ones."""
        chosen = self.selectedIndexes() or [self.currentIndex()]
        row, column = min(at.row() for at in chosen), min(at.column() for at in chosen)
        return self.model().index(max(row, 0), max(column, 0))

    def selected_text(self) -> str:
        """Return the selected entries in full, columns apart by tabs, as a spreadsheet takes it."""
        entries = self.model()
        rows: dict[int, list[str]] = {}
        for index in sorted(self.selectedIndexes(), key=lambda at: (at.row(), at.column())):
            text = str(entries.data(index, Qt.ItemDataRole.EditRole))
            rows.setdefault(index.row(), []).append(text)
        return "\n".join("\t".join(row) for row in rows.values())
