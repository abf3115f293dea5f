"""A graph typed as an expression: its picture beside it, what is wrong marked at its place."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

import engine
from engine.assignments import free_names, graph_from_text, with_exp
from engine.expression import as_typed, check_new_leaves, without_scripts
from engine.graph.attributes import is_parameter
from gui.dialogs.preview import Preview
from gui.dialogs.told import Told
from gui.exports import Options, Subject
from gui.language import count_text
from gui.picture.name_text import one_name_text
from gui.theme import LIGHT, Theme
from gui.typed.value import value_of
from gui.typed.value_text import text_of
from gui.widgets.cells import Cells
from gui.widgets.copying_drop import LeavesFiles
from gui.widgets.screen_room import room_beside

__all__ = ["NewExpression"]

_START = "J = (w*x + b - y)^2 / 2"
_VALUES = {"w": 2.0, "x": -2.0, "b": 8.0, "y": 2.0}
_ROOM, _LEAST = QSize(640, 360), QSize(200, 120)
_BESIDE = QSize(400, 130)  # pixels beside the picture, with its air
_LARGEST = 1.0  # pixels per unit
_MOST_SHOWN = 120  # nodes that are laid out while one types
_PAUSE = 120  # milliseconds after the last key
_VALUE = 1  # the column


class _Text(LeavesFiles, QPlainTextEdit):
    """What is typed; a file that is dropped on it is not."""


class NewExpression(QDialog):
    """Asks for an expression, or several assignments, and the leaves' values.

    `graph` is what was typed once the dialog is accepted; `theme` is the preview's, `own_ops` are
    what it may call.
    """

    def __init__(
        self,
        theme: Theme = LIGHT,
        parent: QWidget | None = None,
        own_ops: Sequence[engine.OwnOp] = (),
    ) -> None:
        super().__init__(parent)
        self._own_ops = tuple(own_ops)
        self.setWindowTitle(self.tr("New from expression"))
        self.graph: engine.Graph | None = None
        self._theme = theme
        self._given: dict[str, tuple[str, bool]] = {
            name: (text_of(value), is_parameter(name)) for name, value in _VALUES.items()
        }
        self._rows: dict[str, tuple[QTableWidgetItem, QTableWidgetItem]] = {}
        self.text = _Text(_START, self)
        self.text.setAccessibleName(self.tr("Expression"))
        self.text.setTabChangesFocus(True)
        self.text.setToolTip(
            self.tr("Several assignments stand on lines of their own: c = w*x, then J = c^2")
        )
        self.values = QTableWidget(0, 3, self)
        self.values.setAccessibleName(self.tr("Values"))
        self.values.setItemDelegate(Cells(self.values))
        self.values.setTabKeyNavigation(False)  # Tab leads on to the button, arrows between cells
        self.values.setHorizontalHeaderLabels(
            [self.tr("Leaf"), self.tr("Value"), self.tr("Parameter")]
        )
        self.expand = QCheckBox(self.tr("One node for each operation"), self)
        self.expand.setChecked(True)
        room = room_beside(self, _BESIDE, _ROOM, _LEAST)
        self.preview = Preview(room, _LARGEST, self)
        self.told = Told(self)
        self._soon = QTimer(self, interval=_PAUSE, singleShot=True)
        self._soon.timeout.connect(self._draw)
        self._lay_out()
        self.text.textChanged.connect(self._typed)
        self.values.itemChanged.connect(self._changed)
        self.expand.toggled.connect(self._typed)
        self._typed()
        self._draw()
        self.text.selectAll()

    def typed(self) -> engine.Graph:
        """Return the graph that is typed; raises GraphError where it is none."""
        values, parameters = {}, []
        text = self._meant()
        for name in self._leaves(text):
            typed, parameter = self._given[name]
            try:
                values[name] = value_of(typed)
            except engine.GraphError as error:
                raise engine.InvalidValueError(f"{name}: {error}") from error
            if parameter:
                parameters.append(name)
        expand = self.expand.isChecked()
        return graph_from_text(text, values, parameters, expand, own=self._own_ops)

    def accept(self) -> None:
        """Take what is typed; the dialog stays where it is no graph."""
        try:
            self.graph = self.typed()
        except engine.GraphError as error:
            self._refuse(error)
            return
        super().accept()

    # --- inside

    def _typed(self) -> None:
        """Give every free name a row, and say at once what is wrong."""
        try:
            found = self._leaves(self._meant())
            for name in found:
                self._given.setdefault(name, ("1", is_parameter(name)))
            self._show_rows(found)
            graph = self.typed()
        except engine.GraphError as error:
            self._refuse(error)
            return
        self._mark(None)
        nodes, edges = len(graph), len(graph.edges())
        counts = self.tr("{} nodes, {} edges").format(count_text(nodes), count_text(edges))
        one_name = one_name_text(self._rows)
        self.told.say(f"{counts}; {one_name}" if one_name else counts)
        self._soon.start()

    def _leaves(self, text: str) -> tuple[str, ...]:
        found = free_names(text, self._own_ops)
        way = self.tr("write c for it, and give c the value {number} below")
        check_new_leaves(found, text, way)
        return found

    def _meant(self) -> str:
        """Return what is typed as it is meant: x_1 for x₁, exp(x) for e^x."""
        text = without_scripts(self.text.toPlainText())
        return with_exp(text, self._own_ops)

    def _show_rows(self, found: tuple[str, ...]) -> None:
        if found == tuple(self._rows):
            return
        self._rows = {}
        self.values.blockSignals(True)
        self.values.setRowCount(len(found))
        for row, name in enumerate(found):
            text, parameter = self._given[name]
            leaf, value, kind = QTableWidgetItem(name), QTableWidgetItem(text), QTableWidgetItem()
            leaf.setFlags(Qt.ItemFlag.ItemIsEnabled)
            kind.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
            state = Qt.CheckState.Checked if parameter else Qt.CheckState.Unchecked
            kind.setCheckState(state)
            self._rows[name] = value, kind
            for column, item in enumerate((leaf, value, kind)):
                self.values.setItem(row, column, item)
        self.values.blockSignals(False)

    def _changed(self) -> None:
        """Keep what was typed for the leaves, also while one is not in the expression."""
        for name, (value, kind) in self._rows.items():
            self._given[name] = value.text(), kind.checkState() is Qt.CheckState.Checked
        self._typed()

    def _refuse(self, error: engine.GraphError) -> None:
        self._soon.stop()
        if isinstance(error, engine.ExpressionError):
            error = self._placed(error)
        self._mark(error if isinstance(error, engine.ExpressionError) else None)
        self.told.say(str(error), refused=True)

    def _placed(self, error: engine.ExpressionError) -> engine.ExpressionError:
        """Return an error with its place in what is typed."""
        try:
            return as_typed(error, self.text.toPlainText())
        except engine.ExpressionError:
            return error  # of the scripts themselves

    def _mark(self, error: engine.ExpressionError | None) -> None:
        """Underline the sign at which an expression goes wrong."""
        marks: list[QTextEdit.ExtraSelection] = []
        text = self.text.toPlainText()
        start = text.find(error.text) if error is not None and error.text else -1
        if error is not None and start >= 0:
            place = min(start + error.position, max(len(text) - 1, 0))
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(place)
            cursor.setPosition(min(place + 1, len(text)), QTextCursor.MoveMode.KeepAnchor)
            style = QTextCharFormat()
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            style.setUnderlineColor(QColor(self._theme.illegal))
            mark.cursor, mark.format = cursor, style
            marks.append(mark)
        self.text.setExtraSelections(marks)

    def _draw(self) -> None:
        """Draw what is typed; what is too large to be laid out at once shows no picture."""
        try:
            graph = self.typed()
        except engine.GraphError:
            return
        if len(graph) > _MOST_SHOWN:
            self.preview.setText(self.tr("Too large to be shown while typing"))
            return
        options = Options(theme=self._theme.name)
        self.preview.show_drawing(Subject(graph, options).drawing, options)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(self.tr("&Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.told.hold(self.go)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 4 + 16)
        header = self.values.horizontalHeader()
        header.setSectionResizeMode(_VALUE, QHeaderView.ResizeMode.Stretch)
        self.values.verticalHeader().hide()
        self.values.setMinimumWidth(300)
        self.told.keep_room()
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setVerticalSpacing(8)
        form.addRow(self.tr("&Expression"), self.text)
        form.addRow(self.tr("&Values"), self.values)
        form.addRow(self.expand)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addLayout(form, 1)
        left.addWidget(self.told)
        right.addWidget(self.preview)
        right.addStretch(1)
        right.addWidget(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 20)
        layout.setSpacing(24)
        layout.addLayout(left, 1)
        layout.addLayout(right)
