"""An edit that makes another node the output tells which."""

from examples import example
from hands import Hands
from PySide6.QtCore import Qt

from gui.canvas.deleting import delete_selection
from gui.commands import RenameNode, SetOutput
from gui.picture.layout import place_all

STAYS = "J stays the output; Ctrl+J on another end makes that the output"


def said(hands: Hands) -> list[str]:
    hands.canvas.evaluation.flush()
    return hands.listen()


def delete(hands: Hands, name: str) -> None:
    hands.click(hands.middle(name))
    delete_selection(hands.canvas)
    hands.canvas.evaluation.flush()


def test_a_deleted_output_tells_which_node_is_it_now(linear_unit: Hands):
    sentences = said(linear_unit)
    delete(linear_unit, "J")
    assert sentences == ["J was the output; now d is"]
    linear_unit.canvas.document.undo()
    linear_unit.canvas.evaluation.flush()
    assert linear_unit.canvas.evaluation.readings.output == "J"
    assert len(sentences) == 1


def test_nothing_is_told_where_the_output_stays_or_none_is_left(linear_unit: Hands):
    sentences = said(linear_unit)
    linear_unit.canvas.document.do(RenameNode("J", "K"))
    delete(linear_unit, "w")
    linear_unit.canvas.select_all()
    delete_selection(linear_unit.canvas)
    linear_unit.canvas.evaluation.flush()
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.canvas.evaluation.flush()
    assert sentences == []


def add(hands: Hands, text: str) -> None:
    hands.key(Qt.Key.Key_Tab)
    hands.write(text)
    hands.canvas.evaluation.flush()


def told(hands: Hands) -> list[str]:
    sentences: list[str] = []
    hands.canvas.told.connect(sentences.append)
    return sentences


def test_that_it_stays_is_told_once_when_another_end_is_finished(linear_unit: Hands):
    sentences = told(linear_unit)
    document = linear_unit.canvas.document
    add(linear_unit, "q=2")
    add(linear_unit, "relu")
    assert sentences == []
    add(linear_unit, "p = q*q")
    assert sentences == [STAYS]
    add(linear_unit, "r = q+q")
    document.undo()
    document.undo()
    linear_unit.canvas.evaluation.flush()
    assert len(sentences) == 1
    add(linear_unit, "v = q*q")
    assert sentences == [STAYS] * 2  # it was the only one again


def test_it_is_not_told_of_ends_that_were_there_but_of_an_output_without_a_value(
    linear_unit: Hands,
):
    """The latter keeps derivatives from all that is finished beside it."""
    sentences, document = told(linear_unit), linear_unit.canvas.document
    graph = example("linear-unit")
    graph.op("sin", "w", name="s")
    place_all(graph)
    document.reset(graph)
    linear_unit.canvas.evaluation.flush()
    add(linear_unit, "p = w*w")
    assert sentences == []
    document.reset(example("linear-unit"))
    linear_unit.canvas.evaluation.flush()
    linear_unit.canvas.select({"x"})
    delete_selection(linear_unit.canvas)
    add(linear_unit, "p = w*w")
    assert document.graph.output == "J"
    assert sentences == [STAYS]


def test_a_constant_begun_beside_an_output_that_lacks_an_input_leaves_it_its_mark(hands: Hands):
    for text in ("*", "5", "b=8"):
        hands.canvas.select(set())
        add(hands, text)
    assert [name for name, _ in hands.graph.missing_inputs()] == ["c", "c"]
    assert hands.canvas.evaluation.readings.output == hands.graph.output == "c"
    assert hands.canvas.picture.output_arrow() is not None


def test_that_an_op_which_was_but_begun_stays_is_told_with_the_key_for_another(hands: Hands):
    """A constant typed for it has named it: what then comes waits for a choice."""
    sentences = told(hands)
    for text in ("*", "5", "J = (w*x + b - y)^2/2"):
        hands.canvas.select(set())
        add(hands, text)
    assert hands.canvas.evaluation.readings.output == hands.graph.output == "c"
    assert sentences == [STAYS.replace("J", "c", 1)]
    answers = hands.listen()
    hands.canvas.document.do(SetOutput("J"))
    hands.canvas.evaluation.flush()
    assert answers == []  # who chooses need not be told
    assert hands.canvas.evaluation.readings.derivative("w") is not None


def test_an_op_that_lacks_an_input_and_was_never_named_makes_way_and_that_is_told(hands: Hands):
    sentences = said(hands)
    for text in ("*", "J = (w*x + b - y)^2/2"):
        hands.canvas.select(set())
        add(hands, text)
    assert hands.graph.output == "J"
    assert sentences == ["c was the output; now J is"]
