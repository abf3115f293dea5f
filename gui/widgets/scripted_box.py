"""A box to choose a node from: its names are written with what is raised and lowered in them."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)

from gui.widgets.form import ChoiceBox
from gui.widgets.scripted import RICH, draw_rich

__all__ = ["ScriptedBox"]

_ROW, _BEFORE = 26, 8  # pixels: how high a row of the list is, where its text begins

_Choice = TypeVar("_Choice")
_Index = QModelIndex | QPersistentModelIndex


class ScriptedBox(ChoiceBox):
    """Shows each choice as rich text; a screen reader, and who types a letter, gets it plain."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offered: list[tuple[str, Any]] = []  # what `offer` made of it
        self.setItemDelegate(_Rows(self))
        rows = self.view()
        if isinstance(rows, QListView):  # else each of 500 rows is asked for its size again
            rows.setUniformItemSizes(True)

    def add(self, text: str, rich: str, choice: object) -> None:
        """Add a choice with its words, plain and as rich text."""
        self.addItem(text, choice)
        self.setItemData(self.count() - 1, rich, RICH)

    def offer(self, choices: list[tuple[str, _Choice]], rich: Callable[[_Choice], str]) -> None:
        """Have just these choices, each with its plain words; `rich` gives those of a choice.

        What was there stays: of 200 nodes an edit adds or takes away one.
        """
        before = self._offered if len(self._offered) == self.count() else []
        begun = _alike(before, choices)
        behind = _alike(before[begun:][::-1], choices[begun:][::-1])
        for _ in range(begun, self.count() - behind):
            self.removeItem(begun)
        for row in range(begun, len(choices) - behind):
            text, choice = choices[row]
            self.insertItem(row, text, choice)
            self.setItemData(row, rich(choice), RICH)
        self._offered = choices

    def write(self, row: int, text: str, rich: str) -> None:
        """Write other words for a choice."""
        self.setItemText(row, text)
        self.setItemData(row, rich, RICH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, and in it the words of what is chosen."""
        del event
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        control, style = QStyle.ComplexControl.CC_ComboBox, self.style()
        part = QStyle.SubControl.SC_ComboBoxEditField
        field = style.subControlRect(control, option, part, self)
        with QPainter(self) as painter:
            style.drawComplexControl(control, option, painter, self)
            draw_rich(painter, field, str(self.currentData(RICH) or ""), self)


def _alike(some: list[tuple[str, Any]], others: list[tuple[str, Any]]) -> int:
    """Return how many are the same before the first that is another."""
    pairs = zip(some, others, strict=False)
    return next((k for k, (a, b) in enumerate(pairs) if a != b), min(len(some), len(others)))


class _Rows(QStyledItemDelegate):
    """Draws the rows of the list that comes down."""

    def __init__(self, box: ScriptedBox) -> None:
        super().__init__(box)
        self._box = box

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw a row's ground, marked where it is the current one, and its words."""
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.highlight())
        place = option.rect.adjusted(_BEFORE, 0, -_BEFORE, 0)
        draw_rich(painter, place, str(index.data(RICH) or ""), self._box)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the room of a row."""
        return QSize(super().sizeHint(option, index).width() + 2 * _BEFORE, _ROW)
