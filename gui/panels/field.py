"""A line of text that is taken on Enter or on leaving it, and says why it is refused."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.widgets.aloud import announce
from gui.widgets.named import mark, named
from gui.widgets.undoing import Line

__all__ = ["Field"]


class Field(QWidget):
    """A line edit with room for a reason below; `entered` carries a text that was changed.

    Esc brings the shown text back. A refused text stays, outlined, until it is mended.
    """

    entered = Signal(str)
    turned = Signal(bool)
    """The text is refused, or no more."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = _Line(self)
        self.line.setAccessibleName(name)
        self.line.editingFinished.connect(self._finish)
        self.line.textEdited.connect(self._mend)
        self.line.given_up.connect(self.give_up)
        self.reason = named(QLabel(self, wordWrap=True), "refusal")
        self.reason.hide()
        self._shown = ""
        self._taking = False  # the field is left amid it where what it brings about is waited for
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.reason)
        self.setFocusProxy(self.line)

    def show_text(self, text: str, hint: str = "") -> None:
        """Show `text` and, where it is empty, `hint`; what is being typed is left alone."""
        self.line.setPlaceholderText(hint)
        if text == self._shown:
            return
        typing = self.line.hasFocus() and self.line.text() != self._shown
        self._shown = text
        if not typing:
            self.line.setText(text)
            self.line.setCursorPosition(0)
            self._mend()

    @property
    def shown(self) -> str:
        """The text that is shown when nothing is being typed."""
        return self._shown

    def refuse(self, reason: str) -> None:
        """Outline the text and say why it is not taken."""
        self.reason.setText(reason)
        self.reason.show()
        announce(self.line, reason, now=True)
        self._outline(True)

    @property
    def refused(self) -> bool:
        """Whether the text is one that is not taken."""
        return bool(self.line.property("refused"))

    def give_up(self) -> None:
        """Show again what was there before the typing."""
        self.line.setText(self._shown)
        self._mend()

    def _finish(self) -> None:
        text = self.line.text().strip()
        if text == self._shown:
            self._mend()
        elif not self._taking and not (self.reason.isVisible() and not self.line.hasFocus()):
            self._taking = True
            try:
                self.entered.emit(text)
            finally:
                self._taking = False
            if not self.line.property("refused"):
                self.give_up()  # what was taken is shown as it is written: 3.0 as 3

    def _mend(self) -> None:
        if self.line.property("refused"):
            self.reason.hide()
            self._outline(False)

    def _outline(self, refused: bool) -> None:
        mark(self.line, "refused", refused)
        self.turned.emit(refused)


class _Line(Line):
    """A line edit that Esc leaves as it was, and that selects all when it is reached by key."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give up on Esc; all other keys are Qt's."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the text when the field is reached by Tab."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.selectAll()
