"""Point 5: the palette lists leaves and ops, is searched, and gives by drag or Enter."""

from hands import Hands
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import OwnOp, ops
from gui.picture.item import items


def test_every_leaf_and_op_is_listed_with_its_symbol_and_formula(unit: Hands):
    del unit  # letters are set with its fonts
    listed = {item.op: item for _, family in items() for item in family}
    assert set(listed) == {*ops.LEAVES, *ops.OPS}
    for op in ops.OPS:
        assert listed[op].symbol
        assert listed[op].formula is not None or op == "formula"


def test_a_search_finds_and_enter_places_in_the_middle_of_the_view(unit: Hands, window):
    palette = window.palette_panel
    QTest.keyClicks(palette.search, "tanh")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == "tanh"
    assert unit.view.rect().contains(unit.pixel(*unit.middle(new)))
    assert unit.canvas.selection.nodes == {new}
    assert unit.steps == 1


def test_a_constant_comes_with_the_number_that_its_sign_shows(unit: Hands, window):
    """Its sign is a 2, also in the hand, and what was dropped was 0."""
    (sign,) = (item.symbol for item in items()[0][1] if item.op == "constant")
    new = window.canvas.adding.drop("constant", QPointF(0.0, 300.0))
    assert unit.graph.value(new) == float(sign) == 2.0
    assert window.canvas.entry.editor.text() == sign  # selected, to be typed over


SAID = [
    ("*", "multiply"),
    ("-", "subtract"),
    ("/", "divide"),
    ("a - b", "subtract"),
    ("x^2", "square"),
    ("e^x", "exp"),
    ("exp(x)", "exp"),
    ("relu(z", "relu"),
    ("(a-y)^2/2", "squared_error"),
    ("times", "multiply"),
    ("minus", "subtract"),
    ("dot product", "matmul"),
    ("average", "mean"),
]


def test_a_search_knows_what_is_typed_and_said_for_an_op(unit: Hands, window):
    search = window.palette_panel.search
    for typed, op in SAID:
        search.clear()
        QTest.keyClicks(search, typed)
        QTest.keyClick(search, Qt.Key.Key_Return)
        assert unit.graph.op_of(unit.graph.nodes()[-1]) == op, typed
        assert unit.steps == 1
        window.document.undo()


def test_a_sign_finds_its_op_before_an_own_op_that_uses_it(unit: Hands, window):
    window.own_ops.put(OwnOp("swish", "u*sigmoid(u)"))
    palette = window.palette_panel
    QTest.keyClicks(palette.search, "*")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert unit.graph.op_of(unit.graph.nodes()[-1]) == "multiply"


def test_what_is_dragged_from_it_stands_where_it_is_dropped(unit: Hands, window):
    palette = window.palette_panel
    QTest.keyClicks(palette.search, "sigmoid")
    data = palette.model.mimeData([palette.model.first_item()])
    unit.drop_data(data, unit.pixel(120.0, 300.0))
    QApplication.processEvents()
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == "sigmoid"
    assert unit.middle(new) == (120.0, 300.0)


def test_what_is_typed_at_the_list_is_searched_for(unit: Hands, window):
    """A click had given it the keyboard, and what was typed there came to nothing."""
    palette = window.palette_panel
    viewport, row = palette.list.viewport(), palette.model.index(2)
    place = palette.list.visualRect(row).center()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=place)
    assert palette.list.hasFocus()
    for letter in "max(":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert (palette.search.text(), palette.search.hasFocus()) == ("max(", True)
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert unit.graph.op_of(unit.graph.nodes()[-1]) == "maximum"


def test_what_is_typed_at_the_list_goes_on_with_what_was_searched_for(unit: Hands, window):
    palette = window.palette_panel
    QTest.keyClicks(palette.search, "si")
    palette.list.setFocus()
    QTest.keyClick(palette.list, Qt.Key.Key_Space)
    QTest.keyClick(palette.list, Qt.Key.Key_Backspace)
    assert palette.list.hasFocus()
    QTest.keyClicks(palette.list, "g")
    assert palette.search.text() == "sig"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert unit.graph.op_of(unit.graph.nodes()[-1]) == "sigmoid"
