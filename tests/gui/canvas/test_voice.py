"""Point 19: what is typed, chosen and connected is heard too, not edits of numbers alone."""

import pytest
from hands import Hands
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screen_reader import Hear, hearing, screen_reader

from gui.canvas.aloud.accessible import AccessibleNode
from gui.commands import Connect, SetValue
from gui.document import Document

__all__ = ["screen_reader"]

KEYS = Qt.Key


@pytest.fixture
def focused(linear_unit: Hands, qtbot: QtBot) -> Hands:
    canvas = linear_unit.canvas
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    canvas.voice._pause.stop()
    canvas.voice._tell()  # that the graph was opened
    return linear_unit


@pytest.fixture
def heard(focused: Hands, qtbot: QtBot) -> Hear:
    return hearing(focused, qtbot)


def name_of_field(hands: Hands) -> str:
    field = QAccessible.queryAccessibleInterface(hands.canvas.entry.editor)
    return field.text(QAccessible.Text.Name)


def test_a_field_over_a_card_says_what_is_typed_there(focused: Hands) -> None:
    focused.double_click(focused.middle("w"))
    assert name_of_field(focused) == "Value of w"
    QTest.keyClick(focused.canvas.entry.editor, KEYS.Key_Escape)
    focused.canvas.in_place.rename("a")
    assert name_of_field(focused) == "Name of a"


def test_why_a_text_is_refused_is_heard(focused: Hands, heard) -> None:
    focused.double_click(focused.middle("w"))
    assert heard(lambda: focused.type("zz")) == "‘zz’ is not a number"


def test_what_quick_add_offers_is_heard_while_the_keyboard_stays_in_its_line(
    focused: Hands, heard
) -> None:
    assert heard(lambda: focused.key(KEYS.Key_Tab)) == "Parameter learned"
    line = focused.prompt.line
    QTest.keyClicks(line, "rel")
    assert heard(lambda: QTest.keyClick(line, KEYS.Key_Down)) == "Leaky ReLU"


def test_which_edge_was_made_and_undone_is_heard(focused: Hands, heard) -> None:
    document: Document = focused.canvas.document
    made = heard(lambda: focused.drag(focused.out("b"), focused.port("c", 1)))
    assert made == "Connect b to c; J is 242"
    assert heard(document.undo) == "undone: Connect b to c; J is 2"


def test_a_move_that_is_undone_is_not_heard_as_another(focused: Hands, heard) -> None:
    focused.canvas.select({"c"})
    assert heard(lambda: focused.key(Qt.Key.Key_Right)) == "moved c"
    assert heard(focused.canvas.document.undo) == "undone: Move c"
    assert heard(focused.canvas.document.redo) == "moved c"


def test_a_reader_that_comes_late_hears_what_is_undone(focused: Hands, heard) -> None:
    document: Document = focused.canvas.document
    QAccessible.setActive(False)
    for name in ("w", "x", "b"):
        document.do(SetValue(name, 5.0))
    document.do(Connect("b", "c", 1))
    QAccessible.setActive(True)
    assert heard(document.undo).startswith("undone: Connect b to c")


def test_a_new_name_is_heard_without_the_formulas_that_use_it(focused: Hands, heard) -> None:
    assert heard(lambda: focused.canvas.in_place._take_name("w", "w_11")) == "w is now w₁₁; J is 2"


def test_an_edge_and_several_nodes_that_are_selected_are_heard(focused: Hands, heard) -> None:
    said = heard(lambda: focused.click(focused.edge("a", 0, 0.7)))
    assert said == "c → a, first input, value minus 4, derivative 2"
    focused.click(focused.middle("w"))
    shift = Qt.KeyboardModifier.ShiftModifier
    assert heard(lambda: focused.click(focused.middle("x"), shift)) == "2 nodes selected"


def test_what_is_found_is_heard_while_the_keyboard_stays_in_the_bar(focused: Hands, heard) -> None:
    focused.canvas.finding.open()
    bar = focused.canvas.finding.bar
    assert bar is not None
    assert heard(lambda: QTest.keyClicks(bar.line, "d")) == "d = a - y, 1 of 3"


def test_the_reader_comes_back_to_the_node_and_not_to_the_canvas(
    focused: Hands, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    focused.double_click(focused.middle("w"))
    went: list[object] = []
    tell = QAccessible.updateAccessibility

    def listen(event: QAccessibleEvent) -> None:
        if event.type() == QAccessible.Event.Focus:
            went.append(event.accessibleInterface())
        tell(event)

    monkeypatch.setattr(QAccessible, "updateAccessibility", listen)
    focused.type("3")
    qtbot.waitUntil(lambda: bool(went))
    assert [node.name for node in went if isinstance(node, AccessibleNode)] == ["w"]
    assert QApplication.focusWidget() is focused.canvas


def test_a_power_of_ten_and_a_minus_are_words(focused: Hands, heard) -> None:
    """`7e−5` was read as seven e minus five run together; some readers leave the sign − out."""
    canvas = focused.canvas
    edit = SetValue("w", 1.5e-7)
    told = heard(lambda: canvas.attempt(edit))
    assert told.startswith("w is 1.5 times ten to the minus 7; J is ")
    said = "∂J/∂w = 2 · (−2) = −4, a − b, 3e8, x1e2, −2.5e−3"
    assert heard(lambda: canvas.voice.say(said)) == (
        "∂J/∂w = 2 · (minus 2) = minus 4, a minus b, 3 times ten to the 8, x1e2,"
        " minus 2.5 times ten to the minus 3"
    )


def test_that_a_prompt_finds_nothing_is_heard_once_the_typing_rests(
    focused: Hands, qtbot: QtBot
) -> None:
    focused.click(focused.middle("w"))
    focused.canvas.keyboard.connect_by_name("w")
    heard: list[str] = []
    focused.canvas.voice.said.connect(heard.append)
    QTest.keyClicks(focused.prompt.line, "zzqz")
    qtbot.waitUntil(lambda: focused.prompt.nothing.text() in heard)
    assert len(heard) <= 2  # what is selected, and that, once


def test_an_offer_that_stays_the_first_is_heard_once(focused: Hands) -> None:
    """Each letter told it again, over the letter itself."""
    heard: list[str] = []
    focused.canvas.voice.said.connect(heard.append)
    focused.key(KEYS.Key_Tab)
    QTest.keyClicks(focused.prompt.line, "sigmoi")
    assert heard.count("Sigmoid") == 1
    QTest.keyClicks(focused.prompt.line, "((")
    for _ in range(2):
        QTest.keyClick(focused.prompt.line, KEYS.Key_Backspace)
    assert heard.count("Sigmoid") == 2
