"""Whoever has no patience: what is pressed while an export is still made is done after that."""

from collections.abc import Callable, Iterator
from threading import Event

import pytest
from export_desk import ExportDesk, desk
from long_work import drawn_long, held
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPushButton
from pytestqt.qtbot import QtBot

import engine
from engine.formats.text import TEXTS
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.export_text import ExportText
from gui.dialogs.waiting import Waiting, is_waiting
from gui.picture.layout import place_all

__all__ = ["desk", "drawn_long", "held"]

Opened = ExportPicture | ExportText


@pytest.fixture
def graph(drawn_long: engine.Graph) -> engine.Graph:
    place_all(drawn_long)
    return drawn_long


@pytest.fixture(params=["picture", "code"])
def dialog(
    request: pytest.FixtureRequest,
    desk: ExportDesk,
    graph: engine.Graph,
    held: Event,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Opened]:
    """A dialog that makes what it shows, once it is there, until `held` is set.

    However long that takes, no bar is shown meanwhile: its button would take the keyboard.
    """
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 3_600_000)
    monkeypatch.setattr("gui.dialogs.export_text.LARGE", 4)
    opened: Opened
    if request.param == "picture":
        desk.path = desk.folder / "out.png"
        opened = ExportPicture(graph, desk.folder / "unit.chainrule", desk.settings)
    else:
        desk.path = desk.folder / "out.dot"
        opened = ExportText(graph, desk.folder / "unit.chainrule")
    qtbot.addWidget(opened)
    yield opened
    held.set()
    qtbot.waitUntil(lambda: not is_waiting(opened))


def amid(dialog: Opened, do: Callable[[], object], held: Event) -> None:
    """Open the dialog, do it while that waits, and let the work go on once it has come round."""
    _Amid(dialog, do, held)
    dialog.show()
    dialog.activateWindow()


class _Amid(QObject):
    def __init__(self, dialog: Opened, do: Callable[[], object], held: Event) -> None:
        super().__init__(dialog)
        self._dialog, self._do, self._held = dialog, do, held
        self._looks = 0
        self.startTimer(0)

    def timerEvent(self, event: object) -> None:
        del event
        if not is_waiting(self._dialog):
            return
        self._looks += 1
        if self._looks == 3:
            self._do()
        elif self._looks == 6:
            self._held.set()
            self.deleteLater()


def enter() -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Return)


def closing(dialog: Opened) -> QPushButton:
    box = dialog.findChild(QDialogButtonBox)
    assert box is not None
    kinds = QDialogButtonBox.StandardButton
    return box.button(kinds.Cancel) or box.button(kinds.Close)


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("how", ["enter", "click", "letter"])
def test_export_is_taken_while_it_is_made(
    dialog: Opened, desk: ExportDesk, held: Event, qtbot: QtBot, how: str
) -> None:
    down: list[bool] = []

    def press() -> None:
        if how == "enter":
            enter()
        elif how == "click":
            click(dialog.go)
        else:
            letter = dialog.go.text()[dialog.go.text().index("&") + 1]
            QTest.keyClick(dialog, letter, Qt.KeyboardModifier.AltModifier)
        down.append(dialog.go.isDown() and not desk.asked)

    amid(dialog, press, held)
    qtbot.waitUntil(lambda: bool(dialog.written))
    assert down == [True]
    assert list(dialog.written) == [desk.path]
    assert len(desk.asked) == 1
    assert not dialog.isVisible()


def test_enter_that_is_pressed_twice_asks_once(
    dialog: Opened, desk: ExportDesk, held: Event, qtbot: QtBot
) -> None:
    desk.path = None  # asked for a file, one has thought better of it
    amid(dialog, lambda: (enter(), enter()), held)
    qtbot.waitUntil(lambda: bool(desk.asked))
    qtbot.wait(50)
    assert len(desk.asked) == 1
    assert dialog.isVisible()
    assert not dialog.go.isDown()


def test_the_dialog_is_left_while_it_is_made(
    dialog: Opened, desk: ExportDesk, held: Event, qtbot: QtBot
) -> None:
    amid(dialog, lambda: (enter(), click(closing(dialog))), held)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    qtbot.waitUntil(lambda: not is_waiting(dialog))
    qtbot.wait(50)
    assert desk.asked == []
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_closing_its_frame_leaves_the_dialog_at_once(
    dialog: Opened, desk: ExportDesk, held: Event, qtbot: QtBot
) -> None:
    there: list[bool] = []

    def close() -> None:
        enter()
        dialog.close()
        there.append(dialog.isVisible())

    amid(dialog, close, held)
    qtbot.waitUntil(lambda: bool(there) and not is_waiting(dialog))
    qtbot.wait(50)
    assert there == [False]
    assert desk.asked == []
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_what_is_given_up_is_not_written(
    dialog: Opened, desk: ExportDesk, held: Event, qtbot: QtBot
) -> None:
    def press() -> None:
        enter()
        waiting = dialog.findChild(Waiting)
        assert waiting is not None
        waiting.cancel.click()

    amid(dialog, press, held)
    qtbot.waitUntil(lambda: "given up" in dialog.told.text())
    qtbot.wait(50)
    assert desk.asked == []
    assert dialog.isVisible()
    assert not dialog.go.isDown()


@pytest.mark.parametrize("dialog", ["code"], indirect=True)
def test_copy_waits_for_the_text(
    dialog: ExportText, graph: engine.Graph, held: Event, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText("from before")
    amid(dialog, lambda: click(dialog.take), held)
    qtbot.waitUntil(lambda: dialog.told.text() == "Copied")
    assert QGuiApplication.clipboard().text() == TEXTS[dialog.format.currentData()].write(graph)


@pytest.mark.parametrize("dialog", ["code"], indirect=True)
def test_another_text_is_chosen_while_one_is_written(
    dialog: ExportText, graph: engine.Graph, held: Event, qtbot: QtBot
) -> None:
    def choose_next() -> None:
        dialog.format.setFocus()
        QTest.keyClick(dialog.format, Qt.Key.Key_Down)

    first = dialog.format.currentData()
    amid(dialog, choose_next, held)
    qtbot.waitUntil(lambda: bool(dialog.text.toPlainText()))
    assert dialog.format.currentData() != first
    assert dialog.text.toPlainText() == TEXTS[dialog.format.currentData()].write(graph)
    assert dialog.go.isEnabled()
