"""The document's table of data as rows and cells to edit."""

import math

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

import engine
from engine.training import Table, check_columns, table_from_text, text_from_table
from engine.training.table import KEY, check_size
from engine.training.table_text import cells_of, has_decimal_comma, is_number, number_of
from gui.commands import SetTable
from gui.document import Change, Document
from gui.language import tr
from gui.picture.name_text import leaf_text, name_html, name_text
from gui.typed.value import no_number, value_of
from gui.typed.value_text import quoted, text_of
from gui.widgets.scripted import RICH

__all__ = ["TableModel"]

_Index = QModelIndex | QPersistentModelIndex
_MOST_CELLS_PASTED = 200_000


class TableModel(QAbstractTableModel):
    """The table in the document's file; a row more than it has, where the next is typed.

    `problem` says what is wrong with the table or what was typed, empty where nothing is.
    """

    told = Signal()
    """The table or the problem is another."""

    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self._document = document
        self.table: Table | None = None
        self.problem = ""
        document.changed.connect(self._follow)
        self._read()

    # --- what a view asks

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the rows and the one to type in."""
        if parent.isValid() or self.table is None:
            return 0
        return len(self.table.rows) + 1

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  Qt's own default
        """Return the columns."""
        return 0 if parent.isValid() or self.table is None else len(self.table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's number as text."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if self.table is None or index.row() >= len(self.table.rows):
            return "" if role == Qt.ItemDataRole.EditRole else None
        text = text_of(self.table.rows[index.row()][index.column()])
        return text if role == Qt.ItemDataRole.EditRole else text.replace("-", "−")

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's input, or a row's number."""
        rich = role == RICH
        if not (rich or role == Qt.ItemDataRole.DisplayRole) or self.table is None:
            return None
        if orientation == Qt.Orientation.Horizontal:
            write = name_html if rich else name_text
            return leaf_text(self._document.graph, self.table.columns[section], write)
        return "+" if section == len(self.table.rows) else str(section + 1)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Set a cell; in the last row it begins a new one, whose other cells are 0."""
        text = str(value).strip()
        new_row = self.table is not None and index.row() == len(self.table.rows)
        if self.table is None or role != Qt.ItemDataRole.EditRole or (new_row and not text):
            return False
        try:
            number = _typed(text)
        except engine.InvalidValueError as error:
            place = self.tr("row {row}, {column}").format(
                row=index.row() + 1, column=self.table.columns[index.column()]
            )
            self._say(f"{place}: {error}")
            return False
        self._put(self.table, {(index.row(), index.column()): number})
        return True

    # --- what the panel asks

    def begin(self) -> None:
        """Make a table of the graph's inputs, with the numbers they have as its first row."""
        graph = self._document.graph
        row = {}
        for name in graph.nodes():
            if graph.op_of(name) == "input":
                value = graph.value(name)
                row.update({name: value} if isinstance(value, float) else {})
        if not row:
            self._say(self.tr("There is no input that is a number: open a CSV file, or paste."))
            return
        self._set(Table(tuple(row), (tuple(row.values()),)), self.tr("Make a table of data"))

    def remove(self) -> None:
        """Leave the document without a table."""
        self._set(None)

    def remove_rows(self, rows: set[int]) -> None:
        """Remove rows."""
        if self.table is None or not rows:
            return
        kept = tuple(row for k, row in enumerate(self.table.rows) if k not in rows)
        if len(kept) < len(self.table.rows):
            self._set(Table(self.table.columns, kept), self.tr("Remove rows of data"))

    def paste(self, text: str, row: int, column: int) -> None:
        """Take copied cells: a whole table where the first row has names, else from a cell on."""
        try:
            left = 0 if self.table is None else len(self.table.columns) - column
            cells = cells_of(text, one_column=left == 1)
            named = cells and not all(map(is_number, cells[0]))
            if self.table is None or named:
                self._set(table_from_text(text), self.tr("Paste data"))
            else:
                self._paste_cells(self.table, cells, row, column)
        except engine.GraphError as error:
            self._say(str(error))

    def text(self) -> str:
        """Return the table for a spreadsheet, divided by tabs, empty where there is none."""
        return "" if self.table is None else text_from_table(self.table, "\t")

    # --- inside

    def _paste_cells(self, table: Table, cells: list[list[str]], row: int, column: int) -> None:
        width = len(table.columns)
        found: dict[tuple[int, int], float] = {}
        if sum(map(len, cells)) > _MOST_CELLS_PASTED:
            raise engine.LimitError(self.tr("these are too many cells to be pasted"))
        decimal = has_decimal_comma(cells)
        for i, line in enumerate(cells):
            for k, cell in enumerate(line[: width - column]):
                number = number_of(cell, decimal=decimal)
                if number is None:
                    place = self.tr("row {row}, {column}").format(
                        row=row + i + 1, column=table.columns[column + k]
                    )
                    raise engine.InvalidValueError(f"{place}: {no_number(cell)}")
                found[row + i, column + k] = number
        self._put(table, found, self.tr("Paste data"))

    def _put(self, table: Table, cells: dict[tuple[int, int], float], text: str = "") -> None:
        """Set cells; rows that are not there yet are added."""
        rows = [list(row) for row in table.rows]
        for (row, column), number in cells.items():
            while len(rows) <= row:
                rows.append([0.0] * len(table.columns))
            rows[row][column] = number
        try:
            check_size(len(table.columns), len(rows), tr("the table"))
        except engine.LimitError as error:  # it could not be read again
            self._say(str(error))
            return
        self._set(Table(table.columns, tuple(map(tuple, rows))), text)

    def _set(self, table: Table | None, text: str = "") -> None:
        self._say("")
        self._document.do(SetTable(table, text))

    def _say(self, sentence: str) -> None:
        self.problem = sentence
        self.told.emit()

    def _follow(self, change: Change) -> None:
        if change.reset or KEY in change.kept:
            self._read()
        elif self.table is not None and change.reshapes:
            self._say(self._fault(self.table))  # its columns may be inputs now, or no more
        elif self.table is not None and change.looks:  # an input may have another label
            last = len(self.table.columns) - 1
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def _read(self) -> None:
        problem, table = "", None
        try:
            table = Table.of(self._document.graph)
        except engine.GraphError as error:
            problem = str(error)
        else:
            problem = "" if table is None else self._fault(table)
        if table is not None and self.table is not None and table.columns == self.table.columns:
            self._take_rows(self.table, table)  # the cell one is at stays the same
        else:
            self.beginResetModel()
            self.table = table
            self.endResetModel()
        self._say(problem)

    def _fault(self, table: Table) -> str:
        """Return why the columns cannot feed the graph's inputs, empty where they can."""
        try:
            check_columns(table.columns, self._document.graph)
        except engine.GraphError as error:
            return str(error)
        return ""

    def _take_rows(self, old: Table, new: Table) -> None:
        before, after, nowhere = len(old.rows), len(new.rows), QModelIndex()
        if after > before:
            # Below the row one types in: it is the first of the new ones.
            self.beginInsertRows(nowhere, before + 1, after)
            self.table = new
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(nowhere, after, before - 1)
            self.table = new
            self.endRemoveRows()
        self.table = new
        self.dataChanged.emit(self.index(0, 0), self.index(after, len(new.columns) - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, after)


def _typed(text: str) -> float:
    """Return the finite number that was typed, a fraction too; raises InvalidValueError."""
    number = number_of(text)
    if number is not None:
        return number
    if not text:
        raise engine.InvalidValueError(tr("type a number"))
    value = value_of(text)
    if isinstance(value, float) and math.isfinite(value):
        return value
    raise engine.InvalidValueError(tr("‘{text}’ is not a number").format(text=quoted(text)))
