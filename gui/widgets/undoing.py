"""Whose keys they are in a line of text: its own typing's, or the window's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from gui.widgets.copying_drop import LeavesFiles

__all__ = ["Line", "is_of_the_window", "is_unheard", "leave_keys"]

# On X11 and there only Qt goes to a line's end by Ctrl+E; it empties it by Ctrl+U, and from the
# caret on by Ctrl+K.
_OF_THE_WINDOW = {QKeySequence(keys) for keys in ("Ctrl+E", "Ctrl+K", "Ctrl+U")}


def is_of_the_window(event: QKeyEvent) -> bool:
    """Return whether it is asked of a key that is the window's if it shall be a field's."""
    asked = event.type() == QEvent.Type.ShortcutOverride
    return asked and QKeySequence(event.keyCombination()) in _OF_THE_WINDOW


def is_unheard(event: QEvent, field: QWidget) -> bool:
    """Return whether a key is the window's, whose action is grey: Qt's field would take it then.

    In a dialog, which has no such actions, it is the field's.
    """
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    its = QKeySequence(event.keyCombination()) in _OF_THE_WINDOW
    return its and not isinstance(field.window(), QDialog)


def leave_keys(line: QLineEdit, event: QEvent) -> None:
    """Leave the window's keys to it, those of undo where `line` has nothing typed for them.

    `event` has been handled by the line.
    """
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable()
        if undo or redo or is_of_the_window(event):
            event.ignore()


class Line(LeavesFiles, QLineEdit):
    """A line of text in a window with a graph, whose undo is meant where nothing is typed."""

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window where nothing typed is to be undone; others likewise."""
        if is_unheard(event, self):
            return True
        taken = super().event(event)
        leave_keys(self, event)
        return taken
