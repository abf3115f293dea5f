"""A theme on all that is seen."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget
from window_desk import Desk

from gui.theme import DARK, LIGHT, Ink
from gui.widgets.named import named


def test_another_theme_dresses_each_part_twice_at_most(desk: Desk) -> None:
    window = desk.window
    for name in ("bump", "train", "quiz"):
        window.turn_to(name)
    dressed: Counter[QObject] = Counter()

    class Heard(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if watched.isWidgetType() and event.type() is QEvent.Type.StyleChange:
                dressed[watched] += 1
            return False

    application, heard = QApplication.instance(), Heard()
    parts = window.findChildren(QWidget)
    application.installEventFilter(heard)
    window.choose_theme("dark")
    application.removeEventFilter(heard)
    assert set(parts) <= dressed.keys()
    assert max(dressed.values()) <= 2  # and not once for each that it lies in


def _ink(label: QLabel) -> QColor:
    label.ensurePolished()
    return label.palette().color(label.foregroundRole())


@pytest.mark.parametrize("kind", [QDialog, QMenu])
def test_what_stands_on_a_window_wears_its_theme_then_and_later(
    desk: Desk, kind: type[QWidget]
) -> None:
    window, muted = desk.window, {t.name: QColor(t.inks[Ink.MUTED]) for t in (LIGHT, DARK)}
    window.choose_theme("dark")
    stands = kind(window)
    label = named(QLabel("a", stands), "muted")
    assert _ink(label) == muted["dark"]
    window.choose_theme("light")
    assert _ink(label) == muted["light"]


def test_another_window_wears_the_theme_and_goes_along(desk: Desk) -> None:
    desk.window.choose_theme("dark")
    other = desk.window.another()
    label = named(QLabel("a", other), "muted")
    assert _ink(label) == QColor(DARK.inks[Ink.MUTED])
    desk.window.choose_theme("light")
    assert _ink(label) == QColor(LIGHT.inks[Ink.MUTED])
    other.close()


def test_what_is_typed_stands_as_it_is_typed(desk: Desk) -> None:
    """A minus and a greater-than became an arrow while they were typed, the x of 2x3 a cross."""
    window = desk.window
    window.show_canvas()
    window.canvas.in_place.rename(window.canvas.adding.place("relu"))
    fields: list[QLineEdit] = [window.canvas.entry.editor]
    QTest.keyClick(window.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.canvas, Qt.Key.Key_Tab)
    fields += [window.palette_panel.search, window.canvas.entry.prompt.line]
    fields += window.inspector.findChildren(QLineEdit) + window.canvas.findChildren(QLineEdit)
    for field in fields:
        field.ensurePolished()
        wide = QFontMetricsF(field.font()).horizontalAdvance
        for text in ("a -> b", "2x3"):
            assert wide(text) == sum(map(wide, text)), field.objectName()
