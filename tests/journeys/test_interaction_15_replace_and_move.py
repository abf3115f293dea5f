"""Point 15: an occupied port is replaced, an edge is taken off its port; Esc restores."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt

from engine.formats.chainrule_file import dumps


def hold_at(unit: Hands, start, at) -> None:
    unit.press(start)
    unit.carry((at[0] - 40, at[1] + 60))
    unit.carry(at)


def test_the_new_edge_takes_the_place_of_the_old_as_one_step(unit: Hands):
    before = dumps(unit.graph)
    unit.drag(unit.out("x"), unit.port("a", 1))
    assert unit.graph.inputs("a") == ("c", "x")
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_the_old_edge_is_dashed_while_the_new_one_is_valid_and_stays_where_it_is_not(unit: Hands):
    unit.canvas.zoom_to(1.5)
    unit.canvas.centre_on("d")
    before, port = dumps(unit.graph), unit.port("d", 1)
    assert not unit.is_dashed("d", 1)
    hold_at(unit, unit.out("b"), port)
    assert unit.is_dashed("d", 1)
    assert dumps(unit.graph) == before
    unit.key(Qt.Key.Key_Escape)
    unit.release(port)
    hold_at(unit, unit.out("J"), port)
    assert not unit.is_dashed("d", 1)
    unit.release(port)
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("grip", ["port", "head"])
def test_an_edge_comes_off_its_port(unit: Hands, grip: str):
    x, y = unit.port("J", 0)
    start = (x, y) if grip == "port" else (x - 20, y)
    unit.press(start)
    unit.carry((x - 10, y + 100))
    assert unit.is_dashed("J", 0)
    unit.carry((x - 10, y + 170))
    unit.release((x - 10, y + 170))
    assert unit.graph.inputs("J") == (None,)
    assert unit.canvas.entry.prompt is None
    assert unit.steps == 1


def test_on_another_port_it_moves_there_and_shows_both_that_go(unit: Hands):
    before = dumps(unit.graph)
    port = unit.port("a", 1)
    hold_at(unit, unit.port("c", 0), port)
    assert unit.is_dashed("c", 0)
    assert unit.is_dashed("a", 1)
    unit.release(port)
    assert unit.graph.inputs("c") == (None, "x")
    assert unit.graph.inputs("a") == ("c", "w")
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_esc_leaves_it_on_its_port_and_a_click_selects_it(unit: Hands):
    before, (x, y) = dumps(unit.graph), unit.port("J", 0)
    unit.press((x, y))
    unit.carry((x, y + 200))
    unit.key(Qt.Key.Key_Escape)
    unit.release((x, y + 200))
    assert dumps(unit.graph) == before
    unit.key(Qt.Key.Key_Escape)
    unit.click((x, y))
    assert unit.canvas.hand.gesture is None
    assert [edge.target for edge in unit.canvas.selection.edges] == ["J"]
    assert dumps(unit.graph) == before


def tail(unit: Hands, target: str, port: int) -> tuple[float, float]:
    """Return a point on an edge, a little behind the port that it leaves."""
    line = unit.canvas.picture.lines[unit.canvas.picture.edge_index[target, port]]
    x, y = next(point for point in line if point[0] - line[0][0] > 14.0)
    assert x - line[0][0] < 28.0
    return float(x), float(y)


def test_the_other_end_moves_to_another_source_as_one_step(unit: Hands):
    before, start, goal = dumps(unit.graph), tail(unit, "J", 0), unit.out("b")
    unit.move(start)
    assert unit.view.cursor().shape() is Qt.CursorShape.CrossCursor
    unit.press(start)
    unit.carry((start[0] - 30, start[1] + 80))
    unit.carry(goal)
    assert unit.is_dashed("J", 0)
    assert dumps(unit.graph) == before
    unit.release(goal)
    assert unit.graph.inputs("J") == ("b",)
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before
    unit.canvas.document.redo()
    assert unit.graph.inputs("J") == ("b",)


def test_the_other_end_is_told_why_it_cannot_leave_there(unit: Hands):
    said = unit.listen()
    before, start = dumps(unit.graph), tail(unit, "d", 0)
    unit.press(start)
    unit.carry((start[0], start[1] + 60))
    unit.carry(unit.middle("J"))
    assert unit.canvas.hand.gesture._reason == "J would depend on itself: J → d → J"
    unit.release(unit.middle("J"))
    assert said == ["J would depend on itself: J → d → J"]
    assert dumps(unit.graph) == before
    assert unit.steps == 0


def test_the_other_end_comes_off_and_esc_or_its_own_card_leave_it(unit: Hands):
    before, start = dumps(unit.graph), tail(unit, "J", 0)
    away = (start[0], start[1] + 170)
    unit.press(start)
    unit.carry(away)
    unit.key(Qt.Key.Key_Escape)
    unit.release(away)
    assert dumps(unit.graph) == before
    unit.press(start)
    unit.carry(away)
    unit.carry(unit.middle("d"))
    unit.release(unit.middle("d"))
    assert dumps(unit.graph) == before
    unit.click(start)
    assert unit.canvas.hand.gesture is None
    assert [edge.target for edge in unit.canvas.selection.edges] == ["J"]
    unit.drag(start, away)
    assert unit.graph.inputs("J") == (None,)
    assert unit.canvas.entry.prompt is None
    assert unit.steps == 1
