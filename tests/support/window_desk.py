"""A window, and what its dialogs are told and answer."""

from pathlib import Path

import pytest
from PySide6.QtCore import (
    QSettings,
)
from PySide6.QtWidgets import QWidget

from gui.commands import AddNodes, NewNode
from gui.dialogs import choose, message
from gui.settings import Settings
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow
from resources import resource

UNIT = resource("examples/linear-unit.chainrule")


class Desk:
    """A window, and what its dialogs are told and answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.told: list[str] = []
        self.windows: list[MainWindow] = []
        self.asked = 0
        self.answer = message.Answer.CANCEL
        self.path: Path | None = None
        monkeypatch.setattr(message, "tell_failure", self._tell)
        monkeypatch.setattr(message, "ask_unsaved", self._ask)
        monkeypatch.setattr(choose, "file_to_open", lambda *_: self.path)
        monkeypatch.setattr(choose, "file_to_save", lambda *_: self.path)
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        self.settings = Settings(store)
        self.appearance = Appearance(self.settings)
        self.window = self.another()

    def another(self) -> MainWindow:
        window = MainWindow(self.settings, self.appearance)
        window.show_welcome()
        window.show()
        self.windows.append(window)
        return window

    def _tell(self, _parent: QWidget, *sentences: str) -> None:
        self.told.append(" ".join(sentences))

    def _ask(self, _parent: QWidget, _title: str) -> message.Answer:
        self.asked += 1
        return self.answer


def add_node(window: MainWindow) -> None:
    window.document.do(AddNodes([NewNode("k", "constant", {"value": 1.0, "position": (0.0, 0.0)})]))
