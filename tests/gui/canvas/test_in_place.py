"""Values and names are typed over their cards."""

import sys

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps, loads
from gui.canvas.inline_editor import InlineEditor
from gui.commands import RenameNode


def test_a_value_is_edited_in_place_and_everything_follows(linear_unit):
    linear_unit.double_click(linear_unit.middle("w"))
    linear_unit.type("3")
    assert linear_unit.graph.value("w") == 3.0
    readings = linear_unit.canvas.evaluation.readings
    assert readings.value("J") == 0.0
    texts = linear_unit.canvas.picture.edge_texts(0)
    assert texts[0].runs[0].text == "3"


def test_bad_text_stays_open_with_the_reason(linear_unit):
    linear_unit.double_click(linear_unit.middle("w"))
    linear_unit.type("two")
    editor = linear_unit.canvas.entry.editor
    assert editor is not None
    assert editor.isVisible()
    assert "‘two’ is not a number" in editor.reason
    linear_unit.type("1/0")
    assert editor.reason == "‘1/0’ is no number: nothing is divided by 0"
    assert linear_unit.graph.value("w") == 2.0
    linear_unit.type("x", end=Qt.Key.Key_Escape)
    assert linear_unit.canvas.entry.editor is None
    assert linear_unit.steps == 0


def test_a_click_elsewhere_shows_why_a_text_is_refused_before_it_is_given_up(linear_unit):
    steps = linear_unit.steps
    linear_unit.double_click(linear_unit.middle("w"))
    QTest.keyClicks(linear_unit.canvas.entry.editor, "2..5")
    nowhere = linear_unit.middle("w")[0], linear_unit.middle("w")[1] - 90
    linear_unit.click(nowhere)
    editor = linear_unit.canvas.entry.editor
    assert (editor.text(), bool(editor.reason)) == ("2..5", True)
    assert editor.hasFocus()
    linear_unit.click(nowhere)
    assert linear_unit.canvas.entry.editor is None
    assert (linear_unit.graph.value("w"), linear_unit.steps) == (2.0, steps)


def test_a_field_that_is_left_for_the_canvas_does_not_keep_it(linear_unit):
    canvas = linear_unit.canvas
    canvas.in_place.edit_value("w")
    assert canvas.entry.editor.hasFocus()
    kept = sys.getrefcount(canvas)
    canvas.setFocus()
    assert canvas.entry.editor is None
    assert sys.getrefcount(canvas) == kept


def test_a_value_can_name_its_leaf(hands):
    hands.drop("parameter", (0, 0))
    hands.type("b = 8")
    assert hands.graph.nodes() == ["b"]
    assert hands.graph.value("b") == 8.0
    hands.canvas.document.undo()
    assert hands.graph.nodes() == ["w"]


def test_a_name_is_edited_in_place_and_a_taken_one_is_refused(linear_unit):
    linear_unit.canvas.in_place.rename("d")
    linear_unit.type("a")
    assert "already a node named a" in linear_unit.canvas.entry.editor.reason
    linear_unit.type("delta")
    assert linear_unit.graph.attributes("J")["formula"] == "delta^2/2"
    assert linear_unit.canvas.selection.nodes == {"delta"}


@pytest.mark.parametrize("typed", ["w = 3", "1+2", "relu(d)", "2d", "d^2", "-d"])
def test_a_formula_is_no_name(linear_unit, typed):
    linear_unit.canvas.in_place.rename("d")
    linear_unit.type(typed)
    assert linear_unit.canvas.entry.editor.reason.startswith(f"‘{typed}’ is a formula, not a name")
    linear_unit.type("my_sum")
    assert "my_sum" in linear_unit.graph
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.type("1+1 = 3")
    assert "is a formula, not a name" in linear_unit.canvas.entry.editor.reason
    assert linear_unit.graph.value("w") == 2.0


def test_a_quotient_that_is_no_name_is_told_so_and_a_derivative_that_it_is_one(linear_unit):
    linear_unit.canvas.in_place.rename("w")
    linear_unit.type("data/day")
    said = linear_unit.canvas.entry.editor.reason
    assert said == "‘data/day’ is a formula, not a name; a label may be written so"


def test_of_a_long_text_that_is_no_name_only_the_beginning_is_told(linear_unit):
    linear_unit.canvas.in_place.rename("w")
    linear_unit.canvas.entry.editor.setText("too long " * 500)
    linear_unit.type("")
    said = linear_unit.canvas.entry.editor.reason
    assert "… cannot be a name" in said.replace("’", "")
    assert len(said) < 300


@pytest.mark.parametrize("typed", ["3", "1a b", "my sum", "w'", "W^[1]", "2.5", "½"])
def test_what_a_formula_cannot_read_as_one_name_is_none(linear_unit, typed):
    linear_unit.canvas.in_place.rename("w")
    linear_unit.type(typed)
    said = linear_unit.canvas.entry.editor.reason
    assert said.startswith(f"‘{typed}’ cannot be a name: a letter, then letters, digits or _")
    linear_unit.type("", end=Qt.Key.Key_Escape)
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.type(f"{typed} = 3")
    assert "cannot be a name" in linear_unit.canvas.entry.editor.reason
    assert (linear_unit.steps, linear_unit.graph.value("w")) == (0, 2.0)


