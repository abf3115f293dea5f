"""Own ops in the window: saved, placed, typed, edited, deleted, kept; the file takes them along."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window_desk import Desk
from windows import unit, window

import engine
from engine import OwnOp
from engine.formats.chainrule_file import dumps, loads
from gui.dialogs import message
from gui.dialogs.own_op import OwnOpDialog
from gui.own_ops import own_key

__all__ = ["unit", "window"]

HALF = OwnOp("half", "d^2/2", "½")
_NO_NAME = "cannot be a name: a letter, then letters, digits or _, such as w_1"


def answer(*texts: str, then: str = "accept") -> list[OwnOpDialog]:
    """Type into the dialog that is about to open (name, symbol, formula) and close it."""
    seen: list[OwnOpDialog] = []

    def fill() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, OwnOpDialog)
        seen.append(dialog)
        for line, text in zip((dialog.name, dialog.symbol, dialog.formula), texts, strict=False):
            line.selectAll()
            line.insert(text)  # QTest types Latin letters only
        if then == "accept":
            QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
        dialog.reject()

    QTimer.singleShot(0, fill)
    return seen


def titles(window) -> list[str]:
    model = window.palette_panel.model
    return [model.row(i).title for i in range(model.rowCount())]


def save_half(window, unit: Hands) -> None:
    unit.canvas.select({"J"})
    answer("half", "½")
    window.bars.actions["graph.save_op"].trigger()
    window.activateWindow()
    unit.canvas.setFocus()
    QApplication.processEvents()


def test_a_formula_that_is_still_to_be_typed_is_nothing_wrong_yet(window):
    op = OwnOp("", "")
    dialog = OwnOpDialog(op, (), "New own op", window)
    QTest.keyClicks(dialog.name, "swish")
    assert dialog.told.text() == "A formula with a letter for each input"
    assert not dialog.told.property("refused")
    assert not dialog.go.isEnabled()
    QTest.keyClicks(dialog.formula, "x*")
    assert dialog.told.property("refused")


def test_a_formula_is_saved_under_a_name_into_the_palette(window, unit):
    before = dumps(unit.graph)
    save_half(window, unit)
    assert window.own_ops.ops == (HALF,)
    assert titles(window)[4:6] == ["Own", "half"]
    assert unit.graph.own_op("J") == HALF
    assert "".join(run.text for run in _card(unit, "J").text.runs) == "J = ½(d)"
    assert window.inspector.node_page.kind.text() == "Own op half"
    assert loads(dumps(unit.graph)).own_op("J") == HALF
    unit.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dumps(unit.graph) == before
    assert titles(window)[4:6] == ["Own", "half"]


def _card(unit: Hands, name: str):
    return unit.canvas.picture.cards[unit.canvas.picture.index[name]]


def test_it_is_placed_from_the_palette_by_quick_add_and_into_edges(window, unit):
    window.own_ops.put(HALF)
    window.palette_panel.search.setText("half")
    QTest.keyClick(window.palette_panel.search, Qt.Key.Key_Return)
    (first,) = window.canvas.selection.nodes
    assert unit.graph.own_op(first) == HALF
    assert unit.graph.port_names(first) == ("d",)
    unit.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert unit.graph.own_ops == ()
    unit.key(Qt.Key.Key_Tab)
    QTest.keyClicks(unit.canvas.entry.prompt.line, "half")
    QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Return)
    (second,) = window.canvas.selection.nodes
    assert unit.graph.own_op(second) == HALF
    line = unit.canvas.picture.lines[unit.canvas.picture.edge_index["d", 0]]
    unit.drop(own_key("half"), tuple(map(float, line[len(line) // 2])))
    (third,) = window.canvas.selection.nodes
    assert unit.graph.inputs("d")[0] == third
    assert unit.graph.inputs(third) == ("a",)
    window.evaluation.flush()
    value = window.evaluation.readings.value("a")
    assert window.evaluation.readings.value(third) == value**2 / 2
    assert window.evaluation.readings.derivative("a") is not None


def test_another_op_of_the_same_name_in_the_file_stays(window, unit):
    unit.graph.own_ops = [OwnOp("half", "x/2")]
    unit.canvas.document.reset(unit.graph)
    window.own_ops.put(HALF)
    unit.canvas.adding.place(own_key("half"))
    (name,) = window.canvas.selection.nodes
    assert unit.graph.own_op(name) == OwnOp("half2", HALF.formula, HALF.symbol)
    assert unit.graph.own_ops[0] == OwnOp("half", "x/2")


def test_ops_that_came_with_the_file_are_listed_and_kept(window, unit):
    unit.graph.own_ops = [HALF]
    unit.canvas.document.reset(unit.graph)
    assert titles(window)[4:6] == ["Own, in this graph", "half"]
    assert menu_texts(window, "half") == ["&Place", "", "&Keep in the palette"]
    choose(window, "half", "&Keep in the palette")
    assert window.own_ops.ops == (HALF,)
    assert titles(window)[4:6] == ["Own", "half"]


def index_of(window, title: str):
    return window.palette_panel.model.index(titles(window).index(title))


def menu_texts(window, title: str) -> list[str]:
    menu = window.palette_panel.menu_for(index_of(window, title))
    return [action.text() for action in menu.actions()]


def choose(window, title: str, text: str) -> None:
    menu = window.palette_panel.menu_for(index_of(window, title))
    next(action for action in menu.actions() if action.text() == text).trigger()


def test_an_op_is_edited_and_the_nodes_made_of_it_follow(window, unit):
    save_half(window, unit)
    before = dumps(unit.graph)
    answer("third", "⅓", "d^2/3")
    choose(window, "half", "&Edit…")
    third = OwnOp("third", "d^2/3", "⅓")
    assert window.own_ops.ops == (third,)
    assert unit.graph.own_ops == (third,)
    assert unit.graph.own_op("J") == third
    assert unit.graph.inputs("J") == ("d",)
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before
    answer("fourth", then="reject")
    window.palette_panel.list.setFocus()
    window.palette_panel.list.setCurrentIndex(index_of(window, "third"))
    QTest.keyClick(window.palette_panel.list, Qt.Key.Key_F2)
    assert window.own_ops.ops == (third,)


def test_an_edited_op_keeps_the_names_that_a_nodes_inputs_have(window, unit):
    save_half(window, unit)
    unit.canvas.in_place.rename("d")
    unit.type("delta")
    assert unit.graph.port_names("J") == ("delta",)
    answer("half", "½", "d^2/2 + d")
    choose(window, "half", "&Edit…")
    assert unit.graph.attributes("J")["formula"] == "delta^2/2 + delta"
    assert unit.graph.inputs("J") == ("delta",)
    assert unit.graph.own_op("J").name == "half"


@pytest.mark.parametrize("sure", [True, False])
def test_a_deleted_op_stays_in_the_graphs_that_use_it(window, unit, monkeypatch, sure):
    save_half(window, unit)
    monkeypatch.setattr(message, "ask_sure", lambda *_: sure)
    window.palette_panel.list.setFocus()
    window.palette_panel.list.setCurrentIndex(index_of(window, "half"))
    QTest.keyClick(window.palette_panel.list, Qt.Key.Key_Delete)
    assert bool(window.own_ops.ops) is not sure
    assert unit.graph.own_op("J") == HALF
    assert titles(window)[4] == ("Own, in this graph" if sure else "Own")


def test_the_dialog_says_what_keeps_a_text_from_being_an_op(window, unit):
    window.own_ops.put(OwnOp("taken", "x"))
    unit.canvas.select({"J"})
    for name, reason in (
        (" ", "A name to find it by, and how cards write it"),
        ("relu", "relu is an op already; choose another name"),
        ("taken", "there is already an own op named taken"),
        ("max", "max is an op already; choose another name"),
    ):
        seen = answer(name)
        window.bars.actions["graph.save_op"].trigger()
        assert seen[0].told.text() == reason
        assert not seen[0].go.isEnabled()
    assert window.own_ops.ops == (OwnOp("taken", "x"),)
    seen = answer("half", then="reject")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text() == "half(d) = d^2/2"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("taken", "there is already an own op named taken"),
        ("relu", "relu is an op already; choose another name"),
        ("2x", f"'2x' {_NO_NAME}"),
        ("half square", f"'half square' {_NO_NAME}"),
        ("a" * 41, "a name has 40 characters at most"),
    ],
)
@pytest.mark.parametrize("formula", ["", "2*"])
def test_a_name_that_cannot_be_is_told_before_its_formula_is_typed(window, name, reason, formula):
    dialog = OwnOpDialog(OwnOp("", ""), [OwnOp("taken", "x")], "New", window)
    dialog.formula.setText(formula)
    dialog.name.setText(name)
    assert dialog.told.text() == reason
    assert not dialog.go.isEnabled()
    dialog.name.setText("other")
    assert dialog.told.text() != reason


def test_an_own_op_may_call_others_wherever_its_formula_is_typed(window, unit):
    window.own_ops.put(HALF)
    unit.canvas.select({"J"})
    seen = answer("twice", "", "half(d) + half(d)")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text() == "twice(d) = d^2/2 + d^2/2"
    assert window.own_ops.named("twice") == OwnOp("twice", "d^2/2 + d^2/2")
    formula = window.inspector.node_page.attributes.fields["formula"]
    formula.line.setText("half(d)*2")
    formula.entered.emit("half(d)*2")
    assert unit.graph.attributes("J")["formula"] == "d^2/2*2"
    formula.entered.emit("half(d, d)")
    assert "half" in formula.reason.text()


def test_an_own_ops_formula_is_typed_alone_and_e_to_a_power_is_no_input(window, unit):
    unit.canvas.select({"c"})
    seen = answer("f", "", "f(x) = x^2", then="reject")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text() == "type the formula alone: x^2"
    seen = answer("gauss", "", "e^(-x^2)")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text() == "gauss(x) = exp(-x^2)"
    assert window.own_ops.named("gauss") == OwnOp("gauss", "exp(-x^2)")


def test_an_own_op_takes_no_input_called_by_a_number(window, unit):
    unit.canvas.select({"c"})
    seen = answer("f", "", "nan*x₁", then="reject")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text().startswith("nan is no name")
    seen = answer("f", "", "u*x₁", then="reject")
    window.bars.actions["graph.save_op"].trigger()
    assert seen[0].told.text() == "f(u, x_1) = u*x_1"
    formula = window.inspector.node_page.attributes.fields["formula"]
    unit.canvas.select({"J"})
    formula.entered.emit("d^2 + inf")
    assert formula.reason.text().startswith("inf is no name")
    formula.entered.emit("d₁^2 + e^d")
    assert unit.graph.attributes("J")["formula"] == "d_1^2 + exp(d)"


def test_an_e_that_a_formula_has_as_an_input_stays_one(window, unit):
    graph = engine.Graph()
    graph.input("e", 2.0, position=(0, 0))
    graph.input("d", 1.0, position=(0, 100))
    graph.op("formula", "e", "d", name="J", formula="e^2/2 + e^d", position=(200, 0))
    unit.canvas.document.reset(graph)
    unit.canvas.select({"J"})
    answer("loss", "ℓ")
    window.bars.actions["graph.save_op"].trigger()
    assert window.own_ops.ops == (OwnOp("loss", "e^2/2 + e^d", "ℓ"),)
    assert unit.graph.own_op("J") == window.own_ops.ops[0]
    answer("loss", "φ")
    window.palette_panel.edit_asked.emit("loss")
    assert window.own_ops.ops == (OwnOp("loss", "e^2/2 + e^d", "φ"),)
    assert unit.graph.inputs("J") == ("e", "d")


def test_an_e_that_an_own_op_takes_and_one_that_is_squared_are_inputs(window, unit):
    window.own_ops.put(HALF)
    unit.canvas.select({"c"})
    for typed, formula in (("half(e) + d", "e^2/2 + d"), ("e^2/2 + d", "e^2/2 + d")):
        seen = answer("loss", "", typed, then="reject")
        window.bars.actions["graph.save_op"].trigger()
        assert seen[0].told.text() == f"loss(e, d) = {formula}"
    formula = window.inspector.node_page.attributes.fields["formula"]
    unit.canvas.select({"J"})
    formula.entered.emit("half(e) + d")
    assert unit.graph.attributes("J")["formula"] == "e^2/2 + d"


def test_an_own_op_does_not_call_itself(window):
    window.own_ops.put(HALF)
    seen = answer("half", "", "half(d) + 1")
    window.palette_panel.edit_asked.emit("half")
    assert not seen[0].go.isEnabled()
    assert window.own_ops.ops == (HALF,)


def test_one_is_made_where_no_formula_is_selected(window, unit):
    unit.canvas.select({"c"})
    before = dumps(unit.graph)
    action = window.bars.actions["graph.save_op"]
    window.bars.refresh()
    assert action.isEnabled()
    assert action.text() == "New o&wn op…"
    answer("swish", "", "u*sigmoid(k*u)")
    action.trigger()
    assert window.own_ops.ops == (OwnOp("swish", "u*sigmoid(k*u)"),)
    assert dumps(unit.graph) == before
    unit.canvas.select({"J"})
    window.bars.refresh()
    assert action.text() == "Save as o&wn op…"


def test_the_palette_says_that_it_finds_nothing_once_what_it_found_has_gone(window):
    window.own_ops.put(HALF)
    window.palette_panel.search.setText("half")
    assert window.palette_panel.nothing.isHidden()
    window.own_ops.put(OwnOp("other", "d^2/2"), old="half")
    assert not window.palette_panel.nothing.isHidden()


def test_a_store_that_cannot_be_written_is_told(window, unit, monkeypatch):
    told = []
    monkeypatch.setattr(message, "tell_failure", lambda _, sentence: told.append(sentence))
    unit.graph.own_ops = [HALF]
    unit.canvas.document.reset(unit.graph)
    window.own_ops.file.mkdir()
    choose(window, "half", "&Keep in the palette")
    assert len(told) == 1


def test_only_an_own_op_has_a_menu(window, unit):
    del unit
    assert window.palette_panel.menu_for(window.palette_panel.model.index(1)) is None
    assert window.palette_panel.menu_for(window.palette_panel.model.index(0)) is None


def test_what_is_damaged_in_their_file_is_told(desk: Desk):
    file = desk.settings.data / "own-ops.json"
    file.write_text('{"ops": [{"name": "half", "formula": "d^2/2"}, {"name": "f", "formula": 3}]}')
    desk.window.own_ops.load()
    window = desk.welcoming()
    assert window.status.said.text() == (
        "Own ops that cannot be read are left out: ops[1].formula: expected a text"
    )
    assert titles(window)[4:6] == ["Own", "half"]
