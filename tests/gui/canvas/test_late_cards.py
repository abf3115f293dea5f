"""Cards of leaves that are given numbers by the thousand: those that are seen are written first."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

import engine
from gui.canvas import showing
from gui.canvas.canvas import Canvas
from gui.canvas.drawn import late_cards
from gui.commands import AddNodes, NewNode, RenameNode, SetValue, SetValues
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.numbers import write_digits
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.readings import Numbers

COUNT = 450
NAMES = tuple(f"w{k}" for k in range(COUNT))


class Desk:
    """A canvas that sees a few of many parameters which stand in a row."""

    def __init__(self, qtbot: QtBot) -> None:
        self.document = Document()
        graph = engine.Graph()
        for k, name in enumerate(NAMES):
            graph.parameter(name, 1.0, position=(200.0 * k, 0.0))
        graph.op("add", *NAMES, name="J", position=(0.0, 400.0))
        self.document.reset(graph)
        self.canvas = Canvas(self.document, Evaluation(self.document))
        qtbot.addWidget(self.canvas)
        self.canvas.resize(800, 300)
        self.canvas.show()
        self.canvas.zoom_to(1.0)
        self.canvas.centre_on("w0")
        self.canvas.finish_drawing()

    def set_all(self, number: float) -> None:
        self.document.do(SetValues.of(NAMES, np.full(COUNT, number), "Train", self))

    def text(self, name: str) -> str:
        picture = self.canvas.picture
        return plain_text(picture.cards[picture.index[name]].text)

    def widths_are_right(self) -> bool:
        fresh = Picture(self.document.graph, self.canvas.evaluation.seen)
        return bool((fresh.sizes == self.canvas.picture.sizes).all())


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)


def test_in_a_frame_only_the_cards_that_are_seen_are_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    known = Picture.refresh_cards

    def noted(picture: Picture, names: list[str], *, steady: bool = False) -> None:
        written.extend(names)
        known(picture, names, steady=steady)

    monkeypatch.setattr(Picture, "refresh_cards", noted)
    for number in (-1.2345, -2.3456):
        written.clear()
        desk.set_all(number)
        desk.canvas.viewport().repaint()
        assert 0 < len(written) < 20
        assert "2.3456"[:3] in desk.text("w0") or number == -1.2345
    assert not desk.widths_are_right()


def test_the_others_are_written_at_rest(desk: Desk, qtbot: QtBot) -> None:
    desk.set_all(-1.2345)
    qtbot.waitUntil(desk.widths_are_right)
    assert "1.23" in desk.text(NAMES[-1])


def test_what_waits_is_not_forgotten_by_an_edit_of_the_graph(desk: Desk, qtbot: QtBot) -> None:
    desk.set_all(-1.2345)
    desk.document.do(AddNodes([NewNode("more", "parameter", {"position": (0.0, -200.0)})]))
    desk.document.do(RenameNode(NAMES[-1], "last"))
    desk.document.do(SetValue(NAMES[-2], 5.0))
    qtbot.waitUntil(desk.widths_are_right)
    assert "1.23" in desk.text("last")


def test_a_hidden_canvas_writes_them_once_it_is_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.set_all(-1.2345)
    desk.canvas.hide()
    desk.canvas.show()
    desk.canvas.viewport().repaint()
    qtbot.waitUntil(desk.widths_are_right)


def test_another_graph_has_none_that_wait(desk: Desk, qtbot: QtBot) -> None:
    desk.set_all(-1.2345)
    desk.document.reset(engine.Graph())
    qtbot.wait(300)
    assert desk.canvas.picture.names == []


def test_finishing_the_drawing_writes_all(desk: Desk) -> None:
    desk.set_all(-1.2345)
    desk.canvas.finish_drawing()
    assert desk.widths_are_right()


def test_other_digits_are_written_where_they_are_seen_and_at_rest_elsewhere(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.set_all(-1.23456789)
    desk.canvas.finish_drawing()
    picture = desk.canvas.picture
    with monkeypatch.context() as patch:
        patch.setattr(showing, "Picture", None)  # no other is made
        try:
            write_digits(7)
            desk.canvas.show_numbers(Numbers.BOTH, anew=True)
            desk.canvas.viewport().repaint()
            assert "1.234568" in desk.text("w0")
            assert desk.canvas.picture is picture
            assert not desk.widths_are_right()
            qtbot.waitUntil(desk.widths_are_right)
            assert "1.234568" in desk.text(NAMES[-1])
        finally:
            write_digits(4)


def test_cards_of_a_graph_that_another_replaced_wait_no_more(desk: Desk, qtbot: QtBot) -> None:
    desk.set_all(2.0)
    desk.document.reset(engine.Graph())
    drawn = list[int]()
    desk.canvas._late._written = lambda: drawn.append(1)
    qtbot.wait(late_cards._REST + 100)
    assert not drawn
    assert not desk.canvas._late._timer.isActive()
