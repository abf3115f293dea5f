"""Tests that are taken in every language of the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from gui.language import languages, speak

__all__ = ["spoken"]


@pytest.fixture(params=languages(), autouse=True)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """Let the window be made in each language."""
    translators = speak(qapp, request.param)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
