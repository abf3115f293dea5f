"""The entries of an array as rows and columns, short in their cells, typed one by one."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from engine.value import Value, same_fixed
from gui.panels.heat_map import entry_place
from gui.picture.heat import as_table
from gui.picture.numbers import full_text, number_text, wanted_digits
from gui.typed.value_text import text_of

__all__ = ["Entries"]

_MOST_ROWS, _MOST_COLUMNS = 100_000, 10_000
_FEWEST = 1  # digits of a number that is too long for its column

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Entries(QAbstractTableModel):
    """An array as rows and columns; the leading axes of one of higher rank share the rows."""

    typed = Signal(int, int, str)
    editable = False
    has_room: Callable[[str], bool] = staticmethod(lambda _: True)
    """Whether a column is wide enough for a text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._array: NDArray[np.float64] | None = None  # the one that is shown
        self._shape: tuple[int, ...] = (0,)
        self._table: NDArray[np.float64] = np.empty((0, 0))

    def show_array(self, array: NDArray[np.float64]) -> bool:
        """Show `array` and return whether it is another; one of the same shape keeps the place."""
        if same_fixed(self._array, array):
            return False  # a million entries are not compared
        self._array = array
        table = as_table(array)[:_MOST_ROWS, :_MOST_COLUMNS]
        if array.shape == self._shape:
            if _alike(table, self._table):
                return False  # else an open field would be read anew, and what is typed lost
            self._table = table
            last = self.index(self.rowCount() - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return True
        self.beginResetModel()
        self._shape, self._table = array.shape, table
        self.endResetModel()
        return True

    @staticmethod
    def lists_all(value: Value) -> bool:
        """Return whether there is a row and a column for every entry of `value`."""
        rows, columns = as_table(np.asarray(value)).shape
        return bool(rows <= _MOST_ROWS and columns <= _MOST_COLUMNS)

    def forget(self) -> None:
        """Show nothing, and let go of the place and of what is being typed."""
        self.beginResetModel()
        self._array, self._shape, self._table = None, (0,), np.empty((0, 0))
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
            return self._short(number)
        if role == Qt.ItemDataRole.EditRole:
            return text_of(number)
        if role == Qt.ItemDataRole.ToolTipRole:
            place = ", ".join(map(str, entry_place(self._shape, index.row(), index.column())))
            return f"[{place}] = {full_text(number)}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _short(self, number: float) -> str:
        """Return a number with as many digits as have room: of one that is cut nothing is known."""
        text = number_text(number)
        for digits in range(wanted_digits() - 1, _FEWEST - 1, -1):
            if self.has_room(text):
                break
            text = number_text(number, digits, whole=False)
        return text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every entry can be edited, where any can."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if self.editable else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tell what was typed for an entry; it is shown once it is taken."""
        text = str(value).strip()
        if role == Qt.ItemDataRole.EditRole and text != self.data(index, role):
            self.typed.emit(index.row(), index.column(), text)
        return True

    def with_entries(self, row: int, column: int, block: NDArray[np.float64]) -> object:
        """Return the array with `block` from an entry on."""
        table = self._table.copy()
        table[row : row + block.shape[0], column : column + block.shape[1]] = block
        return table.reshape(self._shape)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the index that a row or a column stands for, counted from 0."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return str(section)
        return ", ".join(map(str, entry_place(self._shape, section, 0)[:-1]))


def _alike(first: NDArray[np.float64], second: NDArray[np.float64]) -> bool:
    """Return whether the same is written for two tables: NaN is like NaN, 0 is not like −0."""
    signs = np.signbit(first) == np.signbit(second)
    return np.array_equal(first, second, equal_nan=True) and bool((signs | np.isnan(first)).all())
