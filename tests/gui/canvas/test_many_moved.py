"""Many cards that are moved together: outlines follow the hand, the cards stay until the drop."""

import pytest
from PySide6.QtGui import QColor

from engine.formats.chainrule_file import dumps
from gui.canvas.gestures import move
from gui.picture.shown import place_of


@pytest.fixture
def many(linear_unit, monkeypatch):
    """All cards of the linear unit selected, and more of them than are moved at once."""
    monkeypatch.setattr(move, "_MOST_SHOWN", 2)
    linear_unit.canvas.snaps = False
    linear_unit.canvas.select_all()
    return linear_unit


def _places(hands):
    return {name: place_of(hands.graph, name) for name in hands.graph.nodes()}


def _accent_seen(hands, at):
    """Tell whether a line in the accent's colour is near a point."""
    image, pixel = hands.view.grab().toImage(), hands.pixel(*at)
    wanted = QColor(hands.canvas.theme.accent)
    near = [
        image.pixelColor(pixel.x() + dx, pixel.y() + dy) for dx in range(-2, 3) for dy in (0, 3)
    ]
    return any(colour == wanted for colour in near)


def test_their_outlines_follow_the_hand_and_they_move_with_the_drop(many):
    before, bytes_before = _places(many), dumps(many.graph)
    x, y = many.middle("c")
    many.press((x, y))
    many.carry((x + 60.0, y))
    many.carry((x + 60.0, y + 90.0))
    assert _places(many) == before
    assert not many.canvas.document.previewing
    left = x + 60.0 - many.canvas.picture.sizes[many.canvas.picture.index["c"], 0] / 2
    assert _accent_seen(many, (left, y + 90.0))
    many.release((x + 60.0, y + 90.0))
    after = _places(many)
    for name, place in before.items():
        way = after[name][0] - place[0], after[name][1] - place[1]
        assert way == pytest.approx((60.0, 90.0), abs=3.0)
    many.canvas.document.undo()
    assert dumps(many.graph) == bytes_before


def test_a_drag_of_many_that_is_given_up_moves_none(many):
    before = dumps(many.graph)
    x, y = many.middle("c")
    many.press((x, y))
    many.carry((x + 60.0, y + 90.0))
    many.canvas.hand.cancel()
    assert dumps(many.graph) == before
    assert not many.canvas.document.history.canUndo()
