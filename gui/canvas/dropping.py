"""What is dragged onto the canvas from elsewhere: ops from the palette, and files."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from gui import mime
from gui.canvas.adding import Adding
from gui.document import Document
from gui.evaluation import Evaluation

__all__ = ["Dropping"]


class Dropping(Adding):
    """Edits with drops: an op is placed at the pointer, a file is asked to be opened."""

    file_dropped = Signal(str)

    def __init__(
        self, document: Document, evaluation: Evaluation, parent: QWidget | None = None
    ) -> None:
        super().__init__(document, evaluation, parent)
        self.setAcceptDrops(True)
        self.viewport().setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take ops from the palette, and files."""
        if event.mimeData().hasFormat(mime.OP) or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Take them anywhere."""
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Place the op at the pointer, or open the file."""
        data = event.mimeData()
        event.acceptProposedAction()
        if data.hasFormat(mime.OP):
            point = self.viewpoint.to_picture(event.position())
            self.place(bytes(data.data(mime.OP).data()).decode(), point)
        else:
            for url in data.urls():
                if url.isLocalFile():
                    self.file_dropped.emit(url.toLocalFile())
