"""Forms: what stands before a field is level with what is typed there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.field import Field
from gui.settings import Settings
from gui.widgets.form import choice_box, form_layout
from gui.widgets.number_box import NumberBox
from gui.window.appearance import Appearance


@pytest.fixture
def form(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[QFormLayout]:
    """The empty form of a window that is dressed as the editor's are."""
    store = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    dressed = Appearance(Settings(store), qapp)
    window = QWidget()
    qtbot.addWidget(window)
    form = form_layout()
    window.setLayout(form)
    yield form
    del dressed  # it dresses as long as it is known


@pytest.mark.parametrize("made", ["line", "choice", "number"])
def test_a_title_is_level_with_its_field(made: str, form: QFormLayout) -> None:
    window = form.parentWidget()
    fields = {
        "line": lambda: QLineEdit(window),
        "choice": lambda: choice_box({1: "One"}, window),
        "number": lambda: NumberBox(0, 9, window),
    }
    field, title = fields[made](), QLabel("Title", window)
    form.addRow(title, field)
    window.show()
    assert abs(title.geometry().center().y() - field.geometry().center().y()) <= 1


def test_a_title_stays_level_with_a_line_below_which_a_reason_comes(form: QFormLayout) -> None:
    window = form.parentWidget()
    field, title = Field("value", window), QLabel("Value", window)
    form.addRow(title, field)
    window.show()
    before = title.geometry()
    field.refuse("‘abc’ is not a number")
    QApplication.processEvents()
    assert field.height() > field.line.height() + 10
    assert title.geometry() == before
