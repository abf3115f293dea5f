"""Editing in place: a field over a card for a leaf's value or a node's name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

import engine

__all__ = ["InlineEditor"]

_LEAST_WIDTH = 96


class InlineEditor(QLineEdit):
    """A field that hands its text to `take`; a GraphError keeps it open and shows the reason."""

    closed = Signal()

    def __init__(self, view: QWidget, text: str, box: QRect, take: Callable[[str], None]) -> None:
        super().__init__(text, view)
        self._take, self._view = take, view
        self._done = False
        self._reason = QLabel(view)
        self._reason.setObjectName("reason")
        self._reason.setWordWrap(False)
        self._reason.hide()
        self.setObjectName("inline")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(_placed(box, view))
        self.textEdited.connect(self._clear)
        self.installEventFilter(self)
        self.show()
        self.selectAll()
        self.setFocus()

    @property
    def reason(self) -> str:
        """Return why the text was not taken, empty where it was not refused."""
        return self._reason.text() if self.property("wrong") else ""

    def finish(self, *, keep: bool) -> bool:
        """Close the field, with `keep` only if its text is taken; return whether it closed."""
        if self._done:
            return True
        if keep:
            try:
                self._take(self.text())
            except engine.GraphError as error:
                self._refuse(str(error))
                return False
        self._done = True
        self._reason.deleteLater()
        self.hide()
        self.deleteLater()
        self.closed.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Return, Esc and the loss of the keyboard before any shortcut does."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self._key(event)
        if event.type() == QEvent.Type.FocusOut and not self._done:
            self.finish(keep=True) or self.finish(keep=False)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self.finish(keep=True)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
            return True
        return False

    def _refuse(self, sentence: str) -> None:
        self._mark(wrong=True)
        self._reason.setText(sentence)
        self._reason.adjustSize()
        view = self._view
        x = min(self.x(), max(view.width() - self._reason.width() - 4, 4))
        self._reason.move(x, self.geometry().bottom() + 4)
        self._reason.show()
        self._reason.raise_()

    def _clear(self) -> None:
        self._mark(wrong=False)
        self._reason.hide()

    def _mark(self, *, wrong: bool) -> None:
        self.setProperty("wrong", wrong)
        self.style().unpolish(self)
        self.style().polish(self)


def _placed(box: QRect, view: QWidget) -> QRect:
    """Return the field's place: over the card, wide enough to type in, inside the view."""
    place = QRect(box)
    if place.width() < _LEAST_WIDTH:
        place.setWidth(_LEAST_WIDTH)
        place.moveCenter(box.center())
    place.setHeight(min(max(box.height(), 28), 40))
    place.moveCenter(box.center())
    place.moveLeft(min(max(place.left(), 2), max(view.width() - place.width() - 2, 2)))
    place.moveTop(min(max(place.top(), 2), max(view.height() - place.height() - 2, 2)))
    return place
