"""A desk for files that others open, change and remove while a window has them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from desk import Desk
from examples import UNIT
from PySide6.QtWidgets import QWidget

import engine
from gui.dialogs import choose, message
from gui.window.main_window import MainWindow


class Asked(Desk):
    """A desk on which every question about files gets a known answer."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(folder)
        self.told: list[str] = []
        self.asked: list[str] = []
        self.copy = False
        self.outside = message.Whose.LATER
        self.path: Path | None = None
        monkeypatch.setattr(message, "ask_unsaved", lambda *_: message.Answer.DISCARD)
        monkeypatch.setattr(message, "ask_copy", self._ask_copy)
        monkeypatch.setattr(message, "ask_outside", self._ask_outside)
        for tells in ("tell_failure", "offer_save_as"):
            monkeypatch.setattr(message, tells, lambda _w, *text: self.told.append(" ".join(text)))
        monkeypatch.setattr(choose, "file_to_save", lambda *_: self.path)

    def _ask_copy(self, _parent: QWidget, name: str, _since: float, _computer: str) -> bool:
        self.asked.append(name)
        return self.copy

    def _ask_outside(self, _parent: QWidget, name: str, *, unsaved: bool) -> message.Whose:
        self.asked.append(f"{name} {unsaved}")
        return self.outside


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Asked]:
    desk = Asked(tmp_path, monkeypatch)
    yield desk
    desk.clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return Path(shutil.copy(UNIT, tmp_path / "unit.chainrule"))


def theirs(file: Path, value: float = 9.0, *, keep_time: bool = True) -> bytes:
    """Replace the file as another program would; its time may even stay."""
    time = file.stat().st_mtime_ns
    graph = engine.load(file)
    graph.set_attribute("w", "value", value)
    engine.save(graph, file)
    if keep_time:
        os.utime(file, ns=(time, time))
    return file.read_bytes()


def value(window: MainWindow) -> object:
    return window.document.graph.attributes("w")["value"]