@pytest.mark.parametrize(
    ("typed", "called", "reason"),
    [
        ("w₁", "w_1", ""),
        ("wₙ", "w_n", ""),
        ("wᵀ", "w", "wᵀ transposed is"),
        ("nan", "w", "nan is no name"),
        ("w⁴", "w", "‘w^4’ is a formula"),
    ],
)
def test_a_name_is_typed_with_lowered_digits_too(linear_unit, typed, called, reason):
    linear_unit.canvas.in_place.rename("w")
    linear_unit.canvas.entry.editor.setText(typed)
    QTest.keyClick(linear_unit.canvas.entry.editor, Qt.Key.Key_Return)
    assert called in linear_unit.graph
    editor = linear_unit.canvas.entry.editor
    assert (editor.reason if editor else "").startswith(reason)


def test_a_constant_may_be_called_by_its_own_number_and_by_no_other(hands):
    hands.drop("constant", (0, 0))
    hands.type("-2.5")
    hands.canvas.in_place.rename("k")
    hands.type("3")
    assert "cannot be a name" in hands.canvas.entry.editor.reason
    hands.type("-2.5")
    assert hands.graph.nodes() == ["-2.5"]
    hands.canvas.in_place.edit_value("-2.5")
    hands.type("4 = 4")
    assert hands.graph.nodes() == ["4"]


def test_a_node_that_a_file_calls_by_a_number_opens_and_may_go_on_being_called_so(unit):
    graph = unit.graph.copy()
    graph.rename_node("w", "3")
    unit.canvas.document.reset(loads(dumps(graph)))
    unit.canvas.in_place.rename("3")
    unit.type("3")
    assert unit.canvas.entry.editor is None
    assert "3" in unit.graph


def test_a_node_that_a_file_calls_by_a_formula_may_go_on_being_called_so(unit):
    unit.canvas.document.do(RenameNode("c", "w*x"))
    unit.canvas.in_place.rename("w*x")
    unit.type("w*x")
    assert unit.canvas.entry.editor is None


def test_backspace_in_a_field_deletes_no_node(linear_unit):
    linear_unit.click(linear_unit.middle("w"))
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.type("12", end=Qt.Key.Key_Backspace)
    assert "w" in linear_unit.graph
    linear_unit.type("1")
    assert linear_unit.graph.value("w") == 1.0


def test_a_canvas_that_goes_away_with_a_field_open_takes_it_along(linear_unit):
    linear_unit.canvas.in_place.edit_value("w")
    linear_unit.canvas.entry.editor.setText("7")
    linear_unit.canvas.hide()
    QApplication.processEvents()
    assert linear_unit.graph.value("w") == 2.0


def test_a_double_click_elsewhere_leaves_a_refused_value_to_be_read(linear_unit):
    hands = linear_unit
    hands.double_click(hands.middle("w"))
    editor = hands.canvas.entry.editor
    editor.selectAll()
    QTest.keyClicks(editor, "nonsense")
    hands.double_click(hands.middle("x"))
    assert hands.canvas.entry.editor is editor
    assert editor.reason
    hands.double_click(hands.middle("x"))
    assert hands.canvas.entry.editor is not editor


def test_a_formula_knows_e_to_a_power_and_does_not_need_itself(linear_unit):
    hands = linear_unit
    for text, reason in (("J = J + 1", "J is computed from itself"), ("J", "J is computed")):
        hands.canvas.in_place.edit_value("J")
        hands.type(text)
        assert hands.canvas.entry.editor.reason.startswith(reason)
        hands.canvas.entry.give_up()
    hands.canvas.in_place.edit_value("J")
    hands.type("J = e^-d + 1")
    assert hands.graph.attributes("J")["formula"] == "exp(-d) + 1"
    assert hands.graph.inputs("J") == ("d",)
    assert hands.steps == 1
    graph = engine.Graph()
    graph.input("e", 2.0, position=(0, 0))
    graph.op("formula", "e", name="q", formula="e + 1", position=(200, 0))
    hands.canvas.document.reset(graph)
    hands.canvas.in_place.edit_value("q")
    hands.type("e^2")  # it is a node
    assert hands.graph.attributes("q")["formula"] == "e^2"


def test_a_reader_hears_of_the_keyboard_before_the_caret(linear_unit, monkeypatch):
    """Orca said nothing of the fields of a quiz: it had been told that the caret moved in them."""
    hands, had = linear_unit, []
    hands.canvas.activateWindow()
    monkeypatch.setattr(InlineEditor, "selectAll", lambda field: had.append(field.hasFocus()))
    hands.canvas.in_place.rename("w")
    assert had == [True]
    hands.canvas.entry.give_up()
    hands.canvas.entry.edit(QRect(10, 10, 60, 20), "Value of c", "", lambda _: None)
    assert had == [True]


def test_a_key_that_means_nothing_in_a_field_over_the_canvas_moves_no_card(linear_unit):
    """Alt and an arrow, which follows an edge elsewhere, moved the card below the field."""
    hands = linear_unit
    hands.click(hands.middle("w"))
    hands.canvas.in_place.rename("w")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up):
        QTest.keyClick(hands.canvas.entry.editor, key, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(hands.canvas.entry.editor, Qt.Key.Key_Escape)
    hands.key(Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(hands.prompt.line, key, Qt.KeyboardModifier.AltModifier)
    assert hands.steps == 0
    assert hands.canvas.entry.prompt is not None
