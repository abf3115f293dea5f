"""Cutting edges with a stroke; moving, replacing and growing are in test_drawing_edges."""

from hands import drag_to
from PySide6.QtCore import Qt

from engine.formats.chainrule_file import dumps

CTRL = Qt.KeyboardModifier.ControlModifier
RIGHT = Qt.MouseButton.RightButton


def ends(hands) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return both ends of a stroke between c and a, across the edges of w·x and b."""
    x, y = hands.port("a", 0)
    _, below = hands.port("a", 1)
    return (x - 12.0, y - 30.0), (x - 14.0, below + 25.0)


def test_a_stroke_cuts_the_edges_it_crosses_in_one_step(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.drag(*ends(linear_unit), CTRL, RIGHT)
    assert linear_unit.graph.inputs("a") == (None, None)
    assert linear_unit.graph.inputs("c") == ("w", "x")
    assert linear_unit.graph.inputs("d") == ("a", "y")
    assert linear_unit.steps == 1
    linear_unit.canvas.document.undo()
    assert dumps(linear_unit.graph) == before


def test_a_stroke_is_drawn_and_what_it_crosses_is_dashed(linear_unit):
    start, end = ends(linear_unit)
    linear_unit.press(start, CTRL, RIGHT)
    drag_to(linear_unit.view, linear_unit.pixel(*start), RIGHT, CTRL)
    plain = linear_unit.view.grab().toImage()
    drag_to(linear_unit.view, linear_unit.pixel(*end), RIGHT, CTRL)
    assert linear_unit.view.grab().toImage() != plain
    assert linear_unit.canvas.hand.gesture._across == [2, 3]
    linear_unit.key(Qt.Key.Key_Escape)
    assert linear_unit.canvas.hand.gesture is None


def test_a_stroke_across_nothing_is_no_step(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.drag((x - 60, y - 90), (x + 200, y - 80), CTRL, RIGHT)
    assert linear_unit.steps == 0


def test_the_right_button_alone_cuts_nothing(linear_unit):
    linear_unit.drag(*ends(linear_unit), button=RIGHT)
    assert linear_unit.steps == 0


def test_esc_cuts_nothing(linear_unit):
    start, end = ends(linear_unit)
    linear_unit.press(start, CTRL, RIGHT)
    linear_unit.carry(end)
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.release(end, CTRL, RIGHT)
    assert linear_unit.steps == 0
