"""What a panel comes to is heard: a reader's user reads no label that never has the keyboard."""

from collections.abc import Callable

import numpy as np
import pytest
from hands import click
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from quiz_desk import Desk
from retyped import retype
from screen_reader import screen_reader
from windows import window, with_panel

from gui.commands import SetValue
from gui.dialogs.new_network import NewNetwork
from gui.window.main_window import MainWindow

__all__ = ["screen_reader", "window"]


@pytest.fixture
def heard(window: MainWindow) -> list[str]:
    told: list[str] = []
    window.canvas.voice.said.connect(told.append)
    return told


def test_what_a_bump_did_is_heard(window, heard: list[str], qtbot: QtBot) -> None:
    with_panel(window, Qt.Key.Key_B)
    qtbot.waitUntil(lambda: any(text.startswith("w: 2 → 2.001, J: 2 → 1.996") for text in heard))
    retype(window.side.bump.typed.line, "0.01")
    told = "w: 2 → 2.01, J: 2 → 1.960, ΔJ/ε = minus 3.98 ≈ minus 4"
    qtbot.waitUntil(lambda: heard[-1] == told)
    window.canvas.select({"b"})
    qtbot.waitUntil(lambda: heard[-1].startswith("b: 8 → 8.01, J: 2 → 2.02"))


def test_what_becomes_of_an_answer_and_a_hint_are_heard(
    window, heard: list[str], qtbot: QtBot
) -> None:
    desk = Desk(window)
    click(desk.panel.begin)
    desk.type("3")
    qtbot.waitUntil(lambda: heard[-1:] == ["3 is not it: try again"])
    heard.clear()
    desk.type("3")
    qtbot.waitUntil(lambda: heard == ["3 is not it: try again"])
    click(desk.panel.hint)
    qtbot.waitUntil(lambda: heard[-1].startswith("c = w · x"))
    desk.type("-4")
    qtbot.waitUntil(lambda: heard[-1] == "-4 is right")
    for text in ("4", "2", "2", "2", "2", "-2", "2", "2", "-4", "4"):
        desk.type(text)
    qtbot.waitUntil(lambda: heard[-1] == "4 is right. All 11 are found.")


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    told: list[str] = []
    tell: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    return told


def test_why_a_field_of_the_inspector_takes_no_text_is_heard(window, announced, qtbot) -> None:
    with_panel(window, Qt.Key.Key_B)
    window.turn_to("inspect")
    window.canvas.select({"w"})
    qtbot.waitUntil(lambda: announced[-1:] == ["w, parameter"])  # it may be told amid the typing
    retype(window.inspector.node_page.value.line, "zz")
    reason = window.inspector.node_page.value.reason.text()
    assert reason
    assert announced[-1] == reason
    window.document.do(SetValue("w", np.array([1.0, 2.0])))
    qtbot.waitUntil(lambda: announced[-1] != reason)
    window.inspector.node_page.values.refuse("an entry is a single number")
    assert announced[-1] == "an entry is a single number"


def test_what_keeps_a_dialog_from_being_taken_is_heard_once_one_has_typed(
    qtbot: QtBot, announced: list[str]
) -> None:
    """The button was grey, and a reader heard nothing of why."""
    dialog = NewNetwork()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.sizes.selectAll()
    QTest.keyClicks(dialog.sizes, "2,x")
    assert not announced
    qtbot.waitUntil(lambda: announced == [dialog.told.text()])
    assert announced[0].startswith("'x' is no size of a layer")
