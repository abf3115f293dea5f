"""Editing in place: a field over a card for a leaf's value or a node's name."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

import engine
from gui.threads.work import Cancelled
from gui.widgets.copying_drop import LeavesFiles
from gui.widgets.keyboard import has_keyboard
from gui.widgets.named import mark, named

__all__ = ["InlineEditor"]

_BY_MOUSE = Qt.FocusReason.MouseFocusReason
_LEAST_WIDTH, _LEAST_HEIGHT = 96, 28
_MOST_HEIGHT = 40
_MOST_ROUND = 56  # of a pill, so that it covers a leaf's with the ring around it
_AROUND_TEXT = 32  # pixels for the border, the padding and the caret
_BEFORE_TEXT = 9  # of these to the left

# What keeps or leaves the document, of which the text is a part: those actions take it first.
_OF_THE_DOCUMENT = tuple(map(QKeySequence, ("Ctrl+S", "Ctrl+Shift+S", "Ctrl+W", "Ctrl+Q")))


class InlineEditor(LeavesFiles, QLineEdit):
    """A field that hands its text to `take`; a GraphError keeps it open and shows the reason.

    So does Cancelled, without one; `refused` carries the reason.
    """

    closed = Signal(bool)
    """Tells whether the keyboard was in it: else it is where a press has taken it."""
    refused = Signal(str)
    kept_back = Signal(str)
    """Carries a key of the window, such as F5, that the field keeps from it."""

    def __init__(
        self,
        view: QWidget,
        text: str,
        box: QRect,
        take: Callable[[str], None],
        *,
        exact: bool = False,
        pill: bool = False,
        begins: bool = False,
    ) -> None:
        """Stand over `box`, wide enough to type in; `exact` is the place itself, a `pill` round.

        The text stands in the middle, or `begins` where the box does.
        """
        super().__init__(text, view)
        self._take, self._view = take, view
        self._done = self._taking = False
        self._exact, self._pill, self._begins = exact, pill, begins
        self._reason = named(QLabel(view), "reason")
        self._reason.setWordWrap(False)
        self._reason.hide()
        self.setObjectName("inline")
        side = Qt.AlignmentFlag.AlignLeft if begins else Qt.AlignmentFlag.AlignHCenter
        self.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.setProperty("small", exact)
        self.stand_over(box)
        self.textEdited.connect(self._clear)
        self.textChanged.connect(self._grow)

    def stand_over(self, box: QRect) -> None:
        """Stand over `box` from now on, inside the view."""
        view = self._view
        most = _MOST_ROUND if self._pill else _MOST_HEIGHT
        if self._begins:
            box = box.translated(-_BEFORE_TEXT, 0)
        self._least = _inside(box, view) if self._exact else _placed(box, view, most)
        self.setGeometry(self._least)
        if self._pill:
            round_corners = f"border-radius: {self._least.height() // 2}px"
            self.setStyleSheet(f"#inline {{ {round_corners} }}")  # not its menu's, too
        self._grow()
        if self.reason:
            self._place_reason()

    def begin(self) -> None:
        """Ask: `closed` may be told from here on, where something takes the keyboard back.

        A screen reader that hears of the caret first takes the field for read already, and does not
        say what it is called.
        """
        self.show()
        self.setFocus()
        if self.text():
            self.selectAll()

    @property
    def reason(self) -> str:
        """Return why the text was not taken, empty where it was not refused."""
        return self._reason.text() if self.property("refused") else ""

    def finish(self, *, keep: bool) -> bool:
        """Close the field, with `keep` only if its text is taken; return whether it closed.

        What taking it brings about, such as a picture made anew, does not close it once more.
        """
        if self._done or self._taking:
            return True
        if keep:
            self._taking = True
            try:
                self._take(self.text())
            except engine.GraphError as error:
                self._refuse(str(error))
                return False
            except Cancelled:
                return False
            finally:
                self._taking = False
        self._done = True
        held = has_keyboard(self)  # once it is hidden Qt has handed the keyboard on
        for part in (self._reason, self):  # hidden at once: a dialog's loop deletes neither
            part.hide()
            part.deleteLater()
        self.closed.emit(held)
        return True

    def leave(self) -> None:
        """Close the field as the hand goes elsewhere, keeping its text where it can be taken.

        One that is refused only now stays open: the reason was not seen yet.
        """
        seen = bool(self.reason)
        if not self.finish(keep=True) and (seen or not self.reason):
            self.finish(keep=False)

    def event(self, event: QEvent) -> bool:
        """Keep the keys for the field: of the shortcuts only those that save or close hear them.

        Tab too ends the typing.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(QKeySequence(event.keyCombination()) not in _OF_THE_DOCUMENT)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self.finish(keep=True)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.finish(keep=False)
                return True
            if Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
                keys = QKeySequence(event.keyCombination())
                self.kept_back.emit(keys.toString(QKeySequence.SequenceFormat.NativeText))
                return True
            super().event(event)
            event.accept()  # Alt and an arrow, say, would move the card below
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the text where it can be taken; its own menu, another window change nothing.

        Nor does a press on the view, which says itself that the field is left.
        """
        super().focusOutEvent(event)
        popup = QApplication.activePopupWidget()
        own = popup is not None and popup.parentWidget() is self
        if own or event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            return
        heir = QApplication.focusWidget()
        if heir in (None, self):  # it is asked for its text, or a menu was opened
            self.finish(keep=True)
        # PySide keeps what focusProxy() returns for as long as the one asked, here in a circle.
        elif heir is not self._view.parentWidget() or event.reason() != _BY_MOUSE:
            self.leave()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give up when the view goes away with the field open; a window put by keeps it open."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.finish(keep=False)

    def _refuse(self, sentence: str) -> None:
        mark(self, "refused", True)
        self._reason.setText(sentence)
        self._reason.adjustSize()
        self._place_reason()
        self._reason.show()
        self._reason.raise_()
        self.refused.emit(sentence)

    def _place_reason(self) -> None:
        x = min(self.x(), max(self._view.width() - self._reason.width() - 4, 4))
        self._reason.move(x, self.geometry().bottom() + 4)

    def _grow(self) -> None:
        """Be as wide as the text needs, around the card or from its place on, inside the view."""
        if self._exact:
            return
        self.ensurePolished()  # the style's font, and its room around the text
        needed = self.fontMetrics().horizontalAdvance(self.text()) + _AROUND_TEXT
        place = QRect(self._least)
        most = max(self._view.width() - 4, place.width())
        place.setWidth(min(max(needed, place.width()), most))
        if not self._begins:
            place.moveCenter(self._least.center())
        self.setGeometry(_inside(place, self._view))

    def _clear(self) -> None:
        mark(self, "refused", False)
        self._reason.hide()


def _placed(box: QRect, view: QWidget, most: int) -> QRect:
    """Return the field's place: over the card, wide enough to type in, inside the view.

    It is `most` high.
    """
    place = QRect(box)
    if place.width() < _LEAST_WIDTH:
        place.setWidth(_LEAST_WIDTH)
        place.moveCenter(box.center())
    place.setHeight(min(max(box.height(), _LEAST_HEIGHT), most))
    place.moveCenter(box.center())
    return _inside(place, view)


def _inside(box: QRect, view: QWidget) -> QRect:
    """Return the place moved into the view."""
    place = QRect(box)
    place.moveLeft(min(max(place.left(), 2), max(view.width() - place.width() - 2, 2)))
    place.moveTop(min(max(place.top(), 2), max(view.height() - place.height() - 2, 2)))
    return place
