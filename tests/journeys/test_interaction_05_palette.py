"""Point 5: the palette lists leaves and ops, is searched, and gives by drag or Enter."""

from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import ops
from gui.picture.item import items


def test_every_leaf_and_op_is_listed_with_its_symbol_and_formula():
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


def test_what_is_dragged_from_it_stands_where_it_is_dropped(unit: Hands, window):
    palette = window.palette_panel
    QTest.keyClicks(palette.search, "sigmoid")
    data = palette.model.mimeData([palette.model.first_item()])
    unit.drop_data(data, unit.pixel(120.0, 300.0))
    QApplication.processEvents()
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == "sigmoid"
    assert unit.middle(new) == (120.0, 300.0)
