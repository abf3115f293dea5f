"""A large graph is computed beside the event loop; that can be given up, and taken up again."""

from pathlib import Path

import pytest
from long_work import network, window
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.actions.file import open_path
from gui.commands import AddNodes, NewNode, SetValue
from gui.evaluation import Evaluation
from gui.window.main_window import MainWindow

__all__ = ["network", "window"]


def test_a_large_graph_is_compiled_beside_the_loop(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation = window.evaluation
    before = evaluation.readings
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    assert evaluation.readings is before
    assert window.status.working.isVisible()
    qtbot.waitUntil(lambda: not evaluation.working)
    assert evaluation.readings.value("k") == 7.0
    assert not window.status.working.isVisible()


def test_an_edit_stops_what_is_being_compiled_and_nothing_stale_is_shown(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation: Evaluation = window.evaluation
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    window.document.do(SetValue("k", 8.0))
    assert not evaluation.working
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 8.0)
    window.document.undo()
    window.document.undo()
    qtbot.waitUntil(lambda: evaluation.readings.value("k") is None)
    assert window.document.history.isClean()


@pytest.mark.parametrize("how", ["button", "esc"])
def test_computing_is_given_up_and_taken_up_again(
    window: MainWindow, network: Path, qtbot: QtBot, how: str
) -> None:
    assert open_path(window, network)
    evaluation, status = window.evaluation, window.status
    name = next(n for n in window.document.graph.nodes() if window.document.graph.is_leaf(n))
    assert evaluation.readings.value(name) is not None
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    assert evaluation.working
    assert status.cancel.isVisible()
    if how == "button":
        qtbot.mouseClick(status.cancel, Qt.MouseButton.LeftButton)
    else:
        QTest.keyClick(window.canvas, Qt.Key.Key_Escape)
    assert not evaluation.working
    assert not status.cancel.isVisible()
    assert evaluation.readings.value(name) is None  # no number from before the edit
    assert "given up" in status.message.text()
    window.canvas.viewport().repaint()
    assert not evaluation.working  # drawing does not begin it again
    assert status.resume.isVisible()
    qtbot.mouseClick(status.resume, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 7.0)
    assert not status.resume.isVisible()
    assert status.message.text() == ""


def test_another_graph_is_not_the_one_that_was_given_up(window: MainWindow, network: Path) -> None:
    assert open_path(window, network)
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    window.evaluation.flush()
    window.evaluation.give_up()
    assert window.status.resume.isVisible()
    window.document.undo()
    window.evaluation.flush()
    window.evaluation.give_up()
    window.document.mark_saved(network, window.document.contents())
    assert open_path(window, network)
    assert not window.evaluation.given_up
    assert not window.status.resume.isVisible()


def test_an_edit_takes_up_what_was_given_up(
    window: MainWindow, network: Path, qtbot: QtBot
) -> None:
    assert open_path(window, network)
    evaluation = window.evaluation
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 7.0})]))
    evaluation.flush()
    evaluation.give_up()
    window.canvas.select({"k"})
    window.document.do(SetValue("k", 8.0))
    qtbot.waitUntil(lambda: evaluation.readings.value("k") == 8.0)
    assert not evaluation.given_up
    assert not window.status.resume.isVisible()
