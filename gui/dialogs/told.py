"""The line of a dialog that says what comes of it, or what keeps it from being taken."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QWidget

from gui.widgets.aloud import LETTER_PAUSE, announce
from gui.widgets.named import mark, named

__all__ = ["Told"]


class Told(QLabel):
    """Muted; where something is refused in another colour, and no button goes on with it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=True)
        named(self, "muted")
        self._held: tuple[QWidget, ...] = ()
        self._pause = QTimer(self, interval=LETTER_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._announce)

    def hold(self, *buttons: QWidget) -> None:
        """Let these buttons be pressed only while nothing is refused."""
        self._held = buttons

    def say(self, text: str, *, refused: bool = False) -> None:
        """Say `text`."""
        if self.isVisible() and text != self.text():  # what stands there first is read with it
            self._pause.start()
        self.setText(text)
        mark(self, "refused", refused)
        for button in self._held:
            button.setEnabled(not refused)

    def _announce(self) -> None:
        announce(self, self.text())

    def keep_room(self, lines: int = 2) -> None:
        """Be so many lines high also while there is less to say."""
        self.setMinimumHeight((self.fontMetrics().lineSpacing() + 2) * lines)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
