"""The field over a card: open until it is answered, and gone with what it is about."""

import pytest
from examples import example
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from windows import unit, window

from gui.commands import AddNodes, NewNode

__all__ = ["unit", "window"]


def test_a_window_put_by_and_taken_up_again_keeps_the_field(window, unit):
    unit.canvas.in_place.rename("c")
    QTest.keyClicks(unit.canvas.entry.editor, "pro")
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    QApplication.processEvents()
    QTest.keyClicks(unit.canvas.entry.editor, "duct")
    QTest.keyClick(unit.canvas.entry.editor, Qt.Key.Key_Return)
    assert "product" in unit.graph
    assert unit.canvas.entry.editor is None


def test_the_field_goes_with_the_canvas(window, unit):
    unit.canvas.in_place.rename("c")
    window.show_welcome()
    assert unit.canvas.entry.editor is None
    assert "c" in unit.graph


def test_a_field_that_opens_behind_another_page_is_left_as_the_canvas_comes_forward(window, unit):
    window.show_welcome()
    unit.canvas.in_place.rename("c")
    unit.canvas.fit()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    unit.canvas.pan(QPointF(30.0, 0.0))  # the field follows the view
    unit.canvas.entry.editor.setText("product")
    window.show_canvas()
    assert unit.canvas.entry.editor is None
    assert "product" in unit.graph


def test_a_group_that_is_not_yet_titled_goes_with_the_canvas(window, unit):
    unit.canvas.select({"c", "a"})
    unit.canvas.grouping.group_selection()
    window.show_welcome()
    assert unit.graph.groups == ()
    assert not window.document.previewing


def test_an_answer_that_comes_after_the_quiz_hides_nothing(window, unit):
    window.turn_to("quiz")
    window.side.quiz.begin.click()
    window.quiz_desk.open()
    QTest.keyClicks(unit.canvas.entry.editor, "7")
    window.lesson.start()
    assert window.lesson.on
    assert not window.quiz.on
    window.lesson.stop()
    assert window.evaluation.lens is None


@pytest.mark.parametrize("scale", [1.0, 1.1])
def test_no_ring_looks_out_behind_the_field_over_a_leaf(unit, scale):
    """The field was a box over the middle, with two arcs of the ring above and below."""
    canvas = unit.canvas
    canvas.zoom_to(scale)
    canvas.centre_on("w")
    canvas.select({"w"})
    assert canvas.theme.accent in upright(unit)
    canvas.in_place.edit_value("w")
    field = canvas.entry.editor.geometry()
    inks = upright(unit)
    assert canvas.theme.accent not in inks[: field.top()] + inks[field.bottom() + 1 :]
    canvas.in_place.rename("c")  # on a card it is a part of it
    assert canvas.entry.editor.styleSheet() == ""


def upright(unit) -> list[str]:
    """Return the colours that are seen straight above, on and below the middle of w."""
    image = unit.view.grab().toImage()
    middle = unit.canvas.view_rect(unit.canvas.picture.index["w"]).center()
    return [image.pixelColor(middle.x(), y).name() for y in range(image.height())]


def test_the_field_grows_with_what_is_typed_as_far_as_the_view_goes(unit):
    unit.canvas.in_place.rename("a")
    field = unit.canvas.entry.editor
    before = field.geometry()
    QTest.keyClicks(field, "the_sum_of_product_and_bias")
    seen = field.fontMetrics().horizontalAdvance(field.text())
    assert seen < field.width()
    assert abs(field.geometry().center().x() - before.center().x()) <= 1
    QTest.keyClicks(field, "_and" * 200)
    assert unit.view.rect().contains(field.geometry())
    field.setText("a")
    assert field.geometry() == before


