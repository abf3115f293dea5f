"""What has the keyboard is called by a name: a reader's user tells by it what is typed there."""

from collections.abc import Iterator

import pytest
from examples import UNIT
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QWidget
from screen_reader import screen_reader
from windows import window, with_panel

from engine import OwnOp
from gui.dialogs.about import About
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.export_text import ExportText
from gui.dialogs.failure import Failure
from gui.dialogs.guide import Guide
from gui.dialogs.new_expression import NewExpression
from gui.dialogs.new_network import NewNetwork
from gui.dialogs.own_op import OwnOpDialog
from gui.dialogs.preferences import Preferences
from gui.dialogs.randomise import Randomise
from gui.dialogs.recover import Recover
from gui.panels.example_card import ExampleCard
from gui.window.main_window import MainWindow

__all__ = ["screen_reader", "window"]


def nameless(top: QWidget) -> Iterator[str]:
    """Yield what can have the keyboard and is called nothing.

    A box is heard by what is chosen in it: what it is about, Qt tells on Linux by a label alone.
    """
    for part in top.findChildren(QWidget):
        typed_in = part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.focusProxy() is None
        if not (typed_in and part.isVisible()) or isinstance(part.parent(), QComboBox):
            continue
        heard = QAccessible.queryAccessibleInterface(part)
        labels = part.parentWidget().findChildren(QLabel)
        labelled = any(label.buddy() is part for label in labels)
        named = not isinstance(part, QComboBox) and heard.text(QAccessible.Text.Name).strip()
        if not labelled and not named:
            yield f"{type(part).__name__} {part.objectName()} {heard.text(QAccessible.Text.Name)}"


@pytest.mark.parametrize("key", [Qt.Key.Key_B, Qt.Key.Key_T, None])
def test_all_of_a_panel_is_called_by_a_name(window: MainWindow, key: Qt.Key | None) -> None:
    with_panel(window, key or Qt.Key.Key_B)
    if key is None:
        window.turn_to("quiz")
    QApplication.processEvents()
    assert not [*nameless(window)]


def test_all_of_the_bars_of_a_lesson_and_of_forward_mode_is_called_by_a_name(window) -> None:
    with_panel(window, Qt.Key.Key_B)
    QTest.keyClick(window, Qt.Key.Key_F5)
    QApplication.processEvents()
    assert window.lesson.on
    assert not [*nameless(window)]
    window.lesson.stop()
    window.lesson.sweep.begin()
    QApplication.processEvents()
    assert not [*nameless(window)]


@pytest.mark.parametrize("measure", ["scale", "width", "dpi"])
def test_all_of_the_export_is_called_by_a_name(window: MainWindow, measure: str) -> None:
    with_panel(window, Qt.Key.Key_B)
    dialog = ExportPicture(window.document.graph, UNIT, window.settings)
    dialog.show()
    choices = dialog.choices
    choices.measure.setCurrentIndex(choices.measure.findData(measure))
    QApplication.processEvents()
    assert not [*nameless(dialog)]
    amount = QAccessible.queryAccessibleInterface(choices.amount)
    assert amount.text(QAccessible.Text.Name) == choices.measure.currentText()
    dialog.deleteLater()


SWISH = OwnOp("swish", "u*sigmoid(u)", "φ")
DIALOGS = {
    "error": lambda window: Failure(window, "It went wrong", "why", "Traceback", unsaved=True),
    "randomise": lambda window: Randomise({"All leaves": ["w"]}, window),
    "preferences": lambda window: Preferences(window.settings, print, window),
    "network": NewNetwork,
    "expression": lambda window: NewExpression(parent=window),
    "own op": lambda window: OwnOpDialog(SWISH, [], "Own op", window),
    "recovery": lambda window: Recover([], window),
    "about": About,
    "guide": lambda window: Guide(window.theme, window),
    "text": lambda window: ExportText(window.document.graph, UNIT, window),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_all_of_a_dialog_is_called_by_a_name(window: MainWindow, name: str) -> None:
    """Of an error's report it was heard that it was a text, and not which."""
    with_panel(window, Qt.Key.Key_B)
    dialog = DIALOGS[name](window)
    dialog.show()
    QApplication.processEvents()
    assert not [*nameless(dialog)]
    dialog.deleteLater()


def test_an_example_below_the_edge_has_its_name_as_the_keyboard_comes(window: MainWindow) -> None:
    """It got one as it was painted, and that was after a reader had been told where one is."""
    window.resize(1000, 420)
    window.show_welcome()
    QApplication.processEvents()
    cards = [card for card in window.welcome.findChildren(ExampleCard) if not card.text()]
    assert cards
    for card in cards:
        card.setFocus(Qt.FocusReason.TabFocusReason)
        assert QAccessible.queryAccessibleInterface(card).text(QAccessible.Text.Name)


def toggle(box: QCheckBox) -> None:
    """Toggle a box as a screen reader does."""
    can = QAccessible.queryAccessibleInterface(box).actionInterface()
    can.doAction(can.toggleAction())
    QApplication.processEvents()


def test_a_box_that_a_reader_toggles_does_what_a_press_does(window: MainWindow) -> None:
    """It was ticked, and the graph stayed as it was: readers do not click."""
    with_panel(window, Qt.Key.Key_B)
    window.turn_to("inspect")
    window.canvas.select({"w"})
    QApplication.processEvents()
    page = window.inspector.node_page
    for box in (page.slider.chosen, page.output):
        toggle(box)
        assert box.isChecked()
    assert window.document.history.count() == 2
    assert window.evaluation.seen.output == "w"
    toggle(page.output)
    assert window.evaluation.seen.output == "J"
    dialog = ExportPicture(window.document.graph, UNIT, window.settings)
    toggle(dialog.choices.steps)
    assert dialog.choices.choices()["steps"]
    dialog.deleteLater()
