"""After an export the status bar says which files were written."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.dialogs import choose
from gui.theme import Ink

__all__ = ["unit", "window"]


def export(window, action: str, *, steps: bool = False) -> None:
    """Open the dialog of an export and press its button."""

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if steps:
            dialog.choices.steps.click()
        dialog.go.click()
        dialog.reject()

    QTimer.singleShot(0, press)
    window.bars.actions[action].trigger()


@pytest.mark.usefixtures("unit")
def test_what_was_written_is_told(window, tmp_path, monkeypatch):
    said = []
    window.canvas.told.connect(said.append)
    chosen = [tmp_path / "a.png", tmp_path / "b.png", tmp_path / "c.py", None]
    monkeypatch.setattr(choose, "export_to_write", lambda *_: chosen.pop(0))
    export(window, "file.export")
    export(window, "file.export", steps=True)
    export(window, "file.export_code")
    export(window, "file.export_code")
    assert said == ["Wrote a.png", "Wrote b-01.png to b-13.png", "Wrote c.py"]


@pytest.mark.usefixtures("unit")
def test_what_was_done_does_not_look_like_a_warning(window, tmp_path, monkeypatch):
    """The colour is that of any text, as long as nothing is refused."""
    monkeypatch.setattr(choose, "export_to_write", lambda *_: tmp_path / "a.png")
    said, role = window.status.said, window.status.said.foregroundRole()
    export(window, "file.export")
    done = said.palette().color(role)
    assert (said.text(), done) == ("Wrote a.png", QColor(window.theme.inks[Ink.TEXT]))
    window.canvas.say("a node cannot feed itself")
    assert said.palette().color(role) == QColor(window.theme.inks[Ink.WARNING])
