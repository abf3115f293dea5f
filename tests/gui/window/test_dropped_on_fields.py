"""Point 20: a file that is dropped on a field opens; it is neither typed nor said to be moved."""

import shutil
from pathlib import Path

import pytest
from dragging import dragged_in
from examples import UNIT
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QDialog,
    QLineEdit,
    QWidget,
)
from windows import window

from gui.actions.file import open_path
from gui.dialogs.new_expression import NewExpression
from gui.panels.sheet import Sheet
from gui.window.main_window import MainWindow

__all__ = ["window"]

EITHER = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
SHIFT = Qt.KeyboardModifier.ShiftModifier  # with it a file manager proposes to move


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [Path(shutil.copy(UNIT, tmp_path / f"{name}.chainrule")) for name in "ab"]


def fields_of(window: MainWindow) -> list[QWidget]:
    """Return the fields that text can be typed into, each reached by the window's own keys."""
    canvas, control = window.canvas, Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(canvas, Qt.Key.Key_F, control)
    QTest.keyClick(window, Qt.Key.Key_T, control)
    QApplication.processEvents()
    lines = [line for line in window.findChildren(QLineEdit) if line.isVisible()]
    assert {window.palette_panel.search, canvas.finding.bar.line} < {*lines}
    assert any(isinstance(line.parent(), QAbstractSpinBox) for line in lines)
    return lines


def test_point_20_a_file_dropped_on_a_field_is_opened_and_not_typed(
    window: MainWindow, files: list[Path]
) -> None:
    """Qt's own field types the address, and says that the file was moved."""
    window.show_canvas()
    open_path(window, files[0])
    QApplication.processEvents()
    for k, line in enumerate(fields_of(window), 1):
        before, path = line.text(), files[k % 2]
        events = dragged_in(line, [path], EITHER, keys=SHIFT)
        assert [event.dropAction() for event in events] == [Qt.DropAction.CopyAction] * 3
        assert window.document.path == path
        assert "file:" not in line.text(), before


@pytest.mark.parametrize("onto", ["prompt", "editor"])
def test_point_20_a_file_dropped_on_what_is_typed_over_the_canvas_is_not_typed(
    window: MainWindow, files: list[Path], onto: str
) -> None:
    window.show_canvas()
    open_path(window, files[0])
    QApplication.processEvents()
    window.canvas.select({"w"})
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab if onto == "prompt" else Qt.Key.Key_Return)
    entry = window.canvas.entry
    line = entry.prompt.line if onto == "prompt" else entry.editor
    events = dragged_in(line, files[1:2], EITHER, keys=SHIFT)
    assert [event.dropAction() for event in events] == [Qt.DropAction.CopyAction] * 3
    assert window.document.path == files[1]


@pytest.mark.parametrize("where", ["expression", "sheet"])
def test_a_file_dropped_on_a_cell_that_is_typed_in_is_not_typed(
    window: MainWindow, files: list[Path], where: str
) -> None:
    dialog: QDialog = NewExpression(parent=window) if where == "expression" else QDialog(window)
    table: QAbstractItemView
    if isinstance(dialog, NewExpression):
        table = dialog.values
    else:
        table = Sheet(dialog)
        table.setModel(QStandardItemModel(1, 2, table))
    dialog.show()
    index = table.model().index(0, 1)
    table.setCurrentIndex(index)
    table.edit(index)
    (field,) = table.viewport().findChildren(QLineEdit)
    field.clear()
    QTest.keyClicks(field, "3")
    events = dragged_in(field, files[:1], EITHER)
    assert "file:" not in field.text()
    assert events[0].dropAction() is not Qt.DropAction.MoveAction or not events[0].isAccepted()
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert index.data() == "3"
    dialog.close()
