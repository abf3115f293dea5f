"""Whose Ctrl+Z it is in a line of text: its own typing's, or the window's."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

__all__ = ["leave_undo"]


def leave_undo(line: QLineEdit, event: QEvent) -> None:
    """Leave the keys of undo and redo to the window where `line` has nothing typed for them.

    `event` has been handled by the line.
    """
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
        undo = event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable()
        redo = event.matches(QKeySequence.StandardKey.Redo) and not line.isRedoAvailable()
        if undo or redo:
            event.ignore()
