"""A canvas alone, without a window, and hands on it."""

from collections.abc import Iterator

import pytest
from examples import example
from hands import Hands
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.layout import place_all

__all__ = ["hands", "linear_unit", "unit", "window"]


@pytest.fixture
def hands(qtbot) -> Iterator[Hands]:
    document = Document()
    evaluation = Evaluation(document)
    canvas = Canvas(document, evaluation)
    qtbot.addWidget(canvas)
    canvas.resize(1200, 700)
    canvas.show()
    QApplication.processEvents()
    yield Hands(canvas)
    canvas.entry.close_editor()


@pytest.fixture
def linear_unit(hands) -> Hands:
    graph = example("linear-unit")
    place_all(graph)
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    QApplication.processEvents()
    return hands


@pytest.fixture
def apart(hands):
    """A parameter, an input and two ops without edges."""
    for op, at in (("parameter", (-300, -80)), ("input", (-300, 80))):
        hands.drop(op, at)
        hands.type("2")
    hands.drop("multiply", (0, 0))
    hands.drop("add", (300, 0))
    assert hands.graph.nodes() == ["w", "x", "c", "a"]
    return hands
