"""The windows of one process: each has a document of its own."""

import os
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from gui.document import Document

__all__ = ["Windows"]


class _Window(Protocol):
    """What is known of a window here."""

    document: Document
    destroyed: SignalInstance


class Windows:
    """Keeps the open windows until they are closed."""

    def __init__(self) -> None:
        self._kept: dict[int, _Window] = {}

    def keep(self, window: _Window) -> None:
        """Keep `window` until it is closed."""
        # The window itself in a connection of its own signal would keep it alive for good.
        number = id(window)
        self._kept[number] = window
        window.destroyed.connect(lambda: self._kept.pop(number, None))

    def all(self) -> list[Any]:
        """Return the windows in the order in which they were opened."""
        return list(self._kept.values())

    def showing(self, path: Path) -> _Window | None:
        """Return the window whose document is the file `path`, None where none is."""
        wanted = os.path.realpath(path)
        for window in self._kept.values():
            shown = window.document.path
            if shown is not None and os.path.realpath(shown) == wanted:
                return window
        return None
