"""The title of a frame can be read whatever runs through its bar."""

import numpy as np
import pytest
from examples import example
from PySide6.QtGui import QImage, QPainter

from engine import Group
from gui.picture.drawing import Pill, Role, Way, draw
from gui.picture.layout import place_all
from gui.picture.paint import paint_slices
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import DARK, LIGHT, Theme

pytestmark = pytest.mark.usefixtures("qapp")


def framed(*, struck: bool) -> Picture:
    """Return the linear unit with a frame around two of its ops; w's edge comes from above."""
    graph = example("linear-unit")
    place_all(graph)
    graph.groups = [Group("g", "Prediction", ("c", "a"))]
    (frame,) = Picture(graph, read(graph)).frames()
    left, baseline = frame.title_place
    if struck:
        graph.set_positions({"w": (left - 40.0, baseline - 120.0)})
    return Picture(graph, read(graph))


@pytest.mark.parametrize("struck", [False, True])
def test_a_title_lies_over_the_edges_and_has_a_ground_where_one_runs_through_it(struck) -> None:
    shapes = draw(framed(struck=struck), LIGHT).shapes
    kinds = [(type(shape), getattr(shape, "role", None)) for shape in shapes]
    (title,) = (k for k, (_, role) in enumerate(kinds) if role is Role.GROUP)
    assert max(k for k, (kind, _) in enumerate(kinds) if kind is Way) < title
    pills = [shape for shape in shapes if isinstance(shape, Pill)]
    assert len(pills) == struck
    if pills:
        assert (pills[0].colour, pills[0].opacity) == (LIGHT.frame, 1.0)
        text = shapes[title]
        assert pills[0].holds(text.left, text.baseline - text.text.ascent)
        assert pills[0].holds(text.left + text.text.width, text.baseline)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_nothing_of_an_edge_is_seen_between_the_letters(theme: Theme) -> None:
    """The canvas shows the title as it looks where no edge comes near."""
    struck, clear = (_title_seen(framed(struck=one), theme) for one in (True, False))
    assert np.abs(struck.astype(int) - clear).max() <= 2
    assert np.ptp(clear) > 40  # it is written


def _title_seen(picture: Picture, theme: Theme) -> np.ndarray:
    """Return the pixels of a frame's title on the canvas, at 100 %."""
    (frame,) = picture.frames()
    left, baseline = frame.title_place
    size = round(frame.title.width), 12
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(theme.background)
    with QPainter(image) as painter:
        painter.translate(-left, 10.0 - baseline)
        for _ in paint_slices(painter, picture, theme):
            pass
    return np.array(image.constBits()).reshape(size[1], -1)
