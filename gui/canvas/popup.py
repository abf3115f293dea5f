"""What comes up over the canvas for a while and goes away for good."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from gui.widgets.keyboard import has_keyboard

__all__ = ["Popup"]


class Popup(QFrame):
    """A frame over the view; `closed` tells, once, that it went away.

    It tells whether the keyboard was in it: else it is where a press has taken it.
    """

    closed = Signal(bool)

    def __init__(self, name: str, view: QWidget) -> None:
        super().__init__(view)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)  # the view lies below it
        self._view = view
        self._done = False

    def close_it(self) -> None:
        """Go away; what was typed is given up."""
        if not self._done:
            self._done = True
            held = has_keyboard(self)  # once it is hidden Qt has handed the keyboard on
            self.hide()
            self.deleteLater()
            self.closed.emit(held)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep every key from the view below: it would take what means nothing here for its own.

        The window hears of it, which says why a key's action cannot be taken now.
        """
        window = self.window()
        if window not in (self._view, self._view.parentWidget()):  # a view may stand alone
            QApplication.sendEvent(window, event)
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:
        """Go away with the view, but not with a window that is only minimised."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.close_it()
