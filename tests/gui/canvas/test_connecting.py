"""Where an edge may go: what is hit, what is shown over legal and illegal ports."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from engine.formats.chainrule_file import dumps
from gui.commands import Disconnect
from gui.theme import DARK, LIGHT, Theme


def hold(hands, source: str, at) -> None:
    """Draw an edge from `source` to a point and keep the button pressed."""
    hands.press(hands.out(source))
    hands.carry((at[0] - 40, at[1] + 60))
    hands.carry(at)


def ink_at(hands, at) -> QColor:
    return hands.view.grab().toImage().pixelColor(hands.pixel(*at))


def ring_ink(hands, at) -> str:
    """Return the colour on the ring around a port, left of its middle."""
    x, y = at
    return ink_at(hands, (x - 7.0, y)).name()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_a_ring_says_legal_and_another_with_the_reason_illegal(linear_unit, theme: Theme):
    linear_unit.canvas.set_theme(theme)
    linear_unit.canvas.zoom_to(2.0)
    linear_unit.canvas.reveal("a")
    port = linear_unit.port("a", 1)
    hold(linear_unit, "c", port)
    assert ring_ink(linear_unit, port) == theme.legal
    linear_unit.canvas.hand.cancel()
    hold(linear_unit, "d", port)
    assert ring_ink(linear_unit, port) == theme.illegal
    assert linear_unit.canvas.hand.gesture._reason == "d would depend on itself: d → a → d"


def test_the_path_of_a_cycle_lights(linear_unit):
    picture = linear_unit.canvas.picture
    line = picture.lines[picture.edge_index["a", 0]]
    x, y = line[len(line) // 2 + 2]
    hold(linear_unit, "d", linear_unit.port("c", 1))
    assert ink_at(linear_unit, (float(x), float(y))).name() == LIGHT.illegal


@pytest.mark.parametrize(
    ("source", "target", "port", "reason"),
    [
        ("c", "c", 0, "a node cannot feed itself"),
        ("w", "c", 0, "w already feeds the first input of c"),
        ("J", "c", 1, "J would depend on itself: J → c → a → d → J"),
    ],
)
def test_the_reason_is_at_the_pointer_and_nothing_changes(
    linear_unit, source, target, port, reason
):
    before = dumps(linear_unit.graph)
    said = linear_unit.listen()
    at = linear_unit.port(target, port)
    hold(linear_unit, source, at)
    assert linear_unit.canvas.hand.gesture._reason == reason
    linear_unit.release(at)
    assert said == [reason]
    assert dumps(linear_unit.graph) == before
    assert linear_unit.canvas.entry.prompt is None


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("x", "x is a leaf (input): no edge leads into it"),
        ("c", "d would depend on itself: d → a → c → d"),
    ],
)
def test_an_edge_dropped_at_the_wrong_side_of_a_card_says_why_it_will_not_do(
    linear_unit, target, reason
):
    said = linear_unit.listen()
    x, y = linear_unit.out(target)
    at = (x + 6.0, y)  # just beside the card
    hold(linear_unit, "d", at)
    linear_unit.release(at)
    assert [sentence.partition(":")[0] for sentence in said] == [reason.partition(":")[0]]
    assert linear_unit.canvas.entry.prompt is None


@pytest.mark.parametrize("beside", [-6.0, 0.0, 6.0])
def test_an_edge_dropped_on_an_output_replaces_nothing_and_says_that_it_ends_at_an_input(
    linear_unit, beside
):
    before, said = dumps(linear_unit.graph), linear_unit.listen()
    x, y = linear_unit.out("d")
    at = (x + beside, y)
    hold(linear_unit, "w", at)
    assert linear_unit.canvas.hand.gesture._reason == "an edge ends at an input"
    assert ring_ink(linear_unit, (x, y)) == LIGHT.illegal
    linear_unit.release(at)
    assert dumps(linear_unit.graph) == before
    assert said == ["an edge ends at an input"]
    assert linear_unit.canvas.entry.prompt is None


@pytest.mark.parametrize("beside", [-6.0, 0.0, 6.0])
def test_an_edge_drawn_back_to_an_input_says_that_it_begins_at_an_output(linear_unit, beside):
    linear_unit.canvas.document.do(Disconnect("y", "d", 1))
    before, said = dumps(linear_unit.graph), linear_unit.listen()
    x, y = linear_unit.port("c", 0)
    linear_unit.drag(linear_unit.port("d", 1), (x + beside, y))
    assert dumps(linear_unit.graph) == before
    assert said == ["an edge begins at a node's output"]
    linear_unit.drag(linear_unit.port("d", 1), linear_unit.middle("c"))
    assert linear_unit.graph.inputs("d") == ("a", "c")


def test_an_edge_that_is_taken_off_and_dropped_on_an_output_stays(linear_unit):
    before, said = dumps(linear_unit.graph), linear_unit.listen()
    linear_unit.drag(linear_unit.port("a", 1), linear_unit.out("d"))
    assert dumps(linear_unit.graph) == before
    assert said == ["an edge ends at an input"]
    linear_unit.drag(linear_unit.port("a", 1), linear_unit.out("a"))  # its own card's
    assert dumps(linear_unit.graph) == before
    assert said == ["an edge ends at an input"]


def test_cards_out_of_reach_are_dimmed_from_the_start(linear_unit):
    def face(name: str) -> QColor:
        x, y = linear_unit.middle(name)
        height = linear_unit.canvas.picture.sizes[linear_unit.canvas.picture.index[name]][1]
        return ink_at(linear_unit, (x, y + height / 2 - 4))

    before = {name: face(name) for name in ("w", "c", "J")}
    linear_unit.press(linear_unit.out("a"))
    assert face("w") != before["w"]
    assert face("c") != before["c"]
    assert face("J") == before["J"]
    linear_unit.key(Qt.Key.Key_Escape)
    assert face("c") == before["c"]


def test_an_edge_taken_off_and_dropped_on_its_own_card_stays(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.drag(linear_unit.port("a", 0), linear_unit.middle("a"))
    assert dumps(linear_unit.graph) == before
    assert linear_unit.steps == 0


def test_an_edge_moves_to_a_port_of_another_card(linear_unit):
    linear_unit.drop("add", (900, 300))
    count = linear_unit.steps
    linear_unit.drag(linear_unit.port("J", 0), linear_unit.port("e", 1))
    assert linear_unit.graph.inputs("J") == (None,)
    assert linear_unit.graph.inputs("e") == (None, "d")
    assert linear_unit.steps == count + 1


def test_the_old_edge_is_dashed_until_the_new_one_is_made_and_stays_if_it_cannot(linear_unit):
    picture = linear_unit.canvas.picture
    line = picture.lines[picture.edge_index["d", 1]]
    places = [tuple(map(float, point)) for point in line[3:-2]]

    def inks() -> list[str]:
        return [ink_at(linear_unit, at).name() for at in places]

    linear_unit.canvas.zoom_to(3.0)
    linear_unit.canvas.centre_on("d")
    before = inks()
    hold(linear_unit, "b", linear_unit.port("d", 1))
    assert inks() != before
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.release(linear_unit.port("d", 1))
    hold(linear_unit, "J", linear_unit.port("d", 1))
    assert inks() == before
    linear_unit.release(linear_unit.port("d", 1))
    assert linear_unit.graph.inputs("d") == ("a", "y")


def test_an_edge_under_the_pointer_and_a_selected_one_are_thick_with_both_ports_lit(linear_unit):
    picture = linear_unit.canvas.picture
    line = picture.lines[picture.edge_index["a", 0]]
    middle, ends = tuple(map(float, line[6])), (line[0], line[-1])

    def lit() -> bool:
        return all(ink_at(linear_unit, (x, y)).name() == LIGHT.accent for x, y in ends)

    assert not lit()
    linear_unit.carry(middle, held=False)
    assert lit()
    linear_unit.click(middle)
    linear_unit.carry((middle[0], middle[1] - 250), held=False)
    assert lit()


def test_two_clicks_connect_and_esc_gives_up_between_them(linear_unit):
    linear_unit.drop("relu", (400, 300))
    linear_unit.click(linear_unit.out("b"))
    linear_unit.key(Qt.Key.Key_Escape)
    linear_unit.click(linear_unit.middle("e"))
    assert linear_unit.graph.inputs("e") == (None,)
    linear_unit.click(linear_unit.out("b"))
    linear_unit.carry(linear_unit.port("e", 0), held=False)
    linear_unit.click(linear_unit.port("e", 0))
    assert linear_unit.graph.inputs("e") == ("b",)
