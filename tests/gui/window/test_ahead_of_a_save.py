"""What is pressed, typed and closed amid a save is done after it, in turn."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from long_work import Heart, held, waiting, window
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from slow_disk import Disk, amid, disk, path

import engine
from engine.errors import WriteError
from engine.formats.chainrule_file import dumps
from gui.actions.file import save
from gui.dialogs import choose, message
from gui.dialogs.waiting import is_waiting
from gui.window.main_window import MainWindow

__all__ = ["disk", "held", "path", "window"]


def press(window: MainWindow, *keys: str) -> None:
    """Press keys where the keyboard is."""
    for one in keys:
        at = QApplication.focusWidget()
        assert at is not None
        assert at.window() is window
        combination = QKeySequence(one)[0]
        QTest.keyClick(at, combination.key(), combination.keyboardModifiers())


def type_text(text: str) -> None:
    """Type text and Enter, each key where the keyboard is then."""
    for letter in text:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def leave_by_x(window: MainWindow) -> None:
    handle = window.windowHandle()
    assert handle is not None
    handle.close()


def save_and(window: MainWindow, held: Event, do: Callable[[], object]) -> None:
    """Press Ctrl+S, and do something before what is waited for has begun."""

    def each() -> None:
        if not held.is_set():
            do()
            held.set()

    window.canvas.setFocus()
    heart = Heart(window, each, after=0)
    press(window, "Ctrl+S")
    heart._timer.stop()
    assert heart.beats


def ways(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "x": lambda: leave_by_x(window),
        "twice": lambda: [leave_by_x(window), leave_by_x(window)],
        "close": lambda: press(window, "Ctrl+W"),
        "quit": lambda: press(window, "Ctrl+Q"),
        "saved again": lambda: press(window, "Ctrl+S", "Ctrl+W"),
    }


WAYS = ["x", "twice", "close", "quit", "saved again"]


@pytest.mark.parametrize("way", WAYS)
def test_a_window_left_before_the_writing_is_saved_and_closes(
    window: MainWindow, path: Path, held: Event, qtbot: QtBot, way: str
) -> None:
    said = dumps(window.document.graph)
    save_and(window, held, ways(window)[way])
    qtbot.waitUntil(lambda: not window.isVisible())
    assert path.read_bytes() == said


@pytest.mark.parametrize("way", WAYS)
def test_a_window_left_amid_the_writing_is_saved_and_closes(
    window: MainWindow, path: Path, disk: Disk, qtbot: QtBot, way: str
) -> None:
    said = dumps(window.document.graph)
    window.canvas.setFocus()
    heart = amid(window, disk, ways(window)[way])
    press(window, "Ctrl+S")
    qtbot.waitUntil(lambda: not window.isVisible())
    assert path.read_bytes() == said
    assert heart.beats


@pytest.mark.parametrize("patience", [300, 0])
def test_what_is_typed_amid_a_save_is_taken_after_it(
    window: MainWindow,
    path: Path,
    held: Event,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    patience: int,
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", patience)
    said = dumps(window.document.graph)

    def do() -> None:
        if patience:
            type_text("zzy = 6")
        else:
            qtbot.waitUntil(lambda: waiting(window).isVisible())
            type_text("zzy = 6")

    save_and(window, held, do)
    qtbot.waitUntil(lambda: "zzy" in window.document.graph.nodes())
    assert window.document.graph.value("zzy") == 6.0
    assert path.read_bytes() == said
    assert window.document.modified


@pytest.mark.usefixtures("path")
def test_keys_that_the_canvas_hears_are_taken_after_a_save(
    window: MainWindow, held: Event, qtbot: QtBot
) -> None:
    gone = window.document.graph.nodes()[0]
    window.canvas.select({gone})
    save_and(window, held, lambda: press(window, "Del"))
    qtbot.waitUntil(lambda: gone not in window.document.graph.nodes())


def test_the_sheet_does_not_take_the_space_in_what_is_typed_for_its_button(
    window: MainWindow, path: Path, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.dialogs.waiting._PATIENCE", 30)

    def do() -> None:
        QTest.keyClicks(QApplication.focusWidget(), "zzy")
        qtbot.waitUntil(lambda: waiting(window).isVisible())
        type_text(" = 6")

    save_and(window, held, do)
    qtbot.waitUntil(lambda: "zzy" in window.document.graph.nodes())
    assert path.exists()


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("way", ["x", "close"])
def test_who_types_and_leaves_amid_a_save_is_asked(
    window: MainWindow, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    asked: list[list[str]] = []

    def ask(*_of: object) -> message.Answer:
        asked.append(window.document.graph.nodes())
        return message.Answer.CANCEL

    monkeypatch.setattr(message, "ask_unsaved", ask)

    def do() -> None:
        type_text("zzy = 6")
        ways(window)[way]()
        ways(window)[way]()

    save_and(window, held, do)
    qtbot.waitUntil(lambda: bool(asked))
    QApplication.processEvents()
    assert ["zzy" in nodes for nodes in asked] == [True]  # who stays is not asked once more
    assert window.isVisible()


@pytest.mark.parametrize("way", WAYS)
def test_esc_gives_up_the_save_and_what_was_asked_for_after_it(
    window: MainWindow, path: Path, held: Event, way: str
) -> None:
    def do() -> None:
        type_text("zzy = 6")
        ways(window)[way]()
        press(window, "Esc")

    save_and(window, held, do)
    QApplication.processEvents()
    assert window.isVisible()
    assert not path.exists()
    assert window.document.modified
    assert "zzy" not in window.document.graph.nodes()


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize("way", WAYS)
def test_a_window_left_amid_a_write_that_fails_stays_with_the_reason(
    window: MainWindow, disk: Disk, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    told: list[str] = []

    def tell(_over: QWidget, *said: str) -> None:
        told.append(said[-1])
        QApplication.processEvents()  # as the loop of the message does
        QApplication.processEvents()

    monkeypatch.setattr(message, "offer_save_as", tell)
    monkeypatch.setattr(message, "ask_unsaved", lambda *_: told.append("asked"))
    disk.error = WriteError("cannot be written: the disk is full", reason="the disk is full")
    window.canvas.setFocus()
    heart = amid(window, disk, ways(window)[way])
    press(window, "Ctrl+S")
    QApplication.processEvents()
    assert told == ["the disk is full"]
    assert window.isVisible()
    assert window.document.modified
    assert heart.beats


def test_save_as_amid_a_save_asks_after_it(
    window: MainWindow, path: Path, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = path.with_name("other.chainrule")
    there: list[bool] = []

    def file_to_save(*_of: object) -> Path:
        there.append(path.exists())
        return other

    monkeypatch.setattr(choose, "file_to_save", file_to_save)
    save_and(window, held, lambda: press(window, "Ctrl+Shift+S"))
    qtbot.waitUntil(other.exists)
    qtbot.waitUntil(lambda: not is_waiting(window))
    assert there == [True]
    assert engine.load(other).title == "Edited"


def test_another_window_that_quits_amid_a_save_does_so_after_it(
    window: MainWindow, path: Path, held: Event, qtbot: QtBot
) -> None:
    second = window.another()
    assert isinstance(second, MainWindow)
    said = dumps(window.document.graph)
    window.activateWindow()
    save_and(window, held, second.bars.actions["file.quit"].trigger)
    qtbot.waitUntil(lambda: not window.isVisible())
    assert path.read_bytes() == said
    qtbot.waitUntil(lambda: not window.windows)


def test_another_window_closes_amid_a_save(window: MainWindow, path: Path, held: Event) -> None:
    second = window.another()
    window.activateWindow()
    save_and(window, held, second.widget.close)
    assert window.isVisible()
    assert path.read_bytes() == dumps(window.document.graph)
    assert not window.document.modified


def test_a_window_put_away_amid_the_writing_is_written(
    window: MainWindow, path: Path, disk: Disk
) -> None:
    said = dumps(window.document.graph)
    heart = amid(window, disk, window.put_away)
    assert save(window)
    assert path.read_bytes() == said
    assert heart.beats
