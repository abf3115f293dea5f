"""Counts of thousands have these apart wherever they are told, as in the status bar."""

import pytest
from hands import click
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import window, with_panel

import engine
from engine.training import Training, optimizer
from gui.panels import quiz_panel
from gui.picture.caption import caption
from gui.picture.chain import node_rows
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.picture.written import Written
from gui.run import read
from gui.training.trainer import FASTEST
from gui.window.main_window import MainWindow

__all__ = ["window"]


def fan(count: int) -> engine.Graph:
    """Return x, added to itself so many times."""
    graph = engine.Graph()
    x = graph.parameter("x", 1.0, position=(0, 0))
    graph.op("add", *[x] * count, name="J", position=(300, 0))
    return graph


def chain(count: int) -> engine.Graph:
    """Return so many ops, one after the other."""
    graph = engine.Graph()
    last = graph.parameter("x", 1.0, position=(0, 0))
    for k in range(count):
        last = graph.op("negate", last, name=f"n{k}", position=(100 * k + 100, 0))
    return graph


def test_the_steps_of_training(window: MainWindow, qtbot: QtBot) -> None:
    panel = with_panel(window, Qt.Key.Key_T).side.train
    panel.steps.setValue(1500)
    panel.speed.setCurrentIndex(panel.speed.findData(FASTEST))
    click(panel.play)
    qtbot.waitUntil(lambda: not window.trainer.playing)
    assert panel.state.text().startswith("step 1,500, J = ")


def test_the_step_at_which_it_diverged() -> None:
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", 1.0), name="J")
    training = Training(graph, optimizer("gd", 1.2))  # w is 1.4 times as large by each step
    while training.step():
        pass
    assert str(training.diverged).startswith("diverged at step 1,0")


def test_the_points_of_a_quiz(window: MainWindow) -> None:
    window.document.reset(chain(1100))
    QApplication.processEvents()
    window.turn_to("quiz")
    panel = window.side.quiz
    click(panel.begin)
    assert panel.score.text() == "0 of 2,200 points"


@pytest.mark.parametrize(
    ("points", "text"), [(0, "0"), (2.5, "2.5"), (0.125, "0.12"), (1234.25, "1,234.25")]
)
def test_half_points_among_thousands(points: float, text: str) -> None:
    assert quiz_panel._points_text(points) == text


def test_a_sum_over_thousands_of_edges() -> None:
    graph = fan(1200)
    readings = read(graph)
    steps = walk(graph, readings)
    said = plain_text(caption(steps, steps.last, readings)[0])
    assert said.endswith("the sum over 1,200 edges")
    (row,) = node_rows(Written(graph, readings, 16), "x")
    assert row.title == "The sum over 1,200 edges"


def test_the_steps_of_a_long_lesson() -> None:
    graph = chain(1100)
    steps = walk(graph, read(graph))
    assert steps.title(1050) == "forward 1,050 of 1,100"


def test_nodes_that_lead_nowhere() -> None:
    graph = engine.Graph()
    for k in range(1200):
        graph.parameter(f"w{k}", 1.0)
    with pytest.raises(engine.OutputError, match="1,200 nodes lead nowhere"):
        graph.resolve_output()
