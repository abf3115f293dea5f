"""What is preferred holds in the window at once, in the others, and at the next start."""

from collections import Counter

import pytest
from hands import Hands
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import unit, window

from gui.actions.action import shown_lens
from gui.commands import SetValue
from gui.dialogs.preferences import Preferences
from gui.picture.plain_text import plain_text
from gui.readings import Numbers
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow

__all__ = ["unit", "window"]

pytestmark = pytest.mark.usefixtures("unit")


def test_what_is_preferred_holds_at_once_and_at_the_next_start(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    settings = window.settings
    dialog = Preferences(settings, window.choose_theme, window)
    qtbot.addWidget(dialog)
    dialog.changed.connect(window.take_settings)
    dialog.wheel.setCurrentIndex(1)
    dialog.snaps.click()
    dialog.minimap.click()
    dialog.theme.setCurrentIndex(dialog.theme.findData("dark"))
    canvas = window.canvas
    assert (canvas.navigation.wheel_zooms, canvas.snaps, canvas.minimap.wanted) == (
        True,
        False,
        False,
    )
    assert window.theme.name == "dark"
    settings.sync()
    again = Settings(QSettings(str(settings.file), QSettings.Format.IniFormat))
    another = MainWindow(again, Appearance(again, qapp))
    canvas = another.canvas
    assert (canvas.navigation.wheel_zooms, canvas.snaps, canvas.minimap.wanted) == (
        True,
        False,
        False,
    )
    assert another.theme.name == "dark"
    another.close()
    window.choose_theme("light")


@pytest.mark.parametrize("numbers", Numbers)
def test_the_edges_show_the_numbers_that_are_chosen_and_exports_too(
    window: MainWindow, numbers: Numbers
) -> None:
    canvas = window.canvas
    window.bars.actions[f"numbers.{numbers.value}"].trigger()
    texts = canvas.picture.edge_texts(0)
    assert [bool(text.width) for text in texts] == [numbers.values, numbers.derivatives]
    assert canvas.picture.sum_label(0) is None or numbers.derivatives
    assert window.settings.numbers is numbers
    assert window.bars.actions[f"numbers.{numbers.value}"].isChecked()
    window.canvas.attempt(SetValue("w", 3.0))  # and after the next run
    window.evaluation.flush()
    texts = canvas.picture.edge_texts(0)
    assert [bool(text.width) for text in texts] == [numbers.values, numbers.derivatives]
    lens = shown_lens(window)
    assert (lens is None) is (numbers is Numbers.BOTH)
    if lens is not None:
        seen = lens(window.evaluation.readings)
        assert bool(seen.legend[0]) is numbers.values
        assert (seen.value("w") == 3.0) is numbers.values
    canvas.viewport().repaint()


def test_a_lesson_shows_its_numbers_whatever_is_chosen(window: MainWindow) -> None:
    window.bars.actions["numbers.neither"].trigger()
    window.lesson.start()
    window.lesson.last()
    assert all(text.width for text in window.canvas.picture.edge_texts(0))
    window.lesson.stop()
    assert not any(text.width for text in window.canvas.picture.edge_texts(0))


def test_digits_are_as_many_as_are_wanted_in_all_windows(window: MainWindow) -> None:
    other = window.another()
    window.canvas.attempt(SetValue("w", 2.00123456))
    window.settings.digits = 8
    for one in (window, other):
        one.take_settings()
    window.evaluation.flush()
    texts = [plain_text(label.text) for label in window.canvas.picture.labels()]
    assert "3.9975278" in texts
    window.settings.digits = 4
    for one in (window, other):
        one.take_settings()
    texts = [plain_text(label.text) for label in window.canvas.picture.labels()]
    assert "3.998" in texts
    assert "3.9975278" not in texts
    other.close()


def test_the_caption_of_a_lesson_has_as_many_digits_too(window: MainWindow) -> None:
    window.canvas.attempt(SetValue("w", 2.00123456))
    window.lesson.start()
    window.lesson.go(window.lesson.walk.place_of("c", 0))
    window.settings.digits = 8
    window.take_settings()
    assert "2.0012346" in "".join(map(plain_text, window.transport.caption._lines))
    window.settings.digits = 4
    window.take_settings()
    written = "".join(map(plain_text, window.transport.caption._lines))
    assert "2.001" in written
    assert "2.0012346" not in written
    window.lesson.stop()


def test_without_snapping_ctrl_snaps(window: MainWindow) -> None:
    hands = Hands(window.canvas)
    window.canvas.snaps = False
    x, y = hands.middle("b")
    hands.drag((x, y - 12), (x + 33.3, y + 21.7))
    moved = hands.middle("b")
    assert moved[0] != round(moved[0] / 10) * 10
    window.document.undo()
    hands.drag((x, y - 12), (x + 33.3, y + 41.7), Qt.KeyboardModifier.ControlModifier)
    assert hands.middle("b") != moved


def test_another_language_says_from_when_it_holds(window: MainWindow, qtbot: QtBot) -> None:
    dialog = Preferences(window.settings, window.choose_theme, window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.later.isVisible()
    names = [dialog.language.itemText(row) for row in range(dialog.language.count())]
    assert names[1:] == ["English", "Deutsch", "Français"]
    dialog.language.setFocus()
    QTest.keyClick(dialog.language, Qt.Key.Key_D)
    assert dialog.language.currentText() == "Deutsch"
    assert dialog.later.isVisible()
    assert window.settings.language == "de"
    for _ in range(2):
        QTest.keyClick(dialog.language, Qt.Key.Key_Up)
    QApplication.processEvents()
    assert not dialog.later.isVisible()
    assert window.settings.language == ""


@pytest.mark.parametrize("name", ["light", "dark"])
def test_what_is_chosen_in_a_list_can_be_read(window: MainWindow, qtbot: QtBot, name: str) -> None:
    window.choose_theme(name)
    dialog = Preferences(window.settings, window.choose_theme, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.numbers.setFocus()
    QTest.keyClick(dialog.numbers, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    seen, view = popup.grab().toImage(), dialog.numbers.view()
    row = view.viewport().mapTo(popup, view.visualRect(view.currentIndex()).center()).y()
    inks = Counter(seen.pixelColor(x, row).name() for x in range(4, seen.width() - 4))
    assert inks.most_common(1)[0][0] == window.theme.hover  # letters are told from it in all menus
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    window.choose_theme("light")
