"""Undo and redo asked for while a large step is waited for are taken afterwards, each one."""

from threading import Event
from typing import Any

import pytest
from long_work import Heart, held, small, window
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps
from gui.actions import beside
from gui.commands import MoveNodes
from gui.dialogs.waiting import is_waiting
from gui.window.main_window import MainWindow

__all__ = ["held", "small", "window"]


class _Pressed:
    """Presses keys on a window, the first now and the others amid what is waited for."""

    def __init__(self, window: MainWindow, held: Event, *keys: str) -> None:
        self._window, self._held, self._keys = window, held, list(keys)
        self._heart = Heart(window, self._press, after=0)

    def all_of_them(self) -> None:
        self._press()
        self._heart._timer.stop()

    def _press(self) -> None:
        at = QApplication.focusWidget()
        while self._keys:
            keys = self._keys.pop(0)
            sequence = QKeySequence(keys)[0]
            waits = is_waiting(self._window)
            QTest.keyClick(at, sequence.key(), sequence.keyboardModifiers())
            if not waits:
                return
        self._held.set()


@pytest.mark.parametrize(
    ("keys", "left"),
    [
        (("Ctrl+Z", "Ctrl+Z", "Ctrl+Z"), 1),
        (("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"), 3),
        (("Ctrl+Z", "Ctrl+Z", "Escape"), 4),
        (("Ctrl+Z", "Escape", "Ctrl+Z"), 4),
    ],
)
def test_each_undo_and_redo_pressed_meanwhile_counts(
    small: MainWindow, held: Event, qtbot: QtBot, keys: tuple[str, ...], left: int
) -> None:
    document, canvas = small.document, small.canvas
    for k in range(4):
        document.do(MoveNodes({document.graph.nodes()[k]: (5.0, 5.0)}), at_once=True)
    canvas.setFocus()
    _Pressed(small, held, *keys).all_of_them()
    qtbot.waitUntil(lambda: not is_waiting(small) and not small.bars._ahead)
    assert document.history.index() == left


def test_an_undo_pressed_amid_the_first_step_takes_it_back(
    small: MainWindow, held: Event, qtbot: QtBot
) -> None:
    document, before = small.document, dumps(small.document.graph)
    small.canvas.select_all()
    small.canvas.setFocus()
    _Pressed(small, held, "Ctrl+D", "Ctrl+Z").all_of_them()
    qtbot.waitUntil(lambda: document.history.count() == 1 and not document.history.index())
    assert dumps(document.graph) == before


def test_an_undo_pressed_amid_a_step_that_fails_leaves_the_step_before(
    small: MainWindow, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_parts: Any) -> Any:
        raise engine.GraphError("it cannot be done")

    told: list[str] = []
    monkeypatch.setattr(beside, "_edited", fail)
    document, canvas = small.document, small.canvas
    canvas.message.connect(told.append)
    document.do(MoveNodes({document.graph.nodes()[0]: (5.0, 5.0)}), at_once=True)
    canvas.select_all()
    canvas.setFocus()
    _Pressed(small, held, "Ctrl+D", "Ctrl+Z").all_of_them()
    qtbot.waitUntil(lambda: bool(told) and not is_waiting(small))
    QApplication.processEvents()
    assert told == ["it cannot be done"]
    assert document.history.index() == 1


@pytest.mark.parametrize("what", ["file.export", "file.export_code"])
def test_an_undo_right_after_an_export_was_left_is_taken(
    small: MainWindow, held: Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    monkeypatch.setattr("gui.exports.duration._DRAWN", 0)
    monkeypatch.setattr("gui.dialogs.export_text.LARGE", 0)
    document, actions = small.document, small.bars.actions
    document.do(MoveNodes({document.graph.nodes()[0]: (5.0, 5.0)}), at_once=True)
    document._large = 10_000
    left: list[bool] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and is_waiting(dialog):
            dialog.reject()
        elif not left and dialog is None:
            left.append(is_waiting(small))  # what was being made goes on to its next step
            actions["edit.undo"].trigger()
            held.set()

    timer = QTimer(small, interval=0)
    timer.timeout.connect(look)
    QTimer.singleShot(0, timer.start)
    actions[what].trigger()
    timer.stop()
    qtbot.waitUntil(lambda: not small.bars._ahead)
    qtbot.wait(50)
    assert left == [True]
    assert document.history.index() == 0
