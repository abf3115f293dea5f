"""What is lit of a picture: only what is seen is drawn, in slices, a crowd of edges plainly."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from engine.network import Form, Network
from gui.picture import paint_lit
from gui.picture.layout import place_all
from gui.picture.lit import Lit
from gui.picture.paint import paint_slices
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import LIGHT, Ink


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the edges that are drawn one by one."""
    ways: list[object] = []
    real = paint_lit.edge_path
    monkeypatch.setattr(paint_lit, "edge_path", lambda way: ways.append(way) or real(way))
    return ways


def slices(picture: Picture, region: QRectF | None) -> int:
    """Return in how many slices a picture is drawn in which everything is lit."""
    graph = picture.graph
    lit = Lit(Ink.VALUE, frozenset(graph.nodes()), frozenset(graph.edges()))
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(0.05, 0.05)
        return sum(1 for _ in paint_slices(painter, picture, LIGHT, region, lit))


@pytest.mark.usefixtures("qapp")
def test_lit_edges_out_of_view_are_not_drawn_and_a_crowd_of_them_plainly(drawn) -> None:
    graph = Network((16, 16, 1), form=Form.OPERATIONS).build()
    place_all(graph)
    picture = Picture(graph, read(graph))
    assert len(picture.edges) > paint_lit.CROWDED
    many = slices(picture, None)
    assert drawn == []
    x, y = picture.centres[picture.index["J"]]
    slices(picture, QRectF(x - 200, y - 100, 400, 200))
    assert 0 < len(drawn) < 20
    assert many > len(graph) / 50


@pytest.mark.usefixtures("qapp")
def test_the_numbers_that_a_step_brought_are_set_off_in_slices() -> None:
    graph = Network((16, 16, 1), form=Form.OPERATIONS).build()
    place_all(graph)
    picture = Picture(graph, read(graph))
    lit = Lit(Ink.VALUE, frozenset(graph.nodes()), frozenset(graph.edges()), fresh=True)
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        pauses = sum(1 for _ in paint_lit.paint_lit_numbers(painter, picture, LIGHT, lit))
    assert pauses > len(picture.edges) / 50


@pytest.mark.usefixtures("qapp")
def test_between_two_formulas_that_nobody_has_seen_yet_there_is_a_pause() -> None:
    graph = Network((16, 16, 1), form=Form.NEURONS).build()
    place_all(graph)
    picture = Picture(graph, read(graph))
    image, most = QImage(400, 300, QImage.Format.Format_RGB32), 0
    with QPainter(image) as painter:
        known = sum(card.is_set for card in picture.cards)
        for _ in paint_slices(painter, picture, LIGHT):
            now = sum(card.is_set for card in picture.cards)
            known, most = now, max(most, now - known)
    assert known == len(picture.cards)
    assert most == 1
