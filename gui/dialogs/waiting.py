"""Waiting for long work: the window goes on drawing, says how far it is, and can give it up."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStyle,
    QStyleOption,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from gui.dialogs.ahead import AHEAD, ahead_of, close, is_plain, is_typed, press
from gui.threads.work import Task
from gui.widgets.named import named

__all__ = ["Waiting", "is_waiting", "wait_for", "waiting_in"]

_POLL = 15  # ms
_PATIENCE = 300  # ms before anything is shown: what is done by then needs no words
_WIDTH = 340
_STEPS = 1000
_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.NativeGesture,
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.Shortcut,
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)

Result = TypeVar("Result")


def wait_for(
    window: QWidget,
    words: str,
    function: Callable[[], Result],
    *,
    long: bool = True,
    heard: Sequence[QWidget] = (),
    lasting: bool = False,
) -> Result:
    """Return what `function` makes, in a thread; raises what it raises, Cancelled if given up.

    From where it calls `commit` on it cannot be given up. Meanwhile `window` takes no input, except
    in the widgets that go on being `heard`, and shows, after a moment, `words` with a bar and a
    button, left of the first of these. Work that is not `long` is done at once. What is typed amid
    work that is `lasting`, and closing the window, comes after it; else that gives it up.
    """
    if not long:
        return function()
    return Waiting(window, words, heard, lasting=lasting).until(Task(function))


def is_waiting(window: QWidget) -> bool:
    """Return whether `window` waits for work."""
    return waiting_in(window) is not None


def waiting_in(window: QWidget) -> "Waiting | None":
    """Return what `window` waits with, None where it does not."""
    return window.findChild(Waiting)


class Waiting(QFrame):
    """Lies over a window while it waits."""

    def __init__(
        self,
        window: QWidget,
        words: str,
        heard: Sequence[QWidget] = (),
        *,
        lasting: bool = False,
    ) -> None:
        super().__init__(window)
        self.setObjectName("waiting")
        self.hide()
        self._window, self._heard = window, heard
        self._lasting = lasting
        self._ahead = ahead_of(window)
        self._types = False  # whether anything was typed meanwhile
        self._left = False  # whether the window is left, and the work with it
        self._task: Task[Any] | None = None
        self._focus = QApplication.focusWidget()
        label = named(QLabel(words, self), "heading")
        label.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar(self, maximum=_STEPS, textVisible=False)
        self.bar.setAccessibleName(words)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(label)
        layout.addWidget(self.bar)
        layout.addLayout(row)
        self.setFixedWidth(_WIDTH)

    def until(self, task: Task[Result]) -> Result:
        """Run the event loop until `task` has finished, and return its result."""
        application = QApplication.instance()
        assert application is not None  # noqa: S101  there are windows
        loop = QEventLoop()
        poll = QTimer(interval=_POLL)
        patience = QTimer(interval=_PATIENCE, singleShot=True)

        def look() -> None:
            self.bar.setValue(round(task.share * _STEPS))
            if task.committed:
                self._take_cancel_away()
            if task.finished:
                loop.quit()

        poll.timeout.connect(look)
        patience.timeout.connect(self._appear)
        self.cancel.clicked.connect(task.cancel)
        application.installEventFilter(self)
        self._task = task
        self._ahead.begin()
        try:
            task.start()
            poll.start()
            patience.start()
            loop.exec()
            if not task.finished:  # the program ends, and with it every loop
                task.cancel()
        finally:
            # An error that is raised here keeps this frame, and with it the timers; a connection
            # keeps `look`, and with it the window, out of sight of every collection.
            poll.stop()
            poll.timeout.disconnect(look)
            patience.stop()
            application.removeEventFilter(self)
            self._task = None
            self._vanish()
            self._ahead.end()
        try:
            return task.result()
        except Exception:
            self._ahead.drop()
            raise

    def leave(self) -> None:
        """Give the work up, and let the window close at once."""
        self._left = True
        self.cancel.click()

    def stop(self) -> None:
        """Give the work up and wait here until it has ended: what it reads is about to change."""
        if self._task is not None:
            self._task.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame, and fill the corners that it leaves."""
        del event
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.palette().base())
            option = QStyleOption()
            option.initFrom(self)
            self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the work up with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel.click()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what hands do from the window; Esc gives the work up."""
        if self._left:
            return False
        kind = event.type()
        if self._hears_ahead(watched, event) or self._keeps(watched, event):
            event.accept()  # else every widget around this one would be asked
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._goes_on(event):
            return False
        if kind not in _INPUT or not self._is_ours(watched, kind):
            return False
        if kind == QEvent.Type.Close:
            event.ignore()
            self._leave_later()
            return True
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keyPressEvent(event)
        return True

    def _hears_ahead(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the action of the keys pressed, also where it cannot be taken just now.

        A key held down asks once: nobody sees how far that would go.
        """
        here = isinstance(watched, QWidget) and watched.window() is self._window
        if not (here and isinstance(event, QKeyEvent)):
            return False
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        keys = QKeySequence(event.keyCombination())
        asked = [a for a in self._window.actions() if a.property(AHEAD) and keys in a.shortcuts()]
        for action in asked:
            if not event.isAutoRepeat():
                action.triggered.emit()
        return bool(asked)

    def _keeps(self, watched: QObject, event: QEvent) -> bool:
        """Keep a key for after lasting work: a plain one, from where the button is seen a letter.

        From the first on that is kept, it is not the button that Space and Tab are meant for.
        """
        here = isinstance(watched, QWidget) and watched.window() is self._window
        if not (self._lasting and here and isinstance(event, QKeyEvent)):
            return False
        goes_on = self._types or not self.isVisible()
        if not (is_plain(event) if goes_on else is_typed(event)):
            return False
        if event.type() == QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._types = True
            kept = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
            self._ahead.put(partial(press, self._window, kept))
        return True

    def _leave_later(self) -> None:
        """Let the window close after lasting work; other work is given up."""
        if self._lasting:
            self._ahead.put(partial(close, self._window))
        else:
            self.cancel.click()

    def _is_ours(self, watched: QObject, kind: QEvent.Type) -> bool:
        """Return whether an event is the window's and not for the bar and the button."""
        if kind == QEvent.Type.Shortcut:
            heard = isinstance(watched, QWidget) and self._hears(watched)
            return QApplication.activeWindow() is self._window and not heard
        if not isinstance(watched, QWidget) or watched.window() is not self._window:
            return False
        return not (watched is self or self.isAncestorOf(watched) or self._hears(watched))

    def _goes_on(self, event: QKeyEvent) -> bool:
        """Return whether a key is Enter in a field that is heard: it presses a dialog's button."""
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return event.key() in keys and self._hears(QApplication.focusWidget())

    def _hears(self, widget: QWidget | None) -> bool:
        """Return whether hands go on in a widget."""
        return any(one is widget or one.isAncestorOf(widget) for one in self._heard if widget)

    def _appear(self) -> None:
        self.adjustSize()
        room = self._window.rect()
        for one in self._heard[:1]:  # it would lie over what is typed in
            left = one.mapTo(self._window, QPoint()).x()
            room.setRight(left if left > self.width() else room.right())
        self.move(room.center() - self.rect().center())
        self.show()
        # Else every step of the bar would draw what lies beneath anew, a large graph perhaps. The
        # style sheet, which makes round corners, takes it away as the frame is shown.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.raise_()
        if self._hears(QApplication.focusWidget()):
            return
        # As a window in front: what is being typed beneath is neither taken nor given up.
        (self if self._types else self.cancel).setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def _take_cancel_away(self) -> None:
        """Say that it is too late to give up; nothing beneath takes the keyboard for that."""
        if self.cancel.hasFocus():
            self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.cancel.setEnabled(False)

    def _vanish(self) -> None:
        shown = self.isVisible() and not self._hears(QApplication.focusWidget())
        self.hide()
        self.setParent(None)
        self.deleteLater()
        focus = self._focus
        # A field that what was waited for made needless may be gone.
        if shown and focus is not None and isValid(focus) and focus.window() is self._window:
            focus.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
