"""What is still being typed in a field belongs to what is saved, copied, closed meanwhile."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from hands import Hands
from long_work import Heart, waiting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from windows import unit, window

import engine
from gui.actions.file import may_leave
from gui.dialogs import message
from gui.dialogs.waiting import Waiting, wait_for
from gui.panels.array_view import ArrayView
from gui.panels.field import Field
from gui.window.main_window import MainWindow

__all__ = ["unit", "window"]


def type_in_the_inspector(window: MainWindow) -> None:
    window.canvas.select({"w"})
    fields = window.inspector.findChildren(Field)
    field = next(one for one in fields if one.isVisible() and one.shown == "2")
    field.line.setFocus()
    field.line.selectAll()
    QTest.keyClicks(field.line, "7")


def type_on_the_card(window: MainWindow) -> None:
    window.canvas.in_place.edit_value("w")
    editor = window.canvas.entry.editor
    assert editor is not None
    editor.selectAll()
    QTest.keyClicks(editor, "7")


def type_in_the_table(window: MainWindow) -> None:
    window.document.graph.set_values({"w": [2.0, 3.0]})
    window.document.reset(window.document.graph)
    window.evaluation.flush()
    window.canvas.select({"w"})
    view = next(one for one in window.inspector.findChildren(ArrayView) if one.isVisible())
    view.table.setCurrentIndex(view.model.index(0, 0))
    view.table.edit(view.model.index(0, 0))
    cell = QApplication.focusWidget()
    assert cell is not None
    QTest.keyClicks(cell, "7")


PLACES = [type_in_the_inspector, type_on_the_card, type_in_the_table]


@pytest.fixture
def graph(window: MainWindow, unit: Hands) -> engine.Graph:
    window.activateWindow()
    QApplication.processEvents()
    return unit.graph


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("large", [False, True])
def test_what_is_being_typed_is_saved(
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[MainWindow], None],
    *,
    large: bool,
) -> None:
    place(window)
    document, file = window.document, tmp_path / "a.chainrule"
    document.path = file
    if large:  # the bar that is shown meanwhile takes the keyboard
        monkeypatch.setattr("gui.actions.loading.LARGE", 4)
        monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
        monkeypatch.setattr(document, "snapshot", _once_the_bar_is_shown(window, document.snapshot))
    window.bars.actions["file.save"].trigger()
    first = engine.load(file).attributes("w")["value"]
    assert (first if isinstance(first, float) else first[0]) == 7.0
    assert not document.modified
    assert file.read_bytes() == document.contents()


@pytest.mark.usefixtures("graph")
def test_the_keys_that_save_are_heard_in_a_field_over_the_picture(
    window: MainWindow, tmp_path: Path
) -> None:
    window.document.path = file = tmp_path / "a.chainrule"
    type_on_the_card(window)
    QTest.keyClick(window.canvas.entry.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert engine.load(file).attributes("w")["value"] == 7.0
    window.canvas.select({"w", "x"})
    window.canvas.grouping.group_selection()
    QTest.keyClicks(window.canvas.entry.editor, "Leaves")
    QTest.keyClick(window.canvas.entry.editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert [group.title for group in engine.load(file).groups] == ["Leaves"]
    assert window.canvas.hasFocus()


def test_what_a_field_has_taken_is_undone_from_within_it(
    window: MainWindow, graph: engine.Graph
) -> None:
    type_in_the_inspector(window)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(line, Qt.Key.Key_Z, control)  # the typing
    assert line.text() == "2"
    QTest.keyClicks(line, "7")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert graph.value("w") == 7.0
    QTest.keyClick(line, Qt.Key.Key_Z, control)
    assert graph.value("w") == 2.0
    assert line.text() == "2"
    QTest.keyClick(line, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert graph.value("w") == 7.0
    assert line.text() == "7"


@pytest.mark.usefixtures("graph")
def test_what_a_box_of_a_number_has_taken_is_undone_from_within_it(window: MainWindow) -> None:
    window.bars.actions["train.panel"].trigger()
    steps = window.side.train.steps
    steps.setFocus()
    steps.selectAll()
    before = steps.value()
    QTest.keyClicks(steps, "250")
    QTest.keyClick(steps, Qt.Key.Key_Return)
    assert window.document.history.index() == 1
    QTest.keyClick(steps, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.document.history.index() == 0
    assert steps.value() == before


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("place", PLACES)
def test_what_is_being_typed_counts_when_the_window_is_closed(
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    place: Callable[[MainWindow], None],
) -> None:
    place(window)
    asked: list[str] = []
    monkeypatch.setattr(
        message, "ask_unsaved", lambda *_: asked.append("unsaved") or message.Answer.CANCEL
    )
    assert not may_leave(window)
    assert asked


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("large", [False, True])
def test_what_is_being_typed_is_copied(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, *, large: bool
) -> None:
    if large:
        monkeypatch.setattr("gui.actions.edit.LARGE", 0)
    type_in_the_inspector(window)
    window.bars.actions["edit.copy"].trigger()
    assert '"value": 7' in QApplication.clipboard().text()


def test_what_is_being_typed_stays_as_it_is_while_the_window_waits(
    window: MainWindow, graph: engine.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
    type_on_the_card(window)
    editor = window.canvas.entry.editor
    assert wait_for(window, "Waiting", _once_the_bar_is_shown(window, lambda: 3)) == 3
    assert window.findChild(Waiting) is None
    assert window.canvas.entry.editor is editor
    assert QApplication.focusWidget() is editor
    assert graph.value("w") == 2.0
    window.canvas.entry.give_up()


def test_a_refused_text_stays_with_its_reason(window: MainWindow, graph: engine.Graph) -> None:
    type_in_the_inspector(window)
    line = QApplication.focusWidget()
    assert isinstance(line, QWidget)
    QTest.keyClicks(line, "x")
    assert may_leave(window)
    assert QApplication.focusWidget() is line
    assert line.property("refused")
    assert graph.value("w") == 2.0


@pytest.mark.usefixtures("graph")
@pytest.mark.parametrize("waits", [False, True])
def test_a_refused_text_over_a_card_stays_with_its_reason_while_the_rest_is_saved(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, waits: bool
) -> None:
    document, file = window.document, tmp_path / "a.chainrule"
    document.path = file
    if waits:
        monkeypatch.setattr("gui.actions.loading.LARGE", 4)
        monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 0)
        monkeypatch.setattr(document, "snapshot", _once_the_bar_is_shown(window, document.snapshot))
    type_on_the_card(window)
    editor = window.canvas.entry.editor
    assert editor is not None
    QTest.keyClicks(editor, "+*")
    QTest.keyClick(editor, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert window.canvas.entry.editor is editor
    assert editor.isVisible()
    assert QApplication.focusWidget() is editor
    assert editor.text() == "7+*"
    assert editor.reason
    assert file.read_bytes() == document.contents()
    assert window.status.said.text() == "saved without 7+*, which is refused"


@pytest.mark.usefixtures("graph")
def test_a_refused_text_over_a_card_stays_where_a_menu_is_opened(window: MainWindow) -> None:
    type_on_the_card(window)
    editor = window.canvas.entry.editor
    assert editor is not None
    QTest.keyClicks(editor, "+*")
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.mapToGlobal(window.rect().center()))
    assert window.canvas.entry.editor is editor
    assert (editor.text(), bool(editor.reason)) == ("7+*", True)
    menu.close()


def _once_the_bar_is_shown(window: MainWindow, make: Callable[[], object]) -> Callable[[], object]:
    """Return what makes the same, and goes on until the bar has taken the keyboard."""
    shown = Event()

    def look() -> None:
        if waiting(window).isVisible():
            shown.set()

    heart = Heart(window, look, after=0)

    def slowly() -> object:
        made = make()
        assert shown.wait(30.0), f"not in {heart.beats} rounds of the loop"
        return made

    return slowly
