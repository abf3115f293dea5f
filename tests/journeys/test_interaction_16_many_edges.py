"""Point 16: x*x, ports that grow, edges that are cut, edges and ports that light."""

from hands import Hands
from PySide6.QtCore import Qt

from engine.formats.chainrule_file import dumps
from gui.theme import LIGHT

CTRL = Qt.KeyboardModifier.ControlModifier


def test_x_times_x_is_legal(unit: Hands):
    unit.drag(unit.out("x"), unit.port("c", 0))
    assert unit.graph.inputs("c") == ("x", "x")
    unit.canvas.evaluation.flush()
    assert unit.canvas.evaluation.readings.value("c") == 4.0


def test_a_full_variadic_op_grows_a_port_and_shows_where(unit: Hands):
    before = unit.graph.inputs("a")
    unit.press(unit.out("x"))
    at = unit.middle("a")
    unit.carry((at[0] - 20, at[1] + 90))
    unit.carry(at)
    goal = unit.canvas.hand.gesture._goal
    assert goal.port == 2
    unit.release(at)
    assert unit.graph.inputs("a") == (*before, "x")
    assert unit.canvas.picture.cards[unit.canvas.picture.index["a"]].ports == 3
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert unit.graph.inputs("a") == before


def test_what_a_grown_card_would_lie_on_gives_way_in_the_same_step(unit: Hands):
    canvas = unit.canvas
    card, other = (canvas.picture.rectangles()[canvas.picture.index[name]] for name in "ay")
    unit.drag(
        unit.middle("y"), (unit.middle("a")[0], card[3] + (other[3] - other[1]) / 2 + 8), CTRL
    )
    before = dumps(unit.graph)
    steps = unit.steps
    unit.drag(unit.out("x"), unit.middle("a"))
    assert len(unit.graph.inputs("a")) == 3
    boxes = canvas.picture.rectangles()
    grown, other = (boxes[canvas.picture.index[name]] for name in "ay")
    assert other[1] >= grown[3] or other[3] <= grown[1]
    assert unit.steps == steps + 1
    canvas.document.undo()
    assert dumps(unit.graph) == before


def test_an_op_that_is_full_and_cannot_grow_replaces_the_nearest(unit: Hands):
    at = unit.middle("d")
    unit.drag(unit.out("x"), (at[0], at[1] + 12))
    assert unit.graph.inputs("d") == ("a", "x")


def test_ctrl_and_right_drag_cut_the_edges_across_the_stroke(unit: Hands):
    before = dumps(unit.graph)
    x, y = unit.port("c", 0)
    low = unit.port("c", 1)[1]
    unit.drag((x - 40, y - 40), (x - 40, low + 40), CTRL, Qt.MouseButton.RightButton)
    assert unit.graph.inputs("c") == (None, None)
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_an_edge_under_the_pointer_or_selected_is_thick_with_both_ports_lit(unit: Hands):
    middle = unit.edge("a", 0)
    ends = unit.edge("a", 0, 0.0), unit.edge("a", 0, 1.0)

    def lit() -> bool:
        return all(unit.ink(at) == LIGHT.accent for at in ends)

    assert not lit()
    unit.carry(middle, held=False)
    assert lit()
    unit.click(middle)
    unit.carry((middle[0], middle[1] - 250), held=False)
    assert lit()
    unit.key(Qt.Key.Key_Escape)
    assert not lit()
