"""Presenting: canvas and lesson alone on the full screen, in large type; Esc leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from gui.canvas.adding import COMMANDS
from gui.canvas.canvas import Canvas
from gui.canvas.look.viewpoint import FIT_LARGEST
from gui.lesson.lesson import Lesson
from gui.lesson.transport import Transport
from gui.picture.hit import card_at

__all__ = ["Presentation"]

_LARGEST = 4.0  # pixels per unit: the back row reads the numbers too
_CLOSE = 2.2  # times as large as the whole picture, a node that is zoomed to
_PASSED = frozenset(range(Qt.Key.Key_F1, Qt.Key.Key_F35 + 1))


class Presentation(QObject):
    """Hides all `parts` of a window but its canvas and transport, and puts them back.

    Keys type nothing there: Z goes close to a node and back, Esc leaves, as does whatever else
    takes the window from the full screen.
    """

    toggled = Signal(bool)
    """The screen is filled, or the window stands as before."""

    def __init__(
        self,
        window: QMainWindow,
        canvas: Canvas,
        lesson: Lesson,
        transport: Transport,
        parts: Sequence[QWidget],
    ) -> None:
        super().__init__(window)
        self._window, self._canvas, self._lesson = window, canvas, lesson
        self._transport = transport
        self._parts = tuple(parts)
        self._hidden: list[QWidget] = []
        self._state = window.windowState()
        self.on = False
        canvas.installEventFilter(self)
        window.installEventFilter(self)
        lesson.toggled.connect(self._follow)

    def show(self, on: bool) -> None:
        """Fill the screen, or stand as before."""
        if on == self.on:
            return
        self.on = on
        if on:
            self._state = self._window.windowState()
            self._hidden = [part for part in self._parts if not part.isHidden()]
        for part in self._hidden:
            part.setVisible(not on)
        full = self._state | Qt.WindowState.WindowFullScreen
        self._window.setWindowState(full if on else self._state)
        self._transport.set_large(on)
        self._canvas.fit_largest = _LARGEST if on else FIT_LARGEST
        self._canvas.set_presented(on)
        self._canvas.setFocus()
        self.toggled.emit(on)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the canvas from being typed on while it is presented; end with the full screen."""
        if watched is self._window:
            left = event.type() == QEvent.Type.WindowStateChange
            if left and self.on and not self._window.isFullScreen():
                self.show(False)
            return False
        if not self.on or not isinstance(event, QKeyEvent) or event.modifiers() & COMMANDS:
            return False
        if event.key() in _PASSED:
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.show(False)
            elif event.key() == Qt.Key.Key_Z:
                self._zoom()
        return True

    def _zoom(self) -> None:
        """Go close to the node under the pointer, or to the step's; from there, back to all."""
        canvas = self._canvas
        near = canvas.viewpoint.scale
        canvas.fit()
        if near > canvas.viewpoint.scale * 1.01:
            return
        node = self._pointed() or (self._lesson.node if self._lesson.on else None)
        if node is not None:
            canvas.zoom_to(canvas.viewpoint.scale * _CLOSE)
            canvas.centre_on(node)

    def _pointed(self) -> str | None:
        if self._canvas.pointed is None:
            return None
        point = self._canvas.viewpoint.to_picture(self._canvas.pointed)
        row = card_at(self._canvas.picture, point.x(), point.y())
        return None if row is None else self._canvas.picture.names[row]

    def _follow(self, on: bool) -> None:
        """Leave the full screen with the end of the lesson."""
        if not on:
            self.show(False)
