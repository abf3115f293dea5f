"""Free room for several cards at once."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.canvas import free_room
from gui.canvas.free_room import Room, Way

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
