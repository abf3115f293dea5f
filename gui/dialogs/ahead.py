"""What is asked for and typed while a window waits: it is done in turn, once the wait is over."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

__all__ = ["AHEAD", "Ahead", "ahead_of", "close", "is_plain", "is_typed", "press"]

AHEAD = "ahead"
"""The property of a window's action that may be asked for while it waits, by its keys."""

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_HELD = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
)


class Ahead(QObject):
    """Keeps what a window is to do after what it waits for; what comes to nothing drops it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._asked = deque[Callable[[], object]]()
        self._waits = 0
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._do)

    def __len__(self) -> int:
        return len(self._asked)

    @property
    def waits(self) -> bool:
        """Whether the window waits for anything."""
        return self._waits > 0

    def put(self, do: Callable[[], object]) -> None:
        """Have something done once the window waits no more, as often as it is asked for."""
        self._asked.append(do)

    def begin(self) -> None:
        """Do nothing until this wait is over."""
        self._waits += 1

    def end(self) -> None:
        """Go on once nothing is waited for any more, also where this was one of two steps."""
        self._waits -= 1
        self._later.start()

    def drop(self) -> None:
        """Do nothing of it."""
        self._asked.clear()

    def _do(self) -> None:
        while self._asked and not self._waits:
            window = self.parent()  # kept, it would be kept alive
            if not (isinstance(window, QWidget) and window.isVisible()):  # it was closed
                self._asked.clear()
                return
            self._asked.popleft()()


def ahead_of(window: QWidget) -> Ahead:
    """Return what `window` is to do after what it waits for."""
    found = window.findChild(Ahead, "", Qt.FindChildOption.FindDirectChildrenOnly)
    return Ahead(window) if found is None else found


def close(window: QWidget) -> bool:
    """Close `window`; where it stays, nothing is done of what was asked for after that."""
    closed = window.close()
    if not closed:
        ahead_of(window).drop()
    return closed


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key is neither a command nor held for another one, nor Esc."""
    if event.key() in (*_HELD, Qt.Key.Key_Escape):
        return False
    return not event.modifiers() & _COMMANDS or is_typed(event)


def is_typed(event: QKeyEvent) -> bool:
    """Return whether a key writes a letter or a sign, perhaps by what Windows takes for AltGr."""
    held = event.modifiers() & _COMMANDS
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return held in (Qt.KeyboardModifier.NoModifier, both) and _writes(event.text())


def _writes(text: str) -> bool:
    return text.isprintable() and bool(text.strip())


def press(window: QWidget, event: QKeyEvent) -> None:
    """Press a key where the window has the keyboard, as Qt does: perhaps it is an action's."""
    at = window.focusWidget() or window
    asks = _copy(event, QEvent.Type.ShortcutOverride)
    asks.ignore()
    QApplication.sendEvent(at, asks)
    action = None if asks.isAccepted() else _action(window, at, event)
    if action is not None:
        action.trigger()
        return
    QApplication.sendEvent(at, _copy(event, QEvent.Type.KeyPress))
    QApplication.sendEvent(window.focusWidget() or window, _copy(event, QEvent.Type.KeyRelease))


def _action(window: QWidget, at: QWidget, event: QKeyEvent) -> QAction | None:
    keys = QKeySequence(event.keyCombination())
    actions = (*at.actions(), *window.actions())
    return next((a for a in actions if a.isEnabled() and keys in a.shortcuts()), None)


def _copy(event: QKeyEvent, kind: QEvent.Type) -> QKeyEvent:
    return QKeyEvent(kind, event.key(), event.modifiers(), event.text())
