"""The window in which a panel stands."""

import pytest
from inspected import Desk
from pytestqt.qtbot import QtBot
from windows import window

__all__ = ["window"]


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    return Desk(qtbot)
