"""A card that was dropped on another lies on it, where it is seen and where it is pressed."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

import engine
from gui.commands import DeleteNodes, MoveNodes, RenameNode
from gui.commands.groups import fold
from gui.picture.hit import card_at
from gui.picture.lit import Lit
from gui.theme import Ink


def _drop(hands: Hands, name: str, on: str, by: float = 0.0) -> None:
    hands.drag(hands.middle(name), (hands.middle(on)[0] + by, hands.middle(on)[1]), _FREE)


_FREE = Qt.KeyboardModifier.ControlModifier


def _upper(hands: Hands, name: str) -> str:
    """Return the node of the card that is pressed at the middle of another."""
    row = card_at(hands.canvas.picture, *hands.middle(name))
    assert row is not None
    return hands.canvas.picture.names[row]


def _alone(hands: Hands, name: str) -> list[QColor]:
    """Return what is seen of a card but for its border and ports."""
    image, (x, y) = hands.view.grab().toImage(), hands.pixel(*hands.middle(name)).toTuple()
    return [image.pixelColor(x + dx, y + dy) for dx in range(-16, 16) for dy in range(-8, 8)]


def test_the_card_dropped_last_lies_on_top_until_it_is_moved_off(linear_unit: Hands) -> None:
    hands = linear_unit
    before = _alone(hands, "w")
    _drop(hands, "w", "a")
    assert _upper(hands, "a") == "w"
    hands.canvas.select(set())
    assert _alone(hands, "w") == before  # nothing of a is seen through it
    _drop(hands, "x", "a", by=8.0)
    assert _upper(hands, "a") == _upper(hands, "w") == "x"
    _drop(hands, "x", "J")
    assert (_upper(hands, "a"), _upper(hands, "J")) == ("w", "x")
    hands.drag(hands.middle("x"), (hands.middle("x")[0], hands.middle("x")[1] + 200.0), _FREE)
    assert hands.canvas.lifted_in_order == [[hands.canvas.picture.index["w"]]]


def test_a_drag_that_is_given_up_leaves_what_lay_on_top(linear_unit: Hands) -> None:
    hands = linear_unit
    _drop(hands, "w", "a")
    lay = hands.canvas.picture.on_top
    hands.press(hands.middle("x"))
    hands.carry(hands.middle("a"))
    assert len(hands.canvas.picture.on_top) == 2
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.picture.on_top == lay


def test_what_lies_on_top_stays_there_in_a_picture_made_anew(linear_unit: Hands) -> None:
    hands = linear_unit
    _drop(hands, "w", "a")
    hands.canvas.document.do(DeleteNodes(["J"]))
    assert _upper(hands, "a") == "w"
    hands.canvas.document.undo()
    assert _upper(hands, "a") == "w"


def test_what_lies_on_top_stays_there_under_another_name(linear_unit: Hands) -> None:
    hands = linear_unit
    _drop(hands, "w", "a")
    hands.canvas.document.do(RenameNode("w", "weight"))
    assert _upper(hands, "a") == "weight"
    hands.canvas.document.undo()
    assert _upper(hands, "a") == "w"


def test_a_folded_group_of_many_nodes_is_one_card_that_lies_on_top(hands: Hands) -> None:
    graph = engine.Graph()
    graph.parameter("first", 1.0, position=(0.0, 0.0))
    inner = [graph.op("square", "first", name=f"n{k}", position=(300.0, 0.0)) for k in range(60)]
    graph.parameter("last", 1.0, position=(300.0, 300.0))
    graph.groups = (engine.Group("g", "Many", tuple(inner), folded=True),)
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    _drop(hands, "n0", "last")
    row = hands.canvas.picture.index["n0"]
    assert card_at(hands.canvas.picture, *hands.middle("last")) == row
    assert hands.canvas.lifted_in_order == [[row]]


@pytest.mark.parametrize("dropped", ["a", "b"])
def test_a_card_on_top_that_folds_with_others_is_pressed_where_it_is_seen(
    hands: Hands, dropped: str
) -> None:
    graph = engine.Graph()
    for k, name in enumerate("abcd"):
        graph.parameter(name, 1.0, position=(200.0 * k, 0.0))
    graph.groups = (engine.Group("g", "Two", ("a", "b")),)
    hands.canvas.document.reset(graph)
    hands.canvas.fit()
    _drop(hands, dropped, "d")
    hands.canvas.document.do(fold(graph, ["g"], folded=True))
    hands.canvas.document.do(MoveNodes({"d": hands.middle("a")}))
    row = hands.canvas.picture.index["a"]
    assert hands.canvas.lifted == {row}
    assert card_at(hands.canvas.picture, *hands.middle("d")) == row


def test_no_name_is_read_through_a_card_that_was_laid_on_it(linear_unit: Hands) -> None:
    hands = linear_unit
    before = _alone(hands, "x")
    hands.canvas.document.do(MoveNodes({"w": hands.middle("x")}))
    assert _alone(hands, "x") == before


def test_a_lesson_shows_on_top_what_lies_there(linear_unit: Hands) -> None:
    hands = linear_unit
    before = _alone(hands, "w")
    _drop(hands, "w", "a")
    hands.canvas.select(set())
    hands.canvas.light(Lit(Ink.VALUE, nodes=frozenset({"J"})))
    assert _alone(hands, "w") == before
