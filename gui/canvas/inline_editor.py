"""Editing in place: a field over a card for a leaf's value or a node's name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

import engine
from gui.named import mark, named

__all__ = ["InlineEditor"]

_LEAST_WIDTH = 96
_AROUND_TEXT = 32  # pixels for the border, the padding and the caret


class InlineEditor(QLineEdit):
    """A field that hands its text to `take`; a GraphError keeps it open and shows the reason."""

    closed = Signal()

    def __init__(
        self,
        view: QWidget,
        text: str,
        box: QRect,
        take: Callable[[str], None],
        *,
        exact: bool = False,
    ) -> None:
        """Stand over `box`, wide enough to type in; `exact` is the place itself."""
        super().__init__(text, view)
        self._take, self._view = take, view
        self._done = False
        self._reason = named(QLabel(view), "reason")
        self._reason.setWordWrap(False)
        self._reason.hide()
        self.setObjectName("inline")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("small", exact)
        self.setGeometry(_inside(box, view) if exact else _placed(box, view))
        self._least = self.geometry()
        self.textEdited.connect(self._clear)
        if not exact:
            self.textChanged.connect(self._grow)
            self._grow()
        self.hide()

    def begin(self) -> None:
        """Ask: `closed` may be told from here on, where something takes the keyboard back."""
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

    def event(self, event: QEvent) -> bool:
        """Keep every key for the field: no shortcut hears it, Tab too ends the typing."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.finish(keep=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(keep=False)
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the text where it can be taken; another window in front changes nothing."""
        super().focusOutEvent(event)
        elsewhere = event.reason() != Qt.FocusReason.ActiveWindowFocusReason
        if elsewhere and not self._done and not self.finish(keep=True):
            self.finish(keep=False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up when the view goes away with the field open; a window put by keeps it open."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.finish(keep=False)

    def _refuse(self, sentence: str) -> None:
        mark(self, "wrong", True)
        self._reason.setText(sentence)
        self._reason.adjustSize()
        view = self._view
        x = min(self.x(), max(view.width() - self._reason.width() - 4, 4))
        self._reason.move(x, self.geometry().bottom() + 4)
        self._reason.show()
        self._reason.raise_()

    def _grow(self) -> None:
        """Be as wide as the text needs, around the card, as far as the view goes."""
        self.ensurePolished()  # the style's font, and its room around the text
        needed = self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_TEXT
        place = QRect(self._least)
        most = max(self._view.width() - 4, place.width())
        place.setWidth(min(max(needed, place.width()), most))
        place.moveCenter(self._least.center())
        self.setGeometry(_inside(place, self._view))

    def _clear(self) -> None:
        mark(self, "wrong", False)
        self._reason.hide()


def _placed(box: QRect, view: QWidget) -> QRect:
    """Return the field's place: over the card, wide enough to type in, inside the view."""
    place = QRect(box)
    if place.width() < _LEAST_WIDTH:
        place.setWidth(_LEAST_WIDTH)
        place.moveCenter(box.center())
    place.setHeight(min(max(box.height(), 28), 40))
    place.moveCenter(box.center())
    return _inside(place, view)


def _inside(box: QRect, view: QWidget) -> QRect:
    """Return the place moved into the view."""
    place = QRect(box)
    place.moveLeft(min(max(place.left(), 2), max(view.width() - place.width() - 2, 2)))
    place.moveTop(min(max(place.top(), 2), max(view.height() - place.height() - 2, 2)))
    return place
