"""Edges are drawn, moved, replaced and taken off, by real mouse events."""

import numpy as np
import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine.formats.chainrule_file import dumps
from gui.canvas.gestures.connect import Connect


def stands_free(hands: Hands, source: str) -> bool:
    """Tell whether the sum below a card lies on no other."""
    picture = hands.canvas.picture
    row = picture.index[source]
    left, top, right, bottom = picture.sum_label(row).box()
    boxes = np.delete(picture.rectangles(), row, axis=0)
    beside = (boxes[:, 2] <= left) | (boxes[:, 0] >= right)
    return bool((beside | (boxes[:, 3] <= top) | (boxes[:, 1] >= bottom)).all())


def test_dropped_on_a_card_an_edge_takes_the_first_free_port_and_a_full_sum_grows(apart):
    apart.drag(apart.out("w"), apart.middle("a"))
    apart.drag(apart.out("x"), apart.middle("a"))
    assert apart.graph.inputs("a") == ("w", "x")
    apart.drag(apart.out("c"), apart.middle("a"))
    assert apart.graph.inputs("a") == ("w", "x", "c")
    assert apart.steps > 3


def test_an_edge_that_has_just_begun_makes_no_loop_about_its_port(linear_unit):
    x, y = linear_unit.out("y")
    beside = x - 6.0, y  # the pointer hits a port from either side
    linear_unit.move(beside)
    linear_unit.press(beside)
    linear_unit.release(beside)
    assert isinstance(linear_unit.canvas.hand.gesture, Connect)
    image, ratio = linear_unit.view.grab().toImage(), linear_unit.view.devicePixelRatioF()
    accent = QColor(linear_unit.canvas.theme.accent).rgb()
    far = [
        (dx, dy)
        for dx in range(-100, 101)
        for dy in range(30, 101)
        if image.pixel(linear_unit.pixel(x + dx, y + dy) * ratio) == accent
    ]
    assert far == []


def test_one_source_may_feed_two_ports(apart):
    apart.drag(apart.out("x"), apart.port("c", 0))
    apart.drag(apart.out("x"), apart.port("c", 1))
    assert apart.graph.inputs("c") == ("x", "x")


@pytest.mark.parametrize("source", ["w", "b", "d"])
def test_a_second_edge_brings_room_for_the_sum_below_its_source(linear_unit, source):
    """Leaves stand close: the sum below one lay on the next, and neither could be read."""
    linear_unit.drop("tanh", (250.0, 320.0))
    before, steps = dumps(linear_unit.graph), linear_unit.steps
    linear_unit.drag(linear_unit.out(source), linear_unit.port(linear_unit.graph.nodes()[-1], 0))
    assert stands_free(linear_unit, source)
    assert linear_unit.steps == steps + 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_what_is_typed_about_a_leaf_brings_room_for_its_sum(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("v = tanh(w)")
    assert linear_unit.graph.inputs("v") == ("w",)
    assert stands_free(linear_unit, "w")
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_two_edges_at_once_bring_room_for_the_sum(linear_unit):
    """The output has no edge yet; squared as J·J it has two."""
    linear_unit.drop("tanh", (linear_unit.middle("J")[0], linear_unit.middle("J")[1] + 55.0))
    before = dumps(linear_unit.graph)
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.write("v = J*J")
    assert linear_unit.graph.inputs("v") == ("J", "J")
    assert stands_free(linear_unit, "J")
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_a_source_that_already_has_its_sum_moves_nothing(linear_unit):
    for x in (250.0, 450.0):
        linear_unit.drop("tanh", (x, 320.0))
    first, second = linear_unit.graph.nodes()[-2:]
    linear_unit.drag(linear_unit.out("w"), linear_unit.port(first, 0))
    places = linear_unit.canvas.picture.centres.copy()
    linear_unit.drag(linear_unit.out("w"), linear_unit.port(second, 0))
    assert (linear_unit.canvas.picture.centres == places).all()
    assert len(linear_unit.graph.consumers("w")) == 3


def test_an_edge_that_is_moved_is_no_second_one_and_moves_nothing(linear_unit):
    linear_unit.drop("tanh", (250.0, 320.0))
    places = linear_unit.canvas.picture.centres.copy()
    linear_unit.drag(linear_unit.port("c", 0), linear_unit.port(linear_unit.graph.nodes()[-1], 0))
    assert [edge.port for edge in linear_unit.graph.consumers("w")] == [0]
    assert linear_unit.graph.inputs("c")[0] is None
    assert (linear_unit.canvas.picture.centres == places).all()


def test_an_occupied_port_is_replaced_in_one_step(apart):
    apart.drag(apart.out("w"), apart.port("c", 0))
    count, before = apart.steps, dumps(apart.graph)
    apart.drag(apart.out("x"), apart.port("c", 0))
    assert apart.graph.inputs("c") == ("x", None)
    assert apart.steps == count + 1
    apart.canvas.document.undo()
    assert dumps(apart.graph) == before


def test_an_edge_taken_off_its_port_is_removed_on_empty_canvas(linear_unit):
    x, y = linear_unit.port("J", 0)
    linear_unit.drag((x, y), (x - 40, y + 160))
    assert linear_unit.graph.inputs("J") == (None,)
    assert linear_unit.steps == 1


def test_an_edge_taken_off_its_port_moves_to_another(linear_unit):
    linear_unit.canvas.document.graph.remove_edge("y", "d", 1)
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.drag(linear_unit.port("d", 0), linear_unit.port("d", 1))
    assert linear_unit.graph.inputs("d") == (None, "a")
    assert linear_unit.steps == 1


def test_esc_leaves_an_edge_where_it_was(linear_unit):
    before = dumps(linear_unit.graph)
    x, y = linear_unit.port("J", 0)
    linear_unit.press((x, y))
    linear_unit.carry((x, y + 200))
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.release((x, y + 200))
    assert dumps(linear_unit.graph) == before


def test_a_cycle_is_refused_with_its_path(linear_unit):
    said = linear_unit.listen()
    before = dumps(linear_unit.graph)
    linear_unit.drag(linear_unit.out("d"), linear_unit.port("a", 0))
    assert dumps(linear_unit.graph) == before
    assert said == ["d would depend on itself: d → a → d"]


def test_a_node_cannot_feed_itself_and_a_leaf_takes_nothing(linear_unit):
    said = linear_unit.listen()
    linear_unit.drag(linear_unit.out("c"), linear_unit.port("c", 0))
    linear_unit.drag(linear_unit.out("c"), linear_unit.middle("y"))
    assert said == ["a node cannot feed itself", "y is a leaf (input): no edge leads into it"]
    assert linear_unit.steps == 0