def test_editing_a_card_near_the_border_leaves_the_view_as_it_is(unit):
    canvas = unit.canvas
    row = canvas.picture.index["w"]
    canvas.viewpoint.pan(QPointF(4.0 - canvas.view_rect(row).left(), 0.0))
    before = canvas.viewpoint.origin
    canvas.in_place.edit_value("w")
    assert canvas.viewpoint.origin == before
    canvas.entry.close_editor()
    canvas.viewpoint.pan(QPointF(-20.0, 0.0))  # cut off at the border: it comes in, no further
    canvas.in_place.edit_value("w")
    assert canvas.view_rect(row).left() == 24
    assert canvas.viewpoint.origin.y() == before.y()
    canvas.entry.close_editor()
    canvas.viewpoint.pan(QPointF(-9000.0, 0.0))
    canvas.in_place.edit_value("w")
    middle = canvas.view_rect(row).center() - unit.view.rect().center()
    assert middle.manhattanLength() <= 3


def test_a_formula_that_grows_stays_in_view_where_all_was(unit):
    canvas = unit.canvas
    canvas.fit()
    canvas.in_place.edit_value("J")
    unit.type("J = (d*sigmoid(2*d))^2/2 + 3*sigmoid(d)*d")
    assert canvas.sees_all()
    canvas.zoom_to(3.0)
    before = canvas.viewpoint.scale
    canvas.in_place.edit_value("J")
    unit.type("J = (d*sigmoid(2*d))^2/2 + 3*sigmoid(d)*d + d^2/2 + d/3")
    assert canvas.viewpoint.scale == before


def test_the_field_s_own_menu_leaves_it_open(unit):
    unit.canvas.in_place.edit_value("w")
    field = unit.canvas.entry.editor
    QTest.keyClicks(field, "12 +")
    at = field.rect().center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(field, QContextMenuEvent(reason, at, field.mapToGlobal(at)))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    QApplication.processEvents()
    assert unit.canvas.entry.editor is field
    assert field.text() == "12 +"


def test_the_menu_of_a_leafs_field_looks_as_every_other(unit):
    """The field's own round corners were its menu's, too."""
    looks = []
    for name in ("c", "w"):
        unit.canvas.in_place.rename(name)
        field = unit.canvas.entry.editor
        field.setText("2")
        field.deselect()
        menu = field.createStandardContextMenu()
        looks.append(menu.grab().toImage())
        menu.deleteLater()
        unit.canvas.entry.close_editor()
    assert looks[0] == looks[1]


def test_the_field_stays_over_its_card_however_the_view_moves(unit):
    canvas = unit.canvas
    canvas.in_place.edit_value("w")
    unit.type("1 +")  # is refused
    field = canvas.entry.editor
    for look in (lambda: unit.wheel(-200), lambda: canvas.zoom_to(0.7), canvas.fit):
        look()
        card = canvas.view_rect(canvas.picture.index["w"])
        assert (field.geometry().center() - card.center()).manhattanLength() <= 1
        assert field._reason.y() == field.geometry().bottom() + 4


def test_with_the_field_its_reason_is_gone_at_once(unit):
    """Where a dialog's own loop runs, what is deleted later stays until that dialog is closed."""
    unit.canvas.in_place.edit_value("w")
    unit.type("1 +")
    field = unit.canvas.entry.editor
    assert field._reason.isVisible()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert not [label for label in unit.view.findChildren(QLabel) if label.isVisible()]


def test_a_field_is_given_up_with_the_node_that_it_is_about(unit):
    document = unit.canvas.document
    document.do(AddNodes([NewNode("k", "constant", {"value": 1.0})]))
    unit.canvas.in_place.edit_value("k")
    QTest.keyClicks(unit.canvas.entry.editor, "7")
    document.undo()
    assert unit.canvas.entry.editor is None
    unit.canvas.in_place.edit_value("w")
    QTest.keyClicks(unit.canvas.entry.editor, "7")
    graph = example("linear-unit")
    document.reset(graph)
    QApplication.processEvents()
    assert unit.canvas.entry.editor is None
    assert graph.value("w") == 2.0


def test_the_end_of_a_field_is_told_once_where_the_text_makes_the_picture_anew(unit):
    unit.canvas.in_place.rename("c")
    ends = []
    unit.canvas.entry.editor.closed.connect(lambda: ends.append("closed"))
    unit.type("product")
    assert ends == ["closed"]
