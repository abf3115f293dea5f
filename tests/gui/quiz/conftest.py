"""The window in which a quiz is given."""

import pytest
from quiz_desk import Desk
from windows import window

from gui.window.main_window import MainWindow

__all__ = ["window"]


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    return Desk(window)
