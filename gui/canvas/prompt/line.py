"""A prompt's line: its text, and the keys that walk the list, choose and give up."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.widgets.copying_drop import LeavesFiles

__all__ = ["Line"]

_FIND = QKeySequence("Ctrl+F")


class Line(LeavesFiles, QLineEdit):
    """The text, and the keys that walk the list, choose and give up."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep the keys: of the shortcuts only the one that finds hears what is typed here.

        What is sought there is no part of what is asked here, which is given up for it.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(QKeySequence(event.keyCombination()) != _FIND)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.entered.emit()
            elif key == Qt.Key.Key_Escape:
                self.left.emit()
            elif key in (Qt.Key.Key_Down, Qt.Key.Key_Tab):
                self.stepped.emit(1)
            elif key in (Qt.Key.Key_Up, Qt.Key.Key_Backtab):
                self.stepped.emit(-1)
            else:
                return super().event(event)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up when the keyboard goes elsewhere; another window in front changes nothing."""
        super().focusOutEvent(event)
        before = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason
        if event.reason() not in before and QApplication.focusWidget() is not None:
            self.left.emit()
