"""A picture is drawn in slices, also where one card alone says very much."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

import engine
from engine.network import Form, Network
from gui.picture import paint
from gui.picture.layout import place_all
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import LIGHT


def drawn(picture: Picture) -> tuple[QImage, int]:
    """Return a picture as it is painted, and in how many slices."""
    image = QImage(900, 700, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.translate(200.0, 300.0)
        slices = sum(1 for _ in paint.paint_slices(painter, picture, LIGHT))
    return image, slices


@pytest.mark.usefixtures("qapp")
def test_the_names_of_a_folded_group_are_drawn_in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = Network((3, 3, 1), form=Form.OPERATIONS).build()
    place_all(graph)
    leaves = tuple(name for name in graph.nodes() if graph.is_leaf(name))
    graph.groups = [engine.Group("g", "Leaves", leaves, folded=True)]
    picture = Picture(graph, read(graph))
    said = picture.cards[picture.index[leaves[0]]].text
    assert len(said.runs) > 2 * len(leaves) - 2  # each is written on the card
    whole, few = drawn(picture)
    monkeypatch.setattr(paint, "_MOST_RUNS", 2)
    again, many = drawn(picture)
    assert again == whole
    assert many > few + len(leaves) / 2
