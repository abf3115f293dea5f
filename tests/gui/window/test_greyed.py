"""What cannot be taken now says why: in a menu where the pointer rests, and in the toolbar."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from window_desk import Desk, add_node

UNDO = "there is nothing to undo"


def menu_with(desk: Desk, entry: QAction) -> QMenu:
    """Return the menu of the window's bar that holds an entry."""
    menus = desk.window.menuBar().findChildren(QMenu)
    return next(menu for menu in menus if entry in menu.actions())


def told_at(menu: QMenu, entry: QAction) -> str:
    """Return what comes up where the pointer rests on an entry."""
    QToolTip.hideText()
    menu.popup(menu.mapToGlobal(menu.rect().topLeft()))
    place = menu.actionGeometry(entry).center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, menu.mapToGlobal(place))
    QApplication.sendEvent(menu, event)
    told = QToolTip.text() if QToolTip.isVisible() else ""
    menu.close()
    return told


def test_a_greyed_entry_says_what_it_waits_for(desk: Desk) -> None:
    undo, left = (desk.window.bars.actions[name] for name in ("edit.undo", "align.left"))
    assert told_at(menu_with(desk, undo), undo) == UNDO
    assert told_at(menu_with(desk, left), left) == "select several nodes first"
    add_node(desk.window)
    assert told_at(menu_with(desk, undo), undo) == ""


def test_a_greyed_button_says_it_beside_what_it_does(desk: Desk) -> None:
    undo = desk.window.bars.actions["edit.undo"]
    assert undo.toolTip() == f"Undo (Ctrl+Z): {UNDO}"
    add_node(desk.window)
    assert undo.toolTip() == "Undo (Ctrl+Z)"
    desk.window.document.undo()
    assert undo.toolTip() == f"Undo (Ctrl+Z): {UNDO}"
