"""A leaf's entries typed and pasted in its table: what is taken, what is refused, what stays."""

import numpy as np
import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

import engine
from gui.commands import AddNodes, MoveNodes, NewNode, RenameNode, SetValue
from gui.document import Document
from gui.evaluation import Evaluation
from gui.panels.array_view import ArrayView
from gui.panels.inspector import Inspector


@pytest.fixture
def sheet(qtbot: QtBot) -> Inspector:
    """Return the inspector on the leaf x, which holds [1, 2, 3; 4, 5, 6]."""
    graph = engine.Graph()
    graph.input("x", np.arange(1.0, 7.0).reshape(2, 3))
    graph.op("mean", "x", name="J")
    document = Document()
    evaluation = Evaluation(document)
    inspector = Inspector(document, evaluation)
    qtbot.addWidget(inspector)
    inspector.resize(320, 700)
    inspector.show()
    document.reset(graph)
    evaluation.flush()
    inspector.show_selection(["x"], [])
    return inspector


def _open(view: ArrayView, row: int, column: int) -> QLineEdit:
    """Open the field over an entry, its text selected."""
    view.table.setFocus()
    view.table.setCurrentIndex(view.model.index(row, column))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    field = view.table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.selectAll()
    return field


def _type(view: ArrayView, row: int, column: int, text: str) -> None:
    field = _open(view, row, column)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()  # the field is read
    QApplication.processEvents()  # the graph is evaluated


def _paste(view: ArrayView, row: int, column: int, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    chooses = QItemSelectionModel.SelectionFlag.ClearAndSelect  # Ctrl is still held, for Qt
    view.table.selectionModel().setCurrentIndex(view.model.index(row, column), chooses)
    QTest.keyClick(view.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QApplication.processEvents()


def _entries(inspector: Inspector) -> list[list[float]]:
    value = inspector.node_page.document.graph.value("x")
    assert isinstance(value, np.ndarray)
    return value.tolist()


def test_an_entry_of_a_leaf_is_typed_in_its_table(sheet: Inspector) -> None:
    view = sheet.node_page.values
    _type(view, 0, 1, "7.5")
    assert (view.table.currentIndex().row(), view.table.currentIndex().column()) == (1, 1)
    assert _entries(sheet) == [[1.0, 7.5, 3.0], [4.0, 5.0, 6.0]]
    _type(view, 1, 0, "four")
    assert view.problem.text() == "‘four’ is not a number"
    _type(view, 1, 0, "[1, 2]")
    assert view.problem.text() == "an entry is a single number"
    assert _entries(sheet) == [[1.0, 7.5, 3.0], [4.0, 5.0, 6.0]]
    _type(view, 1, 0, "1/4")
    assert view.problem.isHidden()
    assert _entries(sheet)[1] == [0.25, 5.0, 6.0]
    sheet.node_page.document.undo()
    assert _entries(sheet)[1] == [4.0, 5.0, 6.0]


def test_copied_cells_are_pasted_from_an_entry_on_or_instead_of_all(sheet: Inspector) -> None:
    view = sheet.node_page.values
    _paste(view, 0, 1, "8\t9\n10\t11\n")
    assert _entries(sheet) == [[1.0, 8.0, 9.0], [4.0, 10.0, 11.0]]
    _paste(view, 1, 1, "1\t2\t3\n")
    assert view.problem.text().startswith("1×3 entries do not fit here")
    _paste(view, 0, 0, "1\tx\n2\t3\n")
    assert view.problem.text() == "row 1, cell 2: ‘x’ is not a number"
    assert _entries(sheet) == [[1.0, 8.0, 9.0], [4.0, 10.0, 11.0]]
    _paste(view, 0, 0, "1\t2\n3\t4\n5\t6\n")
    assert _entries(sheet) == [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]


def test_a_pasted_array_of_another_shape_has_room_on_the_edges(sheet: Inspector) -> None:
    document = sheet.node_page.document
    document.do(MoveNodes({"x": (0.0, 0.0), "J": (160.0, 0.0)}))
    before = document.contents()
    _paste(sheet.node_page.values, 0, 1, "8\t9\n10\t11\n")
    assert document.graph.attributes("J")["position"] == (160.0, 0.0)
    _paste(sheet.node_page.values, 0, 0, "-11.25\t22.25\n3.25\t4.25\n5.25\t6.25\n")
    assert document.graph.attributes("J")["position"][0] > 160.0
    document.undo()
    document.undo()
    assert document.contents() == before


def test_what_is_being_typed_is_kept_while_the_graph_is_evaluated(sheet: Inspector) -> None:
    page = sheet.node_page
    field = _open(page.values, 1, 2)
    QTest.keyClicks(field, "77")
    page.document.do(RenameNode("J", "K"))
    QApplication.processEvents()
    assert field.text() == "77"
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert _entries(sheet)[1] == [4.0, 5.0, 77.0]


def test_an_entry_is_typed_into_what_was_typed_before_the_graph_is_evaluated(
    sheet: Inspector, monkeypatch
) -> None:
    view = sheet.node_page.values
    monkeypatch.setattr(Evaluation, "flush", lambda _: None)  # as while a large graph is compiled
    _type(view, 0, 0, "8")
    _type(view, 1, 0, "9")
    assert _entries(sheet) == [[8.0, 2.0, 3.0], [9.0, 5.0, 6.0]]
    _type(view, 0, 2, "-0")
    _type(view, 0, 1, "0")
    assert str(_entries(sheet)[0]) == "[8.0, 0.0, -0.0]"


def test_what_is_typed_for_one_leaf_is_not_taken_for_another_of_its_shape(sheet: Inspector) -> None:
    page = sheet.node_page
    page.document.do(
        AddNodes([NewNode("y", "input", {"value": np.arange(1.0, 7.0).reshape(2, 3)})])
    )
    view = page.values
    _type(view, 0, 0, "no")
    QTest.keyClicks(_open(view, 1, 1), "77")
    sheet.show_selection(["y"], [])
    assert view.problem.isHidden()
    assert view.table.state() is view.table.State.NoState
    for name in "xy":
        assert str(page.document.graph.value(name)[1, 1]) == "5.0"


def test_copied_numbers_come_back_with_every_digit_those_that_are_not_finite_too(
    sheet: Inspector,
) -> None:
    view = sheet.node_page.values
    strange = np.array([[np.inf, -np.inf, np.nan], [0.1 + 0.2, np.nan, -0.0]])
    sheet.node_page.document.do(SetValue("x", strange))
    view.table.selectAll()
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    sheet.node_page.document.do(SetValue("x", np.zeros((2, 3))))
    _paste(view, 0, 0, QGuiApplication.clipboard().text())
    assert str(_entries(sheet)) == str(strange.tolist())


def test_what_is_computed_is_only_looked_at(sheet: Inspector) -> None:
    view = sheet.node_page.derivatives
    _paste(view, 0, 0, "8")
    view.table.setCurrentIndex(view.model.index(0, 0))
    QTest.keyClick(view.table, Qt.Key.Key_F2)
    assert view.table.findChild(QLineEdit) is None
    assert view.problem.isHidden()
    sheet.show_selection(["J"], [])
    assert not sheet.node_page.values.model.editable


def test_a_value_that_the_graph_refuses_is_told_at_the_table(sheet: Inspector, monkeypatch) -> None:
    page = sheet.node_page

    def refuse(_command: object) -> None:
        raise engine.InvalidValueError("no")

    monkeypatch.setattr(page.document, "do", refuse)
    _type(page.values, 0, 0, "9")
    assert page.values.problem.text() == "no"
