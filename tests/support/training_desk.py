"""A document with its trainer, without a window."""

import pytest
from examples import example
from pytestqt.qtbot import QtBot

import engine
from engine.formats.chainrule_file import dumps
from gui.document import Document
from gui.training.trainer import FASTEST, Setting, Trainer


class Desk:
    """A document with its trainer, at the highest speed."""

    def __init__(self, qtbot: QtBot, graph: engine.Graph | None = None) -> None:
        self.qtbot = qtbot
        self.document = Document()
        self.document.reset(graph or example("linear-unit"))
        self.first = dumps(self.document.graph)
        self.trainer = Trainer(self.document)
        self.choose(rate=0.1)

    def choose(self, **choices: object) -> None:
        self.trainer.choose(Setting(**{"speed": FASTEST, "steps": 10, **choices}))

    def play(self) -> None:
        self.trainer.play()
        self.qtbot.waitUntil(lambda: not self.trainer.playing)

    @property
    def bytes(self) -> bytes:
        return dumps(self.document.graph)


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)
