"""The table of data that a graph is trained on: typed, pasted, opened, fed."""

from pathlib import Path

import pytest
from examples import example
from hands import click
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import with_panel

import engine
from engine.training import Feed, Table
from gui.commands import AddNodes, NewNode, RenameNode, SetAttribute, SetKind, SetTable
from gui.dialogs import choose, message
from gui.dialogs.waiting import Waiting
from gui.window.main_window import MainWindow
from resources import resource

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    return with_panel(window, Qt.Key.Key_T)


def paste(window: MainWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(window.side.train.data.view, Qt.Key.Key_V, CTRL)
    QApplication.processEvents()


def test_a_table_is_typed(window: MainWindow) -> None:
    data = window.side.train.data
    assert not data.view.isVisible()
    click(data.begin)
    assert data.model.table == Table(("x", "y"), ((-2.0, 2.0),))
    data.view.setFocus()
    data.view.setCurrentIndex(data.model.index(1, 1))
    QTest.keyClicks(data.view, "3")
    editor = data.view.focusWidget()
    QTest.keyClicks(editor, "/4")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert data.model.table == Table(("x", "y"), ((-2.0, 2.0), (0.0, 0.75)))
    assert Table.of(window.document.graph) == data.model.table
    assert data.model.setData(data.model.index(0, 0), "1e999") is False
    assert data.problem.text() == "row 1, x: ‘1e999’ is too large for a number"
    for text, said in (
        ("2*3", "‘2*3’ is not a number; write 6"),
        ("[1, 2]", "‘[1, 2]’ is not a number"),
        ("", "type a number"),
        ("1\t2\n3", "the table’s rows differ in length: row 2 has 1, the first 2"),
        ('"1\t2', "line 1: a quote is opened and never closed"),
    ):
        assert data.model.setData(data.model.index(0, 0), text) is False
        assert data.problem.text() == f"row 1, x: {said}"
    data.view.setCurrentIndex(data.model.index(0, 0))
    QTest.keyClick(data.view, Qt.Key.Key_Delete)
    assert data.model.table == Table(("x", "y"), ((0.0, 0.75),))
    assert not data.problem.isVisible()
    while window.document.history.canUndo():
        window.document.undo()
    assert data.model.table is None
    assert not window.document.modified


def test_a_column_is_called_as_its_input_is_written_from_now_on(
    window: MainWindow, qtbot: QtBot
) -> None:
    model = window.side.train.data.model
    click(window.side.train.data.begin)
    for do in (
        lambda: window.document.do(SetAttribute("x", "label", "x_1")),
        window.document.undo,
    ):
        before = model.headerData(0, Qt.Orientation.Horizontal)
        with qtbot.waitSignal(model.headerDataChanged):
            do()
        assert model.headerData(0, Qt.Orientation.Horizontal) != before


def test_a_row_is_typed_cell_by_cell_with_tab_and_the_next_below(window: MainWindow) -> None:
    data = window.side.train.data
    click(data.begin)
    assert data.view.hasFocus()
    for keys, end in (
        ("1", Qt.Key.Key_Tab),
        ("3", Qt.Key.Key_Tab),
        ("2", Qt.Key.Key_Tab),
        ("5", Qt.Key.Key_Return),
        ("7", Qt.Key.Key_Return),
    ):
        cell = QApplication.focusWidget()
        QTest.keyClicks(cell, keys)
        QTest.keyClick(QApplication.focusWidget(), end)
        QApplication.processEvents()
    assert data.model.table == Table(("x", "y"), ((1.0, 3.0), (2.0, 5.0), (0.0, 7.0)))


@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_no_more_numbers_are_taken_than_can_be_read_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """The row after the millionth number was taken, and the file's table refused from then on."""
    monkeypatch.setattr("engine.training.table.MOST_CELLS", 4)
    model, full = window.side.train.data.model, Table(("x", "y"), ((1.0, 2.0), (3.0, 4.0)))
    window.document.do(SetTable(full))
    steps = window.document.history.count()
    if way == "typed":
        model.setData(model.index(2, 0), "5")
    else:
        model.paste("5\t6\n7\t8", 1, 0)
    assert model.problem == "the table: a table may have at most 4 numbers"
    assert model.table == full
    assert window.document.history.count() == steps
    model.setData(model.index(1, 0), "5")
    assert not model.problem


def test_a_table_is_pasted_whole_or_into_cells(window: MainWindow) -> None:
    data = window.side.train.data
    QGuiApplication.clipboard().setText("x\ty\n1\t2\n3,5\t4\n")
    click(data.paste)
    assert data.model.table == Table(("x", "y"), ((1.0, 2.0), (3.5, 4.0)))
    data.view.setCurrentIndex(data.model.index(1, 1))
    paste(window, "7\t8\n9\n")
    assert data.model.table == Table(("x", "y"), ((1.0, 2.0), (3.5, 7.0), (0.0, 9.0)))
    paste(window, "9,5")  # nothing stands to the right of it that a 5 could go to
    assert data.model.table.rows[1:] == ((3.5, 9.5), (0.0, 9.0))
    window.document.undo()
    paste(window, "7\nnine\n")
    assert data.problem.text() == "row 3, y: ‘nine’ is not a number"
    paste(window, "x\n")
    assert data.problem.text() == "there are no rows below the names in row 1"
    assert window.document.history.index() == 2
    QTest.keyClick(data.view, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "x\ty\n1\t2\n3.5\t7\n0\t9\n"
    click(data.remove)
    assert Table.of(window.document.graph) is None


def test_a_csv_file_is_opened_and_refused_by_its_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(message, "tell_failure", lambda _w, *said: told.append(" ".join(said)))
    path: Path | None = tmp_path / "points.csv"
    monkeypatch.setattr(choose, "table_to_open", lambda *_: path)
    path.write_text("x,y\n1,2\n", encoding="utf-8")
    click(window.side.train.data.open)
    assert window.side.train.data.model.table == Table(("x", "y"), ((1.0, 2.0),))
    path.write_text("x,z\n1,2\n", encoding="utf-8")
    click(window.side.train.data.open)
    problem = window.side.train.data.problem
    assert problem.text() == "column z: there is no input named 'z'; the inputs are x, y"
    window.document.do(AddNodes([NewNode("z", "input", {"value": 1.0})]))
    assert not problem.isVisible()
    window.document.undo()
    assert problem.isVisible()
    window.document.do(RenameNode("y", "z"))
    assert not problem.isVisible()
    window.document.do(SetKind("z", "parameter"))
    assert problem.text() == "column z: z is a parameter, and only inputs take data"
    window.document.undo()
    assert not problem.isVisible()
    window.document.undo()
    assert problem.isVisible()
    window.document.undo()
    assert not problem.isVisible()
    path.write_text("x,y\n1,two\n", encoding="utf-8")
    click(window.side.train.data.open)
    path = tmp_path / "gone.csv"
    click(window.side.train.data.open)
    path = None
    click(window.side.train.data.open)
    assert told == [
        "points.csv cannot be used: row 2, column y: 'two' is not a finite number",
        "gone.csv cannot be used: no such file or directory",
    ]
    assert window.side.train.data.model.table == Table(("x", "y"), ((1.0, 2.0),))


def test_a_large_csv_file_is_read_beside_the_loop_and_can_be_given_up(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "points.csv"
    path.write_text("x,y\n" + "1.25,-2.5\n" * 60_000, encoding="utf-8")
    monkeypatch.setattr(choose, "table_to_open", lambda *_: path)

    def give_up() -> None:
        waiting = window.findChild(Waiting)
        assert waiting is not None
        waiting.cancel.click()

    QTimer.singleShot(0, give_up)
    click(window.side.train.data.open)
    assert window.side.train.data.model.table is None
    click(window.side.train.data.open)
    assert len(window.side.train.data.model.table.rows) == 60_000


def test_how_rows_are_fed_is_chosen(window: MainWindow) -> None:
    data = window.side.train.data
    click(data.begin)
    assert window.trainer.setting.feed is Feed.BATCH
    data.feeding.setCurrentIndex(1)
    assert (window.trainer.setting.feed, window.trainer.setting.seed) == (Feed.ROWS, None)
    assert not data.seed.isVisible()
    data.feeding.setCurrentIndex(2)
    data.seed.setValue(7)
    assert (window.trainer.setting.feed, window.trainer.setting.seed) == (Feed.ROWS, 7)
    assert data.seed.isVisible()
    data.seed.setFocus()
    data.seed.selectAll()
    QTest.keyClicks(data.seed, "1.5")
    click(window.side.train.once)
    assert (data.seed.text(), data.seed.property("refused")) == ("1.5", True)
    assert (window.trainer.setting.seed, window.trainer.steps) == (7, 0)
    data.feeding.setCurrentIndex(1)  # without a seed
    click(window.side.train.once)
    assert not data.seed.hasFocus()


def test_a_table_that_cannot_be_read_is_said_and_nothing_is_lost(window: MainWindow) -> None:
    graph = example("linear-unit")
    graph.network.graph["data"] = {"columns": ["x"], "rows": [["1"]]}
    window.document.reset(graph)
    data = window.side.train.data
    assert data.problem.text() == "graph.data.rows[0][0]: expected a number"
    assert graph.network.graph["data"] == {"columns": ["x"], "rows": [["1"]]}
    click(window.side.train.once)
    assert window.side.train.problem.text() == data.problem.text()


def test_without_inputs_there_is_no_table_to_type(window: MainWindow) -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", 1.0), name="J")
    window.document.reset(graph)
    data = window.side.train.data
    click(data.begin)
    assert data.problem.text().startswith("There is no input that is a number")
    assert data.model.rowCount() == data.model.columnCount() == 0


def test_a_file_says_how_its_rows_are_fed(window: MainWindow) -> None:
    graph = engine.load(resource("lessons/xor.chainrule"))
    graph.network.graph["training"] = {"feed": "rows", "seed": 7}
    window.document.reset(graph)
    data = window.side.train.data
    assert (data.feed, data.row_seed) == (Feed.ROWS, 7)
    assert (window.trainer.setting.feed, window.trainer.setting.seed) == (Feed.ROWS, 7)
