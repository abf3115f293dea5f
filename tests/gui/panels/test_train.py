"""The training panel in the window, by real clicks and keys."""

from pathlib import Path

import pytest
from examples import example
from hands import click
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from retyped import retype
from windows import with_panel

import engine
from engine.training import Choice
from gui.actions.file import open_path
from gui.training.trainer import FASTEST
from gui.window.main_window import MainWindow
from resources import resource

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(window: MainWindow) -> MainWindow:
    return with_panel(window, Qt.Key.Key_T)


def type_rate(window: MainWindow, text: str) -> None:
    retype(window.side.train.rate.line, text)


def played(window: MainWindow, qtbot: QtBot) -> None:
    click(window.side.train.play)
    qtbot.waitUntil(lambda: not window.trainer.playing)


def test_the_panel_is_a_tab_of_the_right_column(window: MainWindow) -> None:
    assert window.side.train.isVisible()
    assert window.sidebar.tabBar().isVisible()
    window.sidebar.hide()
    assert not window.side.train.isVisible()
    QTest.keyClick(window, Qt.Key.Key_T, CTRL)
    assert window.side.train.isVisible()
    window.turn_to("inspect")
    assert window.inspector.isVisible()
    assert not window.side.train.isVisible()


def test_of_many_steps_the_curves_have_few_points_and_all_of_their_range(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.panels.plot.growing.MOST", 10)
    panel = window.side.train
    panel.steps.setValue(300)
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    played(window, qtbot)
    for curve in (*panel.curves.loss.curves, *panel.curves.parameters.curves):
        assert len(curve.xs) < 60
        assert (curve.xs[0], curve.xs[-1]) == (0, 300)
    assert panel.curves.loss.curves[0].ys[-1] == window.trainer.history[-1]


def test_steps_are_taken_seen_and_taken_back(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = window.side.train
    assert not panel.again.isEnabled()
    type_rate(window, "1/10")
    panel.steps.setValue(20)
    window.document.mark_saved(tmp_path / "saved.chainrule", window.document.contents())
    click(panel.once)
    assert panel.state.text() == "step 1, J = 0.5"
    row = window.canvas.picture.index["w"]
    card = window.canvas.picture.cards[row].text
    assert "".join(run.text for run in card.runs) == "w = 2.4"
    assert [curve.name for curve in panel.curves.loss.curves] == ["J"]
    assert [curve.name for curve in panel.curves.parameters.curves] == ["w", "b"]
    assert panel.curves.parameters.named
    assert window.isWindowModified()
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    played(window, qtbot)
    assert panel.state.text().startswith("step 20, J = ")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    QApplication.processEvents()
    assert window.document.graph.value("w") == 2.0
    assert panel.curves.loss.curves == []
    played(window, qtbot)
    click(panel.again)
    assert not window.document.modified
    assert window.document.graph.value("w") == 2.0


def test_where_there_are_more_parameters_than_curves_the_panel_says_so(window: MainWindow) -> None:
    panel = window.side.train
    click(panel.once)
    assert len(panel.curves.parameters.curves) == 2
    assert not panel.curves.some.isVisible()
    window.document.reset(engine.load(resource("lessons/xor.chainrule")))
    click(panel.once)
    assert len(panel.curves.parameters.curves) == 8
    assert panel.curves.some.isVisible()
    assert panel.curves.some.text() == "8 of 9 parameters are drawn"


def test_play_becomes_pause(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.side.train
    click(panel.play)
    assert panel.play.text() == "Pause"
    qtbot.waitUntil(lambda: window.trainer.steps > 1)
    click(panel.play)
    assert panel.play.text() == "Play"
    assert not window.trainer.playing


def test_a_rate_that_is_none_is_refused_at_its_field(window: MainWindow) -> None:
    panel = window.side.train
    for text, sentence in (
        ("fast", "‘fast’ is not a number"),
        ("-1", "the rate must be a positive number, not -1"),
        ("[1, 2]", "the rate is one number"),
    ):
        type_rate(window, text)
        assert panel.rate.reason.text() == sentence
        QApplication.processEvents()
        reason = panel.rate.reason
        assert reason.height() >= reason.heightForWidth(reason.width())
        assert reason.width() > 2 * panel.rate.line.width()
    assert window.trainer.setting.rate == 0.01
    QTest.keyClick(panel.rate.line, Qt.Key.Key_Escape)
    assert panel.rate.line.text() == "0.01"


def test_divergence_is_named(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.side.train
    type_rate(window, "5")
    panel.steps.setValue(1000)
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    click(panel.curves.log)
    played(window, qtbot)
    assert panel.problem.text() == "diverged at step 112: J is ∞; try a smaller rate"
    assert panel.problem.isVisible()
    window.side.train.grab()
    click(panel.again)
    assert not panel.problem.isVisible()


def test_where_nothing_was_trained_there_is_nothing_to_reset(window: MainWindow) -> None:
    panel = window.side.train
    graph = engine.Graph()
    graph.op("square", graph.constant("c", 2.0, position=(0, 0)), name="J", position=(250, 0))
    window.document.reset(graph)
    click(panel.play)
    assert panel.problem.text() == "J depends on no parameter, and only parameters are trained"
    assert not panel.again.isEnabled()
    graph = engine.Graph()
    graph.op("log", graph.parameter("w", -1.0, position=(0, 0)), name="J", position=(250, 0))
    window.document.reset(graph)
    click(panel.once)
    assert panel.problem.text() == "J is NaN before the first step"
    assert not panel.again.isEnabled()


def test_within_a_lesson_the_output_is_told_once_its_step_has_come(window: MainWindow) -> None:
    """It moved beside the first step, and stood there while the picture hid it."""
    panel = window.side.train
    type_rate(window, "1/10")
    QTest.keyClick(window, Qt.Key.Key_F5)
    window.turn_to("train")
    click(panel.once)
    assert panel.state.text() == "step 1"
    assert panel.curves.loss.curves == []
    window.canvas.setFocus()
    for _ in range(4):
        QTest.keyClick(window.canvas, Qt.Key.Key_Right)
    assert panel.state.text() == "step 1, J = 0.5"
    assert [curve.name for curve in panel.curves.loss.curves] == ["J"]
    QTest.keyClick(window.canvas, Qt.Key.Key_Left)
    assert panel.state.text() == "step 1"
    window.lesson.stop()
    assert panel.state.text() == "step 1, J = 0.5"


def test_by_a_derivative_that_is_not_finite_no_smaller_rate_is_advised(window: MainWindow) -> None:
    graph = engine.Graph()
    graph.op("sqrt", graph.parameter("w", 0.0, position=(0, 0)), name="J", position=(250, 0))
    window.document.reset(graph)
    QApplication.processEvents()
    panel = window.side.train
    click(panel.once)
    said = "diverged at step 1: w is −∞, as the derivative by it was ∞"
    assert panel.problem.text() == said
    assert window.status.nonfinite.text() == "infinity starts at w"
    click(panel.again)
    assert not panel.problem.isVisible()
    assert window.status.derivatives.text() == "∂J/∂w becomes ∞ at J"


def test_a_file_says_how_it_is_trained(window: MainWindow, qtbot: QtBot) -> None:
    open_path(window, resource("lessons/xor.chainrule"))
    panel = window.side.train
    assert (panel.rule.currentData(), panel.rate.shown, panel.steps.value()) == (
        "adam",
        "0.05",
        300,
    )
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    played(window, qtbot)
    assert window.trainer.steps == 300
    assert window.trainer.history[-1] < 0.01
    names = {curve.name for curve in panel.curves.parameters.curves}
    assert {"w₁₁", "w₂₂", "b₁"} <= names  # as the picture writes them


def test_a_choice_is_kept_in_the_file_and_undone(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "unit.chainrule"
    engine.save(example("linear-unit"), path)
    open_path(window, path)
    document, panel, setting = window.document, window.side.train, window.trainer.setting
    before = document.contents()
    panel.rule.setCurrentIndex(panel.rule.findData("adam"))
    type_rate(window, "0.25")
    panel.steps.setFocus()
    panel.steps.selectAll()
    QTest.keyClicks(panel.steps, "250")  # three keys, one step of the history
    assert Choice.of(document.graph) == Choice("adam", 0.25, 100)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)  # takes what is typed
    assert (window.trainer.setting.optimizer, window.trainer.setting.steps) == ("adam", 250)
    assert Choice.of(engine.load(path)) == Choice("adam", 0.25, 250)
    for shown in ("100", "0.01", "gd"):
        document.undo()
        assert shown in (panel.steps.text(), panel.rate.shown, panel.rule.currentData())
    assert document.contents() == before
    assert window.trainer.setting == setting
    document.redo()
    assert panel.rule.currentData() == "adam"


@pytest.mark.parametrize("text", ["1.5", "5,000,000", "12abc", "0"])
def test_refused_steps_change_nothing_and_are_not_trained(window: MainWindow, text: str) -> None:
    panel = window.side.train
    before = window.document.contents()
    panel.steps.setFocus()
    panel.steps.selectAll()
    QTest.keyClicks(panel.steps, text)
    for button in (panel.play, panel.once):
        click(button)
        assert not window.trainer.playing
        assert window.trainer.steps == 0
        assert (panel.steps.text(), panel.steps.property("refused")) == (text, True)
        assert panel.steps.hasFocus()
    assert window.document.contents() == before
    assert (panel.steps.value(), window.trainer.setting.steps) == (100, 100)
    QTest.keyClick(panel.steps, Qt.Key.Key_Escape)
    assert (panel.steps.text(), panel.steps.property("refused")) == ("100", False)
    click(panel.once)
    assert window.trainer.steps == 1


@pytest.mark.parametrize("text", ["fast", "-1", "[1, 2]"])
def test_nothing_moves_where_a_rate_is_refused(window: MainWindow, text: str) -> None:
    """The reason pushed Play away, and a click there missed it."""
    panel = window.side.train
    parts = (panel.speed, panel.play, panel.once, panel.curves.loss, panel.curves.log, panel.data)
    before = [part.geometry() for part in parts]
    type_rate(window, text)
    assert panel.rate.reason.isVisible()
    assert [part.geometry() for part in parts] == before
    QTest.keyClick(panel.rate.line, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not panel.rate.reason.isVisible()
    assert panel.state.isVisible()
    assert [part.geometry() for part in parts] == before


@pytest.mark.parametrize("entered", [False, True])
def test_a_refused_rate_is_not_trained_with_the_former(window: MainWindow, entered: bool) -> None:
    panel = window.side.train
    if entered:
        type_rate(window, "fast")
    else:
        panel.rate.line.setFocus()
        panel.rate.line.selectAll()
        QTest.keyClicks(panel.rate.line, "fast")
    for button in (panel.play, panel.once):
        click(button)
        assert not window.trainer.playing
        assert window.trainer.steps == 0
        assert panel.rate.reason.text() == "‘fast’ is not a number"
        assert panel.rate.reason.isVisible()
        assert panel.rate.line.hasFocus()
    QTest.keyClick(panel.rate.line, Qt.Key.Key_Escape)
    click(panel.once)
    assert window.trainer.steps == 1


def test_steps_that_are_typed_are_taken_by_play(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.side.train
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    panel.steps.setFocus()
    panel.steps.selectAll()
    QTest.keyClicks(panel.steps, "1e1")
    assert panel.steps.text() == "1e1"
    panel.play.click()  # as where a button takes no keyboard
    qtbot.waitUntil(lambda: window.trainer.steps > 0 and not window.trainer.playing)
    assert (window.trainer.steps, panel.steps.text()) == (10, "10")


def test_a_refused_text_does_not_keep_from_pausing(window: MainWindow) -> None:
    panel = window.side.train
    panel.speed.setCurrentIndex(0)
    click(panel.play)
    assert window.trainer.playing
    panel.steps.setFocus()
    panel.steps.selectAll()
    QTest.keyClicks(panel.steps, "1.5")
    click(panel.play)
    assert not window.trainer.playing


def test_the_pace_is_nothing_that_a_file_holds(window: MainWindow) -> None:
    open_path(window, resource("lessons/xor.chainrule"))
    panel = window.side.train
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    assert window.trainer.setting.speed == FASTEST
    assert not window.document.modified


def test_how_to_train_that_cannot_be_read_is_said_and_nothing_is_lost(window: MainWindow) -> None:
    graph = example("linear-unit")
    graph.network.graph["training"] = {"rate": "fast", "optimizer": "adam"}
    window.document.reset(graph)
    panel = window.side.train
    assert panel.problem.text() == "graph.training.rate: expected a positive number"
    assert graph.network.graph["training"] == {"rate": "fast", "optimizer": "adam"}
    assert panel.rule.currentData() == "gd"
    click(panel.once)
    assert window.trainer.steps == 1
