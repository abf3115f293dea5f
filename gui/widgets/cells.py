"""A table's cells as they are typed into: what their fields leave to the window."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QWidget

from gui.widgets.copying_drop import files_in
from gui.widgets.undoing import is_of_the_window, is_unheard

__all__ = ["Cells"]


class Cells(QStyledItemDelegate):
    """Lets a table's cells be typed into, in Qt's own fields, which leave files and keys likewise.

    A view has its delegate look at all that comes to such a field.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep files from a field, and those keys of the window that it would take."""
        file = isinstance(event, QDragEnterEvent) and bool(files_in(event.mimeData()))
        if file or (isinstance(event, QKeyEvent) and is_of_the_window(event)):
            event.ignore()
            return True
        if isinstance(watched, QWidget) and is_unheard(event, watched):
            return True
        return super().eventFilter(watched, event)
