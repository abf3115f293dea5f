"""Dialogs on a small screen, such as a laptop's at 200 %: all of them can be seen and clicked."""

from collections.abc import Callable
from pathlib import Path

import pytest
from examples import UNIT
from PySide6.QtCore import QSettings, QSize
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

import engine
from gui import fonts
from gui.dialogs.about import About
from gui.dialogs.export_picture import ExportPicture
from gui.dialogs.export_text import ExportText
from gui.dialogs.guide import Guide
from gui.dialogs.new_expression import NewExpression
from gui.dialogs.new_network import NewNetwork
from gui.settings import Settings
from gui.theme import LIGHT
from gui.window.appearance import Appearance

SCREEN = QSize(960, 500)  # of 1920 × 1080 at 200 %, without the bar of tasks
FRAME = QSize(2, 26)


def _picture(folder: Path) -> QWidget:
    settings = Settings(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
    return ExportPicture(engine.load(UNIT), folder / "unit.chainrule", settings)


MADE: dict[str, Callable[[Path], QWidget]] = {
    "picture": _picture,
    "code": lambda folder: ExportText(engine.load(UNIT), folder / "unit.chainrule"),
    "expression": lambda _: NewExpression(),
    "network": lambda _: NewNetwork(),
    "guide": lambda _: Guide(LIGHT),
    "about": lambda _: About(),
}


@pytest.mark.parametrize("kind", list(MADE))
def test_a_dialog_lies_whole_on_a_small_screen(
    kind: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts.load()
    store = QSettings(str(tmp_path / "look.ini"), QSettings.Format.IniFormat)
    _dressed = Appearance(Settings(store), qapp)
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SCREEN)
    window = MADE[kind](tmp_path)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    needed = window.size().expandedTo(window.minimumSizeHint()) + FRAME
    assert needed.width() <= SCREEN.width()
    assert needed.height() <= SCREEN.height()
    for button in window.findChildren(QAbstractButton) if isinstance(window, QDialog) else ():
        if button.isVisible() and button.text():
            inside = button.visibleRegion().boundingRect()
            assert inside == button.rect() or _is_scrolled(button)


def test_the_guide_is_read_on_a_small_screen_without_scrolling_aside(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    fonts.load()
    monkeypatch.setattr(QScreen, "availableSize", lambda _: SCREEN)
    guide = Guide(LIGHT)
    qtbot.addWidget(guide)
    guide.show()
    qtbot.waitExposed(guide)
    assert guide.text.horizontalScrollBar().maximum() == 0
    assert guide.text.verticalScrollBar().maximum() > 0


def _is_scrolled(button: QAbstractButton) -> bool:
    """Tell whether a button lies in a column that can be scrolled to it."""
    part: QWidget | None = button
    while part is not None and part.metaObject().className() != "QScrollArea":
        part = part.parentWidget()
    return part is not None
