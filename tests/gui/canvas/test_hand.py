"""The hand on the canvas: several buttons, releases that are not heard, double clicks."""

import pytest
from hands import drag_to
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui import mime
from gui.canvas.gestures.connect import Connect
from gui.canvas.gestures.move import Move
from gui.canvas.gestures.pan import Pan
from gui.picture.ways_owed import WaysOwed

Button, Key = Qt.MouseButton, Qt.Key
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def begin_to_move(hands, name: str) -> tuple[float, float]:
    """Press a card, take it aside and return where the pointer is then."""
    x, y = hands.middle(name)
    hands.press((x, y))
    hands.carry((x + 50.0, y + 50.0))
    return x + 50.0, y + 50.0


def test_another_button_pressed_during_a_drag_does_not_end_it(apart):
    at, before = begin_to_move(apart, "a"), apart.steps
    apart.press(at, button=Button.BackButton)
    apart.release(at, button=Button.BackButton)
    assert apart.steps == before
    assert isinstance(apart.canvas.hand.gesture, Move)
    apart.release(at)
    assert apart.steps == before + 1
    assert apart.canvas.hand.gesture is None


def test_a_card_let_go_while_the_middle_button_pans_stays_there(apart):
    at, before = begin_to_move(apart, "a"), apart.steps
    apart.press(at, button=Button.MiddleButton)
    apart.release(at)
    assert isinstance(apart.canvas.hand.gesture, Pan)
    assert apart.steps == before + 1
    apart.release(at, button=Button.MiddleButton)
    assert apart.canvas.hand.gesture is None
    assert apart.steps == before + 1


def test_a_card_that_is_held_follows_when_panning_ends(apart):
    at = begin_to_move(apart, "a")
    place = apart.pixel(*at)
    apart.press(at, button=Button.MiddleButton)
    both, aside = Button.LeftButton | Button.MiddleButton, place + QPoint(100, 0)
    drag_to(apart.view, aside, both, NONE)
    QTest.mouseRelease(apart.view, Button.MiddleButton, NONE, aside)
    assert isinstance(apart.canvas.hand.gesture, Move)
    assert apart.pixel(*apart.middle("a")) == aside


def test_an_edge_that_a_click_began_amid_panning_hangs_on_the_pointer_afterwards(apart):
    start = apart.out("w")
    for button in (Button.LeftButton, Button.MiddleButton):
        apart.press(start, button=button)
    for button in (Button.LeftButton, Button.MiddleButton):
        apart.release(start, button=button)
    assert isinstance(apart.canvas.hand.gesture, Connect)
    apart.click(apart.port("c", 0))
    assert apart.graph.inputs("c") == ("w", None)


def test_only_what_a_button_holds_scrolls_at_the_border(apart):
    apart.click(apart.out("w"))
    assert isinstance(apart.canvas.hand.gesture, Connect)
    drag_to(apart.view, QPoint(2, 300), Button.NoButton, NONE)
    assert apart.canvas.navigation.is_at_border()
    assert not apart.canvas.navigation.is_scrolling()


def test_what_an_action_begins_gives_up_the_drag_under_way(apart):
    hand = apart.canvas.hand
    begin_to_move(apart, "a")
    assert apart.canvas.document.previewing
    hand.begin(Pan(apart.canvas, hand.here))
    assert not apart.canvas.document.previewing
    assert isinstance(hand.gesture, Pan)


def test_an_edge_let_go_beside_its_own_card_asks_what_it_leads_to(apart):
    x, y = apart.out("c")
    apart.drag((x, y), (x + 15.0 / apart.canvas.viewpoint.scale, y))
    assert apart.canvas.entry.prompt is not None
    apart.canvas.entry.close_prompt()


def test_a_drag_of_which_the_release_was_heard_elsewhere_is_given_up(apart):
    start, before = apart.middle("a"), apart.steps
    x, y = begin_to_move(apart, "a")
    drag_to(apart.view, apart.pixel(x + 90.0, y), Button.NoButton, NONE)
    assert apart.canvas.hand.gesture is None
    assert apart.middle("a") == start
    assert apart.steps == before


def test_two_quick_presses_of_the_middle_button_pan(apart):
    place = QPoint(300, 300)
    QTest.mouseClick(apart.view, Button.MiddleButton, NONE, place)
    press_again(apart, place, Button.MiddleButton)
    before = apart.canvas.viewpoint.origin
    drag_to(apart.view, place + QPoint(50, 0), Button.MiddleButton, NONE)
    assert (apart.canvas.viewpoint.origin - before).x() == 50.0


def test_two_quick_clicks_with_ctrl_select_and_select_no_more(apart):
    place = apart.pixel(*apart.middle("a"))
    apart.canvas.select(set())
    QTest.mouseClick(apart.view, Button.LeftButton, CTRL, place)
    assert apart.canvas.selection.nodes == {"a"}
    press_again(apart, place, Button.LeftButton, CTRL)
    QTest.mouseRelease(apart.view, Button.LeftButton, CTRL, place)
    assert not apart.canvas.selection
    assert apart.canvas.entry.editor is None


def test_a_double_click_with_space_held_edits_nothing(apart):
    apart.key_down(Key.Key_Space)
    apart.double_click(apart.middle("a"))
    apart.key_up(Key.Key_Space)
    assert apart.canvas.entry.editor is None


