"""The program's own fonts, for all that is drawn."""

import pytest


@pytest.fixture(autouse=True)
def _as_launched(qapp):  # noqa: ARG001  fonts need the application
    from gui import fonts
    from gui.safety.overrides import guard_overrides

    fonts.load()
    guard_overrides()
