"""The pieces of a picture tell which cards and frames are selected."""

from collections.abc import Iterator

import numpy as np
import pytest

import engine
from gui.picture.picture import Picture
from gui.picture.piece import boxes_of, pieces
from gui.run import read

pytestmark = pytest.mark.usefixtures("qapp")


class Unwalked(set[str]):
    """A selection that may be asked, but takes long to walk."""

    def __iter__(self) -> Iterator[str]:
        raise AssertionError


def picture() -> Picture:
    graph = engine.Graph()
    for k in range(8):
        graph.parameter(f"n{k}", float(k), position=(200.0 * k, 0.0))
    graph.groups = [
        engine.Group("inner", "I", ("n2", "n3")),
        engine.Group("outer", "O", ("n2", "n3", "n4"), folded=True),
        engine.Group("open", "P", ("n5", "n6")),
    ]
    return Picture(graph, read(graph))


def marks(picture: Picture, selected: set[str]) -> list[bool]:
    """Return of all cards, then of all frames, whether they count as selected."""
    rows = np.arange(len(picture.names))
    found = pieces(picture, rows, np.empty(0, dtype=np.intp), selected)
    return [key[-1] for key in found if isinstance(key, tuple) and isinstance(key[-1], bool)]


def test_a_card_is_selected_where_any_node_of_it_is_and_a_frame_where_all_in_it_are() -> None:
    drawn = picture()
    assert len(drawn.names) == 6
    assert len(drawn.frames()) == 1
    for selected in [set(), {"n3"}, {"n4", "n5"}, {"n5", "n6"}, {"n0", "gone"}]:
        rows = {drawn.index[name] for name in selected if name in drawn.index}
        frames = [rows.issuperset(frame.rows) for frame in drawn.frames()]
        assert marks(drawn, selected) == [row in rows for row in range(6)] + frames


def test_the_selection_is_not_walked_for_it() -> None:
    drawn = picture()
    assert all(marks(drawn, Unwalked(f"n{k}" for k in range(8))))


@pytest.mark.parametrize("count", [3, 4000])
def test_boxes_hold_all_of_long_lines_and_are_not_the_more_the_more_lines_there_are(count) -> None:
    rng = np.random.default_rng(count)
    lines = {k: rng.uniform(-40_000.0, 40_000.0, (3, 2)) for k in range(count)}
    boxes = boxes_of(lines, lines)
    assert len(boxes) < 40_000
    for line in list(lines.values())[:40]:
        for share in (0.0, 0.31, 0.77, 1.0):
            x, y = line[0] + share * (line[1] - line[0])
            across = (boxes[:, 0] <= x) & (x <= boxes[:, 2])
            assert (across & (boxes[:, 1] <= y) & (y <= boxes[:, 3])).any()
