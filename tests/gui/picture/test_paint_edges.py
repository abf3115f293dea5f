"""How edges are drawn: round at any scale, and each the way it runs, however many are in view."""

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

import engine
from gui.picture import paint_edges as painting
from gui.picture.curve import flatten
from gui.picture.paint_edges import paint_edges
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import LIGHT

OFF = 0.3  # pixels that what is drawn may be off the curve


@pytest.fixture(scope="module")
def picture(qapp: object) -> Picture:
    """Return a picture in which some edges are led around cards, some back to the left."""
    del qapp
    rng = np.random.default_rng(4)
    graph = engine.Graph()
    for k in range(40):
        place = (k % 8 * 260.0, k // 8 * 150.0 + rng.uniform(0, 60))
        if k < 8:
            graph.parameter(f"n{k}", 1.0, position=place)
        else:
            a, b = (f"n{i}" for i in rng.integers(0, k, 2).tolist())
            graph.op("add", a, b, name=f"n{k}", position=place)
    return Picture(graph, read(graph))


def off(points: np.ndarray, segments: np.ndarray) -> float:
    """Return how far the points are from straight pieces at most."""
    starts, ways = segments[:, :2], segments[:, 2:] - segments[:, :2]
    from_start = points[:, None] - starts
    along = (from_start * ways).sum(axis=2) / np.maximum((ways**2).sum(axis=1), 1e-12)
    nearest = starts + along.clip(0.0, 1.0)[..., None] * ways
    return float(np.hypot(*(points[:, None] - nearest).T).min(axis=0).max())


@pytest.mark.parametrize("scale", [0.1, 0.62, 1.0, 3.0])
def test_edges_are_round_at_any_scale(picture: Picture, scale: float) -> None:
    assert 10 < len(picture.special) < len(picture.edges)
    for i in range(len(picture.edges)):
        segments = picture.segments(np.array([i]), scale, 0.0)
        way = picture.way(i)
        fine = np.concatenate([flatten(part) for part in cut_up(way)])
        assert off(fine, segments) * scale < OFF
        curve = np.concatenate([fine[:-1], fine[1:]], axis=1)
        assert off(segments.reshape(-1, 2), curve) * scale < OFF
        assert tuple(segments[-1, 2:]) == tuple(way[-1])


def cut_up(way: np.ndarray) -> list[np.ndarray]:
    """Return the curves of a way cut into halves three times, so that straight pieces tell them."""
    curves = [way[k : k + 4] for k in range(0, len(way) - 1, 3)]
    for _ in range(3):
        curves = [half for curve in curves for half in halves(curve)]
    return curves


def halves(curve: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    one = (curve[:-1] + curve[1:]) / 2
    two = (one[:-1] + one[1:]) / 2
    middle = (two[0] + two[1]) / 2
    return (
        np.array([curve[0], one[0], two[0], middle]),
        np.array([middle, two[1], one[2], curve[3]]),
    )


def test_a_small_bend_takes_few_pieces_and_a_level_edge_one(picture: Picture) -> None:
    plain = np.array(sorted(set(range(len(picture.edges))) - picture.special))
    small, large = (len(picture.segments(plain, scale, 0.0)) for scale in (0.05, 1.0))
    assert small < large / 2
    graph = engine.Graph()
    graph.op("relu", graph.parameter("a", 1.0, position=(0.0, 0.0)), name="b", position=(300.0, 0))
    level = Picture(graph, read(graph)).segments(np.array([0]), 1.0, 10.0)
    assert len(level) == 1
    assert level[0, 1] == level[0, 3]


@pytest.mark.parametrize("coarse", [True, False])
def test_no_edge_is_no_piece(picture: Picture, coarse: bool) -> None:
    none = np.empty(0, dtype=np.intp)
    assert picture.segments(none, 1.0, 0.0, coarse=coarse).shape == (0, 4)


def test_in_a_crowd_edges_run_as_they_do_alone(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A led edge was drawn twice there: along its way, and straight through the cards."""
    few = drawn(picture)
    monkeypatch.setattr(painting, "CROWDED", 0)
    np.testing.assert_array_equal(drawn(picture), few)


def drawn(picture: Picture) -> np.ndarray:
    image = QImage(2200, 1000, QImage.Format.Format_RGB32)
    image.fill(LIGHT.background)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(150.0, 150.0)
        for _ in paint_edges(painter, picture, LIGHT, np.arange(len(picture.edges))):
            pass
    return np.array(image.constBits()).reshape(1000, 2200, 4)
