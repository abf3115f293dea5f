"""A sheet: a table whose cells are typed into one after the other, as in a spreadsheet."""

from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from gui.widgets.cells import Cells
from gui.widgets.named import named

__all__ = ["Sheet"]


class Sheet(QTableView):
    """A table that Enter goes down in and Tab leaves."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "sheet")
        self.setItemDelegate(Cells(self))
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setHighlightSections(False)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on in the row below after Enter."""
        super().closeEditor(editor, hint)
        at = self.currentIndex()
        below = at.siblingAtRow(at.row() + 1)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache and below.isValid():
            self.setCurrentIndex(below)
