"""Point 19: a screen reader can press a node, and every pane says what it is."""

from collections.abc import Iterator

import pytest
from framing import make
from hands import Hands
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from screen_reader import screen_reader

from gui.commands import delete
from gui.window.main_window import MainWindow

__all__ = ["screen_reader"]

NAME = QAccessible.Text.Name


def node(hands: Hands, name: str) -> QAccessibleInterface:
    graph = QAccessible.queryAccessibleInterface(hands.canvas)
    return graph.child(hands.canvas.picture.index[name])


def press(hands: Hands, name: str) -> None:
    action = node(hands, name).actionInterface()
    action.doAction(action.pressAction())
    QApplication.processEvents()


def told(hands: Hands, name: str) -> tuple[str, list[str]]:
    action = node(hands, name).actionInterface()
    press_it = action.actionNames()[0]
    assert press_it == action.pressAction()
    return action.localizedActionName(press_it), action.keyBindingsForAction(press_it)


def test_point_19_a_press_opens_a_value_and_says_so_before(unit: Hands) -> None:
    assert told(unit, "w") == ("Edit value", ["Return"])
    press(unit, "w")
    assert unit.canvas.selection.nodes == {"w"}
    unit.type("3")
    assert unit.graph.value("w") == 3.0


def test_point_19_a_press_opens_a_formula_an_op_s_name_and_a_group(unit: Hands) -> None:
    assert told(unit, "J") == ("Edit formula", ["Return"])
    assert told(unit, "c") == ("Rename", ["F2"])
    press(unit, "c")
    unit.type("p")
    assert "p" in unit.graph
    group = make(unit, {"w", "x", "p"})
    unit.canvas.grouping.toggle_fold()
    QApplication.processEvents()
    name = unit.canvas.picture.names[unit.canvas.picture.index["p"]]
    assert told(unit, name) == ("Unfold", [])
    press(unit, name)
    assert not next(one for one in unit.graph.groups if one.id == group.id).folded


def test_point_19_the_keyboard_can_be_given_to_a_node(unit: Hands, window: MainWindow) -> None:
    window.activateWindow()
    window.palette_panel.search.setFocus()
    action = node(unit, "x").actionInterface()
    action.doAction(action.setFocusAction())
    QApplication.processEvents()
    assert unit.canvas.hasFocus()
    assert unit.canvas.selection.nodes == {"x"}
    assert node(unit, "x").state().focused


def test_a_node_that_is_gone_can_be_pressed_no_more(unit: Hands) -> None:
    action = node(unit, "x").actionInterface()
    unit.canvas.document.do(delete(unit.graph, ["x"], ()))
    QApplication.processEvents()
    assert action.actionNames() == []
    action.doAction(action.pressAction())
    assert unit.canvas.entry.editor is None


def unnamed(interface: QAccessibleInterface) -> Iterator[str]:
    """Yield what can have the keyboard, or is a pane, and has no name."""
    if interface.state().invisible:
        return
    thing = interface.object()
    pane = thing is not None and thing.objectName() in {"sidebar", "panel", "inspector", "welcome"}
    if (interface.state().focusable or pane) and not interface.text(NAME):
        yield f"{interface.role().name} {type(thing).__name__}"
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None and child.isValid():
            yield from unnamed(child)


@pytest.mark.parametrize("panel", ["inspect", "bump", "train", "quiz"])
def test_point_19_all_that_takes_the_keyboard_has_a_name(
    unit: Hands, window: MainWindow, panel: str
) -> None:
    unit.canvas.select({"w"})
    window.turn_to(panel)
    QApplication.processEvents()
    assert list(unnamed(QAccessible.queryAccessibleInterface(window))) == []


def test_point_19_so_has_the_welcome_page(window: MainWindow, qtbot) -> None:
    window.show_welcome()
    cards = [*window.welcome.lessons.cards, *window.welcome.examples.cards]
    qtbot.waitUntil(lambda: all(card.text() for card in cards))
    assert list(unnamed(QAccessible.queryAccessibleInterface(window))) == []


def test_point_19_a_reader_that_asks_for_what_a_node_has_not_gets_nothing(unit: Hands) -> None:
    # Qt asks before it tells of any state; what is no address of an interface ends the program
    asked = node(unit, "w")
    assert asked.attributesInterface() is None
    assert asked.editableTextInterface() is None
    assert asked.selectionInterface() is None
    assert asked.tableCellInterface() is None
    assert asked.textInterface() is None
    assert asked.valueInterface() is None
    assert asked.actionInterface() is not None
