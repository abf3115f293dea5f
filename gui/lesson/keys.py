"""The lesson's keys: Space, arrows, Home, End, a clicker's; while the canvas has the keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.lesson.lesson import Lesson

__all__ = ["Keys"]

_KEYS: dict[int, Callable[[Lesson], None]] = {
    Qt.Key.Key_Space: Lesson.toggle_playing,
    Qt.Key.Key_Right: Lesson.next,
    Qt.Key.Key_PageDown: Lesson.next,
    Qt.Key.Key_Left: Lesson.back,
    Qt.Key.Key_PageUp: Lesson.back,
    Qt.Key.Key_Home: Lesson.first,
    Qt.Key.Key_End: Lesson.last,
}


class Keys(QObject):
    """Takes the keys of `widget` that lead a lesson while it is on; all others pass.

    Where Space and a drag on `dragged` move what is seen, Space plays as it is let go, if nothing
    was dragged meanwhile.
    """

    def __init__(self, lesson: Lesson, widget: QWidget, dragged: QWidget | None = None) -> None:
        super().__init__(widget)
        self._lesson, self._dragged = lesson, dragged
        self._tapped = False  # Space is held, and for nothing else so far
        widget.installEventFilter(self)
        if dragged is not None:
            dragged.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Return whether the event was a key of the lesson; before shortcuts see it."""
        if watched is self._dragged:
            self._tapped = self._tapped and event.type() != QEvent.Type.MouseButtonPress
            return False
        if not isinstance(event, QKeyEvent) or not self._lesson.on:
            return False
        run = _KEYS.get(event.key())
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if run is None or not plain:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # no menu's shortcut, such as Home, takes it away
            return True
        if event.key() == Qt.Key.Key_Space and self._dragged is not None:
            self._tap(event)
            return False
        if event.type() == QEvent.Type.KeyPress and not self._is_only_held(event):
            run(self._lesson)
        return True

    def _is_only_held(self, event: QKeyEvent) -> bool:
        """Tell whether a key is held, and nothing more comes of that: it leads to an end, once."""
        if not event.isAutoRepeat():
            return False
        ends = 0, self._lesson.walk.last
        return event.key() == Qt.Key.Key_Space or self._lesson.place in ends

    def _tap(self, event: QKeyEvent) -> None:
        """Play, or pause, when Space is let go that was for nothing else."""
        if event.isAutoRepeat():
            return
        if event.type() == QEvent.Type.KeyRelease and self._tapped:
            self._lesson.toggle_playing()
        self._tapped = event.type() == QEvent.Type.KeyPress
