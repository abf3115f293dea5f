"""Where quick-add opens, how one chooses in it, and what closes it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.picture.item import ITEM_HEIGHT
from gui.theme import DARK

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "keys", "text"),
    [
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, ""),
        (Qt.Key.Key_R, Qt.KeyboardModifier.NoModifier, "r"),
        (Qt.Key.Key_Asterisk, SHIFT, "*"),
        (Qt.Key.Key_2, Qt.KeyboardModifier.NoModifier, "2"),
    ],
)
def test_tab_and_any_character_open_it(hands, key, keys, text):
    hands.key(key, keys)
    assert hands.prompt.line.text() == text
    assert hands.prompt.line.hasFocus()


def test_what_is_typed_into_it_is_never_a_command(linear_unit):
    before = dumps(linear_unit.graph)
    linear_unit.click(linear_unit.middle("w"))
    linear_unit.key(Qt.Key.Key_M)
    QTest.keyClicks(linear_unit.prompt.line, "ax")
    assert linear_unit.offered[0] == "Maximum"
    QTest.keyClick(linear_unit.prompt.line, Qt.Key.Key_Backspace)
    QTest.keyClick(linear_unit.prompt.line, Qt.Key.Key_Delete)
    QTest.keyClick(linear_unit.prompt.line, Qt.Key.Key_Escape)
    assert linear_unit.canvas.entry.prompt is None
    assert linear_unit.canvas.hasFocus()
    assert dumps(linear_unit.graph) == before


def test_a_double_click_on_empty_canvas_opens_it_there(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.double_click((x + 40, y - 150))
    linear_unit.write("relu")
    assert linear_unit.middle("e") == (round(x / 10) * 10 + 40, round((y - 150) / 10) * 10)
    assert linear_unit.graph.op_of("e") == "relu"
    assert linear_unit.canvas.selection.nodes == {"e"}


def test_arrows_choose_and_a_click_places(hands):
    hands.key(Qt.Key.Key_Tab)
    QTest.keyClicks(hands.prompt.line, "w=3")
    assert hands.offered == ["Parameter = 3", "Input = 3", "Constant"]
    QTest.keyClick(hands.prompt.line, Qt.Key.Key_Down)
    QTest.keyClick(hands.prompt.line, Qt.Key.Key_Return)
    assert hands.graph.op_of("w") == "input"
    hands.key(Qt.Key.Key_Tab)
    rows = hands.prompt.list
    place = rows.visualRect(rows.model().index(4, 0)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert hands.graph.op_of(hands.graph.nodes()[-1]) == "multiply"


@pytest.mark.parametrize("slow", [False, True])
def test_a_click_as_long_as_a_hands_places_too(linear_unit, slow):
    """The press gave the keyboard to the canvas: only a release at once met the list."""
    x, y = linear_unit.out("c")
    linear_unit.drag((x, y), (x + 60, y - 150))
    rows = linear_unit.prompt.list
    place = rows.visualRect(rows.model().index(1, 0)).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    if slow:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert linear_unit.graph.op_of(linear_unit.graph.nodes()[-1]) == "multiply"
    assert linear_unit.steps == 1


def test_a_press_between_its_parts_keeps_it_open(linear_unit):
    linear_unit.key(Qt.Key.Key_Tab)
    prompt = linear_unit.prompt
    QTest.mouseClick(prompt, Qt.MouseButton.LeftButton, pos=QPoint(2, prompt.height() // 2))
    assert linear_unit.prompt is prompt
    assert prompt.line.hasFocus()


def test_esc_and_a_click_beside_it_leave_no_trace(linear_unit):
    x, y = linear_unit.out("c")
    for _ in range(2):
        linear_unit.drag((x, y), (x + 60, y - 150))
        assert linear_unit.canvas.entry.prompt is not None
        linear_unit.click((x, y - 250))
        assert linear_unit.canvas.entry.prompt is None
    linear_unit.key(Qt.Key.Key_Tab)
    QTest.keyClick(linear_unit.prompt.line, Qt.Key.Key_Escape)
    assert linear_unit.steps == 0


def test_near_the_bottom_its_list_is_shorter_and_the_line_stays_at_the_pointer(hands):
    """The line went up by the whole list, and stayed there over cards when that was gone."""
    for up in (170, 220):
        at = QPoint(300, hands.view.height() - up)
        hands.canvas.adding.ask(hands.canvas.viewpoint.to_picture(at.toPointF()))
        assert hands.prompt.pos() == at
        assert hands.prompt.list.isVisible()
        assert hands.view.rect().contains(hands.prompt.geometry())
        rows = hands.prompt.list.height() // ITEM_HEIGHT
        assert 3 <= rows < 7
    low = QPoint(300, hands.view.height() - 20)
    hands.canvas.adding.ask(hands.canvas.viewpoint.to_picture(low.toPointF()))
    assert hands.prompt.list.height() == 3 * ITEM_HEIGHT
    assert hands.view.rect().contains(hands.prompt.geometry())


def test_it_stays_inside_the_view(hands):
    for corner in (QPoint(2, 2), QPoint(1198, 698)):
        QTest.mouseMove(hands.view, corner)
        hands.canvas.adding.ask(hands.canvas.viewpoint.to_picture(corner.toPointF()))
        assert hands.view.rect().contains(hands.prompt.geometry())


def test_a_canvas_that_goes_away_takes_it_along(linear_unit):
    linear_unit.key(Qt.Key.Key_Tab)
    linear_unit.canvas.hide()
    QApplication.processEvents()
    assert linear_unit.canvas.entry.prompt is None
    assert engine.Edge("w", "c", 0) in linear_unit.graph.edges()


def test_an_edit_elsewhere_closes_it_and_ends_a_gesture(linear_unit):
    linear_unit.drop("relu", (0, 300))
    linear_unit.canvas.keyboard.connect_by_name("e")
    linear_unit.canvas.document.undo()
    assert linear_unit.canvas.entry.prompt is None
    linear_unit.canvas.document.redo()
    linear_unit.press(linear_unit.out("e"))
    linear_unit.carry((100, 400))
    linear_unit.canvas.document.undo()
    linear_unit.carry((120, 420))
    linear_unit.release((120, 420))
    assert linear_unit.canvas.hand.gesture is None
    assert linear_unit.canvas.entry.prompt is None


def test_a_field_that_opens_takes_the_place_of_quick_add(unit):
    unit.key(Qt.Key.Key_Tab)
    assert unit.canvas.entry.prompt is not None
    unit.canvas.in_place.rename("c")
    QApplication.processEvents()
    assert unit.canvas.entry.prompt is None
    assert unit.canvas.entry.editor.hasFocus()
    unit.type("k")
    assert unit.graph.inputs("a")[0] == "k"
    assert unit.canvas.entry.editor is None


@pytest.mark.parametrize("what", ["quick-add", "find"])
def test_a_window_that_is_only_minimised_keeps_what_is_being_typed(unit, window, what):
    canvas = unit.canvas
    if what == "find":
        canvas.finding.open()
    else:
        canvas.adding.ask(text="re")
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    QApplication.processEvents()
    still = canvas.finding.bar if what == "find" else canvas.entry.prompt
    assert still is not None
    assert still.isVisible()


def test_what_is_asked_stays_where_it_is_asked_about_however_the_view_moves(linear_unit):
    canvas = linear_unit.canvas
    linear_unit.click(linear_unit.out("a"))
    # the point that is asked about is that of the pixel, which is rounded at any scale
    at = canvas.viewpoint.to_picture(QPointF(linear_unit.pixel(300.0, -60.0)))
    linear_unit.click((at.x(), at.y()))
    for look in (lambda: linear_unit.wheel(-60), lambda: canvas.zoom_to(0.8)):
        look()
        assert linear_unit.prompt.pos() == linear_unit.pixel(at.x(), at.y()) - QPoint(0, 22)


def test_it_is_not_left_in_the_ink_of_another_theme(hands):
    hands.key(Qt.Key.Key_Tab)
    hands.canvas.set_theme(DARK)
    assert hands.canvas.entry.prompt is None


@pytest.mark.parametrize(
    ("key", "keys"),
    [(Qt.Key.Key_A, SHIFT), (Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)],
)
def test_where_nothing_is_found_it_says_why_and_refuses_on_enter(window, unit, key, keys):
    """Of a formula that was half typed it said that nothing is found."""
    unit.click(unit.middle("c"))
    QTest.keyClick(window.canvas, key, keys)
    prompt = unit.canvas.entry.prompt
    assert not prompt.nothing.isVisible()
    QTest.keyClicks(prompt.line, "qqq(")
    assert prompt.nothing.isVisible()
    assert "'qqq'" in prompt.nothing.text() or "‘qqq(’" in prompt.nothing.text()
    assert prompt.rect().contains(prompt.nothing.geometry())
    assert not prompt.reason
    QTest.keyClick(prompt.line, Qt.Key.Key_Return)
    assert prompt.reason == prompt.nothing.text()
    assert not prompt.nothing.isVisible()
    prompt.line.clear()
    assert not prompt.nothing.isVisible()
