"""The layer of numbers asks for what is to be drawn, and for nothing else."""

import numpy as np
import pytest
from examples import example
from PySide6.QtGui import QImage, QPainter

from gui.picture import number_layer
from gui.picture.layout import place_all
from gui.picture.number_layer import NumberLayer
from gui.picture.picture import Picture
from gui.picture.runs import Typeset
from gui.readings import Numbers, showing
from gui.run import read
from gui.theme import LIGHT


@pytest.mark.parametrize("numbers", [one for one in Numbers if one is not Numbers.BOTH])
def test_a_hidden_number_is_nothing_to_draw(
    monkeypatch: pytest.MonkeyPatch, numbers: Numbers
) -> None:
    """A lesson, in which most are hidden, set each of them anew in every frame."""
    graph = example("two-hidden-units")
    place_all(graph)
    picture = Picture(graph, showing(read(graph), numbers))
    drawn: list[Typeset] = []
    monkeypatch.setattr(
        number_layer, "draw_typeset", lambda _painter, text, *_where: drawn.append(text)
    )
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        edges = np.arange(len(picture.edges))
        NumberLayer().paint(painter, picture, LIGHT, np.array([], dtype=np.intp), edges)
    assert all(run.text for text in drawn for run in text.runs)
