"""What built-in code raises in an overridden method is told; the process goes on."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QTimer
from PySide6.QtGui import QPaintEvent, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot


class Painted(QWidget):
    def paintEvent(self, _: QPaintEvent) -> None:
        [][len("three")]


class Heard(Painted):
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            int("three")
        return super().event(event)


class Watching(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            int("three")
        return super().eventFilter(watched, event)


class Reached(QObject):
    reached = False

    def event(self, event: QEvent) -> bool:
        self.reached = event.type() == QEvent.Type.User
        return super().event(event)


class Done(QUndoCommand):
    def redo(self) -> None:
        len(3)  # type: ignore[arg-type]


class Asked(QAbstractListModel):
    def rowCount(self, _: QModelIndex) -> int:  # type: ignore[override]
        return 1 // len("")


def paint() -> None:
    Painted().grab()


def hear() -> None:
    QApplication.sendEvent(Heard(), QEvent(QEvent.Type.User))


def do() -> None:
    QUndoStack().push(Done("it"))


def ask() -> None:
    Asked().hasIndex(0, 0)


@pytest.mark.parametrize(
    ("deed", "kind"),
    [(paint, IndexError), (hear, ValueError), (do, TypeError), (ask, ZeroDivisionError)],
)
def test_what_fails_in_a_method_that_qt_calls_is_told(
    deed: Callable[[], None], kind: type, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: told.append(what[0]))
    QTimer.singleShot(0, deed)
    qtbot.waitUntil(lambda: bool(told))
    assert set(told) == {kind}


def test_what_fails_in_an_event_filter_is_told_and_the_event_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[type] = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: told.append(what[0]))
    target, watching = Reached(), Watching()
    target.installEventFilter(watching)
    QApplication.sendEvent(target, QEvent(QEvent.Type.User))  # raises nothing
    assert told == [ValueError]
    assert target.reached
