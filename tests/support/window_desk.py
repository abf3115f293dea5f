"""A desk with one window that shows the welcome page, and what its dialogs are told and answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk as SharedDesk
from PySide6.QtWidgets import QWidget

from gui.commands import AddNodes, NewNode
from gui.dialogs import choose, message
from gui.window.appearance import Appearance
from gui.window.main_window import MainWindow


class Desk(SharedDesk):
    """A desk with its first window, and what dialogs are told and answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self.folder = folder
        self.told: list[str] = []
        self.asked = 0
        self.answer = message.Answer.CANCEL
        self.path: Path | None = None
        monkeypatch.setattr(message, "tell_failure", self._tell)
        monkeypatch.setattr(message, "offer_save_as", self._tell)
        monkeypatch.setattr(message, "ask_unsaved", self._ask)
        monkeypatch.setattr(choose, "file_to_open", lambda *_: self.path)
        monkeypatch.setattr(choose, "file_to_save", lambda *_: self.path)
        self.appearance = Appearance(self.settings)
        self.window = self.welcoming()

    def welcoming(self) -> MainWindow:
        """Return another window, with the welcome page; its look is shared with the first."""
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


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path, monkeypatch)
    yield desk
    desk.answer = message.Answer.DISCARD
    desk.clear()
