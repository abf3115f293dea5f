"""A box to tick, which tells what was chosen in it however that was done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

__all__ = ["Tick"]


class Tick(QCheckBox):
    """`chosen` tells what somebody ticks here, and nothing of what the box is set to.

    `clicked` would tell of a press alone: a screen reader, or who speaks to the computer, toggles
    the box itself, which then showed what the graph was not.
    """

    chosen = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._set = False
        self.toggled.connect(self._tell)

    def setChecked(self, on: bool) -> None:  # noqa: N802  Qt's own name
        """Show what is chosen already; Qt itself does not come by here."""
        self._set = True
        try:
            super().setChecked(on)
        finally:
            self._set = False

    def _tell(self, on: bool) -> None:
        if not self._set:
            self.chosen.emit(on)
