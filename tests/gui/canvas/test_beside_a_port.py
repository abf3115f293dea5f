"""What a press between a leaf's number and its output takes, where the view is zoomed out."""

import math

import pytest
from hands import Hands
from PySide6.QtCore import Qt

import engine
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.scrub import Scrub


@pytest.mark.parametrize(
    ("number", "gesture"), [(2.0, Scrub), (math.inf, Connect)], ids=["2", "infinity"]
)
def test_a_number_keeps_its_room_only_where_it_can_be_dragged(
    hands: Hands, number: float, gesture: type
) -> None:
    graph = engine.Graph()
    graph.input("x", number, position=(0.0, 0.0))
    hands.canvas.document.reset(graph)
    hands.canvas.evaluation.flush()
    hands.canvas.fit()
    while hands.canvas.viewpoint.scale > 0.75:
        hands.wheel(-60, Qt.KeyboardModifier.ControlModifier)
    x, y = hands.out("x")
    hands.press((x - 15.5, y))
    assert isinstance(hands.canvas.hand.gesture, gesture)
    hands.key(Qt.Key.Key_Escape)
    hands.release((x - 15.5, y))
