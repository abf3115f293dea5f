"""The window that is opened, saved and closed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from window_desk import Desk

from gui.dialogs import message


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    desk = Desk(tmp_path, monkeypatch)
    yield desk
    desk.answer = message.Answer.DISCARD
    desk.clear()
