"""The table of data in the training panel, and how its rows are fed."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from engine.training import Feed
from gui.document import Document
from gui.panels.sheet import Sheet
from gui.panels.train.table_model import TableModel
from gui.widgets.form import ChoiceBox, form_layout
from gui.widgets.named import named
from gui.widgets.number_box import NumberBox
from gui.widgets.scripted import ScriptedHeader

__all__ = ["DataSection"]

_ROWS_SEEN = 7
_ROW = 26


class DataSection(QWidget):
    """Shows and edits the table; `fed` tells of another way of feeding it."""

    fed = Signal()
    open_asked = Signal()
    """A CSV file shall be chosen and opened."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TableModel(document)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(named(QLabel(self.tr("Data"), self), "heading"))
        self.hint = named(
            QLabel(
                self.tr(
                    "Examples for the inputs, a column for each: typed, pasted from a "
                    "spreadsheet, or a CSV file."
                ),
                self,
            ),
            "muted",
        )
        self.hint.setWordWrap(True)
        column.addWidget(self.hint)
        self.view = _TableView(self.model, self)
        column.addWidget(self.view)
        self.problem = named(QLabel(self, wordWrap=True), "refusal")
        column.addWidget(self.problem)
        column.addLayout(self._buttons())
        column.addLayout(self._feeding())
        self.model.told.connect(self._show)
        self._show()

    @property
    def feed(self) -> Feed:
        """How the table is fed."""
        return Feed.BATCH if self.feeding.currentIndex() == 0 else Feed.ROWS

    @property
    def row_seed(self) -> int | None:
        """What shuffles the rows, None where they come in order."""
        return self.seed.value() if self.feeding.currentIndex() == 2 else None

    def show_feed(self, feed: Feed, seed: int | None) -> None:
        """Show how the table is fed, without telling of it."""
        with QSignalBlocker(self.feeding), QSignalBlocker(self.seed):
            self.feeding.setCurrentIndex(0 if feed is Feed.BATCH else 1 if seed is None else 2)
            self.seed.setValue(seed or 0)
        self._show()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        self.begin = QPushButton(self.tr("Type"), self)
        self.open = QPushButton(self.tr("Open CSV…"), self)
        self.paste = QPushButton(self.tr("Paste"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.begin.clicked.connect(self._begin)
        self.open.clicked.connect(self.open_asked)
        self.paste.clicked.connect(self.view.paste)
        self.remove.clicked.connect(self.model.remove)
        for button in (self.begin, self.open, self.paste, self.remove):
            button.setObjectName("small")
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _feeding(self) -> QFormLayout:
        form = form_layout(across=12, down=8)
        self.feeding = ChoiceBox(self)
        self.feeding.setAccessibleName(self.tr("A step takes"))
        for text in (self.tr("All rows"), self.tr("The next row"), self.tr("A row, shuffled")):
            self.feeding.addItem(text)
        self.seed = NumberBox(0, 2**31 - 1, self)
        self.seed.setKeyboardTracking(False)  # as the steps
        self.seed.setAccessibleName(self.tr("Seed"))
        self.feeding.currentIndexChanged.connect(self._fed)
        self.seed.valueChanged.connect(self._fed)
        form.addRow(self.tr("A step takes"), self.feeding)
        form.addRow(self.tr("Seed"), self.seed)
        self._form = form
        return form

    def _begin(self) -> None:
        self.model.begin()
        if self.model.table is not None:
            self.view.setCurrentIndex(self.model.index(0, 0))
            self.view.setFocus()

    def _fed(self) -> None:
        self._show()
        self.fed.emit()

    def _show(self) -> None:
        there = self.model.table is not None
        self.view.setVisible(there)
        self.hint.setVisible(not there)
        self.begin.setVisible(not there)
        self.remove.setVisible(there)
        self._form.setRowVisible(self.feeding, there)
        self._form.setRowVisible(self.seed, there and self.feeding.currentIndex() == 2)
        self.problem.setText(self.model.problem)
        self.problem.setVisible(bool(self.model.problem))
        self.view.grow()


class _TableView(Sheet):
    """A small sheet: cells are typed over, pasted into, and rows removed by Del."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setHorizontalHeader(ScriptedHeader(self))
        self._model = model
        self.setAccessibleName(self.tr("Data"))
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setMinimumSectionSize(52)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(_ROW)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)

    def grow(self) -> None:
        """Be as high as the rows, as far as some are seen at once."""
        rows = min(self._model.rowCount(), _ROWS_SEEN)
        header = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar()
        extra = bar.sizeHint().height() if bar.maximum() > 0 else 0
        self.setFixedHeight(rows * _ROW + header + extra + 4)

    def paste(self) -> None:
        """Take what the clipboard holds, from the current cell on."""
        at = self.currentIndex()
        text = QGuiApplication.clipboard().text()
        self._model.paste(text, max(at.row(), 0), max(at.column(), 0))

    def copy(self) -> None:
        """Put the whole table on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._model.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Paste, copy, remove rows; all other keys are the sheet's."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        self._model.remove_rows({index.row() for index in self.selectedIndexes()})

    def _menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        for text, do in (
            (self.tr("Copy all"), self.copy),
            (self.tr("Paste"), self.paste),
            (self.tr("Remove rows"), self._remove),
        ):
            entry = QAction(text, menu)
            entry.triggered.connect(do)
            menu.addAction(entry)
        menu.exec(self.viewport().mapToGlobal(place))
        menu.deleteLater()
