"""A screen reader that listens, and what it hears of an act."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import pytest
from hands import Hands
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

Hear: TypeAlias = Callable[[Callable[[], object]], str]


@pytest.fixture(autouse=True)
def screen_reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def hearing(hands: Hands, qtbot: QtBot) -> Hear:
    """Return what takes an act and tells the sentence that is said of it."""

    def hear(act: Callable[[], object]) -> str:
        with qtbot.waitSignal(hands.canvas.voice.said) as said:
            act()
        return str(said.args[0])

    return hear
