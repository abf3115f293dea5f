"""A canvas alone, without a window, and hands on it."""

from collections.abc import Iterator

import pytest
from hands import Hands
from PySide6.QtWidgets import QApplication
from windows import unit, window

import engine
from gui.canvas.canvas import Canvas
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.layout import place_all
from resources import resource

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
    graph = engine.load(resource("examples/linear-unit.chainrule"))
    place_all(graph)
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    QApplication.processEvents()
    return hands
