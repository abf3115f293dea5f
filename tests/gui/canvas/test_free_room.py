"""Free room for several cards at once, found without computing or drawing them once more."""

from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt

import engine
from gui.canvas.places import free_room
from gui.canvas.places.free_room import Room, Way
from gui.commands import fold, group
from gui.picture.picture import Picture
from gui.run import OfLeaves

CTRL = Qt.KeyboardModifier.ControlModifier

ways = st.sampled_from([Way(axis, sign) for axis, sign in product((0, 1), (1.0, -1.0))])
spans = st.tuples(st.integers(-30, 30), st.integers(-30, 30), st.integers(1, 9), st.integers(1, 9))


def box_at(span: tuple[int, int, int, int]) -> tuple[float, float, float, float]:
    x, y, width, height = span
    return x * 13.0, y * 13.0, (x + width) * 13.0, (y + height) * 13.0


@given(st.lists(spans, max_size=30), spans, ways, st.sampled_from([0.0, 40.0]))
def test_a_way_leads_to_the_first_free_place_of_the_grid(taken, span, way, least) -> None:
    room, box = Room(np.array([box_at(one) for one in taken]).reshape(-1, 4)), box_at(span)
    far = abs(sum(room.way_on(box, way, least)))

    def free(at: float) -> bool:
        x, y = way.by(at)
        return room.is_free((box[0] + x, box[1] + y, box[2] + x, box[3] + y), free_room._AIR)

    assert free(far)
    assert far == least or far % 10.0 == 0.0
    assert not any(map(free, np.arange(least, far, 10.0).tolist()))


def test_a_way_past_many_boxes_is_found_in_one_go(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, real = [], free_room.up_to_grid
    monkeypatch.setattr(free_room, "up_to_grid", lambda way: asked.append(way) or real(way))
    places = np.arange(5000) * 30.0
    room = Room(np.stack([places, places * 0.0, places + 20.0, places * 0.0 + 20.0], axis=1))
    way, far = room.nearest_way((0.0, -70_000.0, 20.0, 70_000.0), (0.0, 0.0))
    assert (way, far) == (Way(0, -1.0), (-40.0, 0.0))
    assert len(asked) <= 4  # once each way


@pytest.fixture
def compiled(monkeypatch: pytest.MonkeyPatch) -> list[engine.Graph]:
    """All graphs with nodes that are compiled from here on."""
    graphs: list[engine.Graph] = []
    real = engine.compile

    def compile_too(graph: engine.Graph, **how: bool) -> object:
        graphs.extend([graph] * bool(len(graph)))
        return real(graph, **how)

    monkeypatch.setattr(engine, "compile", compile_too)
    return graphs


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Picture]:
    """All pictures that are drawn to find free room."""
    pictures: list[Picture] = []

    def draw(*asked: Any) -> Picture:
        pictures.append(Picture(*asked))
        return pictures[-1]

    monkeypatch.setattr(free_room, "Picture", draw)
    return pictures


@pytest.mark.parametrize("chosen", [{"w"}, {"w", "x", "c"}, set("wxcbadyJ")])
def test_ctrl_d_neither_computes_nor_draws_the_copies_to_place_them(
    unit, compiled, drawn, chosen
) -> None:
    unit.canvas.select(chosen)
    unit.key(Qt.Key.Key_D, CTRL)
    assert len(unit.graph) == 8 + len(chosen)
    assert all(graph is unit.graph for graph in compiled)
    assert drawn == []


def test_what_a_copy_takes_is_read_off_the_picture(unit) -> None:
    canvas = unit.canvas
    canvas.document.do(group(unit.graph, {"w", "x", "c"}, "Product"))
    picture = canvas.picture
    box = free_room.box_of_copy(picture, {"w", "x", "c"})
    assert box == pytest.approx(picture.frames()[0].box)
    row = picture.index["c"]
    assert free_room.box_of_copy(picture, {"c"}) == tuple(picture.rectangles()[row])
    canvas.document.do(fold(unit.graph, [picture.frames()[0].group.id], folded=True))
    picture = canvas.picture
    row = picture.index["c"]
    box = free_room.box_of_copy(picture, {"w", "x", "c"})
    assert box == tuple(picture.rectangles()[row])


@pytest.mark.parametrize("free", [True, False])
def test_what_is_pasted_is_drawn_only_where_there_is_little_room(
    unit, compiled, drawn, free
) -> None:
    unit.canvas.select({"w", "x", "c"})
    unit.key(Qt.Key.Key_C, CTRL)
    x, y = unit.middle("a")
    unit.canvas.look_at(QPointF(x, y + 2000.0 * free), 1.0)
    unit.move((x, y + 2000.0 * free))
    unit.key(Qt.Key.Key_V, CTRL)
    assert len(unit.graph) == 11
    assert all(graph is unit.graph for graph in compiled)
    assert len(drawn) == (0 if free else 1)


def test_before_anything_is_computed_leaves_have_their_values(unit) -> None:
    seen = OfLeaves(unit.graph)
    assert (seen.value("w"), seen.value("c"), seen.output) == (2.0, None, None)
    assert seen.problem("c")
