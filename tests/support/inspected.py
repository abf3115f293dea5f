"""An inspector on a small graph, as a user has it."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import engine
from gui.document import Document
from gui.evaluation import Evaluation
from gui.panels.field import Field
from gui.panels.inspector import Inspector


def _graph() -> engine.Graph:
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0), graph.input("x", -2.0)
    c = graph.op("multiply", w, x, name="c")
    r = graph.op("leaky_relu", c, name="r")
    graph.op("formula", r, name="J", formula="r^2/2", inputs=["r"])
    return graph


class Desk:
    """An inspector with its document."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.document = Document()
        self.document.reset(_graph())
        self.evaluation = Evaluation(self.document)
        self.inspector = Inspector(self.document, self.evaluation)
        qtbot.addWidget(self.inspector)
        self.inspector.resize(270, 700)
        self.inspector.show()

    def show(self, *nodes: str) -> None:
        self.inspector.show_selection(nodes, ())

    def type(self, field: Field, text: str) -> None:
        field.line.setFocus()
        field.line.selectAll()
        self.qtbot.keyClicks(field.line, text)
        self.qtbot.keyClick(field.line, Qt.Key.Key_Return)
        self.evaluation.flush()