def test_a_double_click_on_the_minimap_asks_for_nothing_beneath_it(linear_unit):
    linear_unit.canvas.zoom_to(4.0)
    linear_unit.view.grab()
    place = linear_unit.canvas.minimap.place.center().toPoint()
    QTest.mouseClick(linear_unit.view, Button.LeftButton, NONE, place)
    press_again(linear_unit, place, Button.LeftButton)
    QTest.mouseRelease(linear_unit.view, Button.LeftButton, NONE, place)
    QApplication.processEvents()
    assert linear_unit.canvas.entry.prompt is None


def test_a_click_on_the_minimap_looks_around_while_an_edge_hangs_on_the_pointer(linear_unit):
    canvas = linear_unit.canvas
    canvas.zoom_to(3.0)
    canvas.centre_on("a")
    linear_unit.view.grab()
    linear_unit.click(linear_unit.out("a"))
    before = canvas.viewpoint.origin
    corner = canvas.minimap.place.topLeft().toPoint() + QPoint(12, 12)
    QTest.mouseClick(linear_unit.view, Button.LeftButton, NONE, corner)
    assert canvas.entry.prompt is None
    assert isinstance(canvas.hand.gesture, Connect)
    assert canvas.viewpoint.origin != before


@pytest.mark.parametrize(
    "look",
    [
        lambda canvas: canvas.zoom_to(0.5),
        lambda canvas: canvas.fit(),
        lambda canvas: canvas.centre_on("c"),
        lambda canvas: canvas.resize(900, 500),
    ],
    ids=["zoom", "fit", "centre", "resize"],
)
def test_a_card_in_the_hand_stays_under_the_pointer_however_the_view_moves(apart, look):
    canvas = apart.canvas
    begin_to_move(apart, "a")
    look(canvas)
    x, y = apart.middle("a")
    under = canvas.viewpoint.to_picture(canvas.pointed)
    assert abs(under.x() - x) + abs(under.y() - y) < 20.0  # it snaps to the grid
    apart.key(Key.Key_Escape)


def test_what_is_lit_is_what_lies_under_the_pointer_after_the_wheel(linear_unit):
    at, row = linear_unit.middle("c"), linear_unit.canvas.picture.index["c"]
    place = linear_unit.pixel(*at)
    linear_unit.move(at)
    assert linear_unit.canvas._hover.aim.row == row
    linear_unit.wheel(400, at=(place.x(), place.y()))
    QApplication.processEvents()
    assert linear_unit.canvas._hover.aim.row is None
    linear_unit.wheel(-400, at=(place.x(), place.y()))
    QApplication.processEvents()
    assert linear_unit.canvas._hover.aim.row == row


def test_what_is_under_the_pointer_after_a_drag_is_lit(linear_unit):
    x, y = linear_unit.middle("c")
    linear_unit.drag((x, y), (x + 60.0, y + 60.0))
    assert linear_unit.canvas._hover.aim.row == linear_unit.canvas.picture.index["c"]


def test_what_is_dragged_elsewhere_takes_the_pointer_along(apart):
    data = QMimeData()
    data.setData(mime.OP, b"relu")
    at = apart.pixel(*apart.middle("a"))
    apart.drag_over(data, at, enters=True)
    apart.drag_over(data, at)
    QApplication.processEvents()
    assert apart.canvas._hover.aim.row is None
    apart.leave_with_drag()
    assert apart.canvas.pointed is None


def test_a_drag_is_given_up_with_the_canvas_that_goes_behind_another_page(apart):
    start = apart.middle("a")
    begin_to_move(apart, "a")
    apart.canvas.hide()
    assert apart.canvas.hand.gesture is None
    assert not apart.canvas.document.previewing
    assert apart.middle("a") == start


def test_where_the_keyboard_goes_elsewhere_space_is_held_no_more(apart):
    apart.key_down(Key.Key_Space)
    assert apart.view.cursor().shape() == Qt.CursorShape.OpenHandCursor
    QApplication.sendEvent(apart.canvas, QFocusEvent(QEvent.Type.FocusOut))
    assert apart.view.cursor().shape() == Qt.CursorShape.ArrowCursor
    apart.press((0.0, 0.0))
    assert not isinstance(apart.canvas.hand.gesture, Pan)
    apart.release((0.0, 0.0))


def press_again(hands, place: QPoint, button: Qt.MouseButton, keys=NONE) -> None:
    """Press as the second press of a double click is told, which QTest never leaves held."""
    there = QPointF(place)
    kind = QEvent.Type.MouseButtonDblClick
    event = QMouseEvent(kind, there, hands.view.mapToGlobal(there), button, button, keys)
    QApplication.sendEvent(hands.view, event)


def test_a_card_that_is_dropped_is_led_to_its_place_once(linear_unit):
    x, y = linear_unit.middle("w")
    linear_unit.press((x, y))
    linear_unit.carry((x - 30.0, y - 20.0))
    linear_unit.carry((x - 60.0, y - 40.0))
    told = []
    linear_unit.canvas.document.changed.connect(told.append)
    before = linear_unit.canvas.document.history.index()
    linear_unit.release((x - 60.0, y - 40.0))
    assert [change.moved for change in told] == [("w",)]
    assert linear_unit.canvas.document.history.index() == before + 1
    linear_unit.canvas.document.undo()
    assert linear_unit.middle("w") == (x, y)


def test_what_is_dropped_where_it_was_held_finds_no_way_again(apart, monkeypatch):
    at = begin_to_move(apart, "a")
    monkeypatch.setattr(WaysOwed, "reroute", lambda *_: pytest.fail("it was routed again"))
    apart.release(at)
    assert apart.canvas.hand.gesture is None
    assert not apart.canvas.document.previewing
