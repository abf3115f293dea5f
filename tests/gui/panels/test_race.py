"""Bumping every parameter in turn raced against backpropagation, by real clicks."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from windows import with_panel

from engine.network import Network
from gui.commands import RenameNode
from gui.window.main_window import MainWindow


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    return with_panel(window, Qt.Key.Key_B)


def test_the_counters_of_a_large_network_do_not_widen_the_panel(
    window: MainWindow, qtbot: QtBot
) -> None:
    section = window.side.bump.race
    widest = section.width()
    section.bumping.setText("bumping: 0 of n × p = 10,129 × 9,984 = 101,127,936")
    section.backprop.setText("backprop: 0 of n + p = 10,129 + 9,984 = 20,113")
    qtbot.waitUntil(lambda: section.bumping.height() > section.button.fontMetrics().height() * 1.5)
    assert section.width() == widest


def test_every_parameter_is_bumped_in_turn_against_backpropagation(
    window: MainWindow, qtbot: QtBot
) -> None:
    section = window.side.bump.race
    assert section.bumping.text() == "bumping: 0 of n × p = 4 × 2 = 8"
    seen: list[tuple[str | None, int, int]] = []
    section.race.moved.connect(
        lambda: seen.append(
            (
                section.race.standing.parameter,
                section.race.standing.bumping,
                section.race.standing.backprop,
            )
        )
    )
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert section.button.text() == "Stop"
    qtbot.waitUntil(lambda: not section.race.running)
    assert section.bumping.text() == "bumping: 8 of n × p = 4 × 2 = 8"
    assert section.backprop.text() == "backprop: 6 of n + p = 4 + 2 = 6"
    turns = list(dict.fromkeys(name for name, _, _ in seen if name))
    assert turns == ["w", "b"]
    assert all(fast == min(slow, 6) for _, slow, fast in seen)
    assert window.side.bump.node == "w"


def test_the_race_can_be_stopped_and_ends_with_the_graph(window: MainWindow) -> None:
    section = window.side.bump.race
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert not section.race.running
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    window.document.do(RenameNode("w", "v"))
    assert not section.race.running
    assert section.race.standing.bump_steps == 0
    window.turn_to("inspect")


def test_both_costs_are_drawn_up_to_the_lectures_network(window: MainWindow) -> None:
    slow, fast, *here = window.side.bump.race.plot.curves
    assert (slow.name, fast.name) == ("n × p", "n + p")
    assert (slow.xs[-1], slow.ys[-1], fast.ys[-1]) == pytest.approx((1e5, 1e9, 1.1e5))
    assert [(list(c.xs), list(c.ys)) for c in here] == [([2], [8]), ([2], [6])]


def test_a_lesson_ends_the_race(window: MainWindow) -> None:
    race = window.side.bump.race.race
    QTest.mouseClick(window.side.bump.race.button, Qt.MouseButton.LeftButton)
    assert race.running
    window.lesson.start()
    assert window.lesson.on
    assert not race.running
    QTest.mouseClick(window.side.bump.race.button, Qt.MouseButton.LeftButton)
    assert race.running
    assert not window.lesson.on
    assert Hands(window.canvas).written("c") == ("2 → 2.001", "−4")


def test_a_node_that_is_clicked_after_a_stopped_race_is_bumped(window: MainWindow) -> None:
    hands, panel = Hands(window.canvas), window.side.bump
    QTest.mouseClick(panel.race.button, Qt.MouseButton.LeftButton)
    panel.race.race._tick()
    QTest.mouseClick(panel.race.button, Qt.MouseButton.LeftButton)
    assert not panel.race.race.running
    hands.click(hands.middle("d"))
    assert panel.node == "d"
    assert panel.title.text() == "Bump d"


def test_of_an_array_every_entry_is_bumped(window: MainWindow, qtbot: QtBot) -> None:
    window.document.reset(Network((2, 3, 1)).build())
    window.evaluation.flush()
    section = window.side.bump.race
    assert section.bumping.text() == "bumping: 0 of n × entries = 7 × 13 = 91"
    assert section.backprop.text() == "backprop: 0 of n + p = 7 + 4 = 11"
    assert "every entry counts" in section.told.text()
    dots = [curve for curve in section.plot.curves if len(curve.xs) == 1]
    assert [(curve.xs[0], curve.ys[0]) for curve in dots] == [(13, 91), (13, 11)]
    seen: list[tuple[str | None, int]] = []
    race = section.race
    race.moved.connect(lambda: seen.append((race.standing.parameter, race.standing.bumping)))
    QTest.mouseClick(section.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not section.race.running)
    assert section.bumping.text() == "bumping: 91 of n × entries = 7 × 13 = 91"
    assert list(dict.fromkeys(name for name, _ in seen if name)) == ["W1", "b1", "W2", "b2"]
    for name, first, last in (("W1", 0, 42), ("b1", 42, 63), ("W2", 63, 84), ("b2", 84, 91)):
        assert all(first < max(done, 1) <= last for turn, done in seen if turn == name)
