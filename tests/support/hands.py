"""Hands for tests: real mouse, key and drag events on a canvas, at points of its picture."""

from itertools import pairwise
from statistics import median

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

import engine
from gui import mime
from gui.canvas.canvas import Canvas
from gui.canvas.prompt import Prompt
from gui.picture.plain_text import plain_text


class Hands:
    """A canvas with hands: points are the picture's, events are Qt's."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.view = canvas.viewport()

    @property
    def graph(self) -> engine.Graph:
        return self.canvas.document.graph

    def pixel(self, x: float, y: float) -> QPoint:
        return self.canvas.viewpoint.to_view(QPointF(x, y)).toPoint()

    def middle(self, name: str) -> tuple[float, float]:
        x, y = self.canvas.picture.centres[self.canvas.picture.index[name]]
        return float(x), float(y)

    def out(self, name: str) -> tuple[float, float]:
        return self.canvas.picture.out_point(self.canvas.picture.index[name])

    def port(self, name: str, port: int) -> tuple[float, float]:
        return self.canvas.picture.port_point(self.canvas.picture.index[name], port)

    def press(self, at, keys=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton):
        QTest.mousePress(self.view, button, keys, self.pixel(*at))

    def move(self, at) -> None:
        QTest.mouseMove(self.view, self.pixel(*at))

    def release(self, at, keys=Qt.KeyboardModifier.NoModifier, button=Qt.MouseButton.LeftButton):
        QTest.mouseRelease(self.view, button, keys, self.pixel(*at))
        QApplication.processEvents()

    def drag(self, start, end, keys=Qt.KeyboardModifier.NoModifier, button=None) -> None:
        button = button or Qt.MouseButton.LeftButton
        self.press(start, keys, button)
        middle = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
        for at in (middle, end):
            drag_to(self.view, self.pixel(*at), button, keys)
        self.release(end, keys, button)

    def carry(self, at, *, held: bool = True, keys=Qt.KeyboardModifier.NoModifier) -> None:
        button = Qt.MouseButton.LeftButton if held else Qt.MouseButton.NoButton
        drag_to(self.view, self.pixel(*at), button, keys)

    def double_click(self, at) -> None:
        place = self.pixel(*at)
        self.click(at)
        QTest.mouseDClick(
            self.view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
        )
        QApplication.processEvents()

    def click(self, at, keys=Qt.KeyboardModifier.NoModifier) -> None:
        self.press(at, keys)
        self.release(at, keys)

    def key(self, key, keys=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.canvas, key, keys)
        QApplication.processEvents()

    def key_down(self, key, keys=Qt.KeyboardModifier.NoModifier) -> None:
        # of Shift, Ctrl and Alt themselves, Qt takes what was held before
        QTest.keyPress(self.canvas, key, keys)

    def key_up(self, key, keys=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyRelease(self.canvas, key, keys)

    def type(self, text: str, *, end=Qt.Key.Key_Return) -> None:
        editor = self.canvas.entry.editor
        assert editor is not None
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, end)
        QApplication.processEvents()

    @property
    def prompt(self) -> Prompt:
        """The prompt that is open."""
        prompt = self.canvas.entry.prompt
        assert prompt is not None
        assert prompt.isVisible()
        return prompt

    @property
    def offered(self) -> list[str]:
        """What the prompt offers, in words."""
        model = self.prompt.model
        return [model.data(model.index(k)) for k in range(model.rowCount())]

    def write(self, text: str, *, end=Qt.Key.Key_Return) -> None:
        """Type into the prompt in place of what is there."""
        line = self.prompt.line
        line.clear()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, end)
        QApplication.processEvents()

    def wheel(self, delta, keys=Qt.KeyboardModifier.NoModifier, at=(300.0, 200.0), pixels=(0, 0)):
        place = QPointF(*at)
        event = QWheelEvent(
            place,
            self.view.mapToGlobal(place),
            QPoint(*pixels),
            QPoint(*delta) if isinstance(delta, tuple) else QPoint(0, delta),
            Qt.MouseButton.NoButton,
            keys,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(self.view, event)

    def pinch(self, value: float, at=(300.0, 200.0)) -> None:
        place = QPointF(*at)
        event = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            QPointingDevice.primaryPointingDevice(),
            2,
            place,
            place,
            self.view.mapToGlobal(place),
            value,
            QPointF(),
        )
        QApplication.sendEvent(self.view, event)

    def edge(self, target: str, port: int, share: float = 0.5) -> tuple[float, float]:
        """Return a point on an edge, at a share of its pieces."""
        picture = self.canvas.picture
        line = picture.lines[picture.edge_index[target, port]]
        x, y = line[round(share * (len(line) - 1))]
        return float(x), float(y)

    def written(self, target: str, port: int = 0) -> tuple[str, ...]:
        """Return the two numbers of an edge, as plain text."""
        picture = self.canvas.picture
        return tuple(plain_text(t) for t in picture.edge_texts(picture.edge_index[target, port]))

    def ink(self, at) -> str:
        """Return the colour that is seen at a point."""
        return self.view.grab().toImage().pixelColor(self.pixel(*at)).name()

    def is_dashed(self, target: str, port: int) -> bool:
        """Tell whether there are gaps along the first half of an edge."""
        picture = self.canvas.picture
        line = picture.lines[picture.edge_index[target, port]]
        image = self.view.grab().toImage()
        ground = QColor(self.canvas.theme.background).lightness()
        strengths = []
        for first, last in pairwise(line[: len(line) * 2 // 3] if len(line) > 4 else line):
            for k in range(24):
                x, y = first + (last - first) * k / 24
                ink = image.pixelColor(self.pixel(float(x), float(y)))
                strengths.append(abs(ink.lightness() - ground))
        # a climbing line is blended by half, the ends of dashes too: a gap shows next to none
        return min(strengths) < median(strengths) / 4

    @property
    def steps(self) -> int:
        return self.canvas.document.history.count()

    def listen(self) -> list[str]:
        """Return a list of what the canvas says from now on."""
        said: list[str] = []
        self.canvas.message.connect(said.append)
        return said

    def drop(self, op: str, at) -> None:
        data = QMimeData()
        data.setData(mime.OP, op.encode())
        self.drop_data(data, self.pixel(*at))

    def drag_over(self, data: QMimeData, place: QPoint, *, enters: bool = False) -> None:
        """Carry dragged data over a pixel of the view, without letting it go."""
        kind = QDragEnterEvent if enters else QDragMoveEvent
        args = Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton
        event = kind(place, *args, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(self.view, event)

    def leave_with_drag(self) -> None:
        QApplication.sendEvent(self.view, QDragLeaveEvent())

    def drop_data(self, data: QMimeData, place: QPoint) -> None:
        args = (
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.view, QDragEnterEvent(place, *args))
        QApplication.sendEvent(self.view, QDropEvent(QPointF(place), *args))
        QApplication.processEvents()


def drag_to(view, pixel, button, keys) -> None:
    """Move the pointer with a button held, which QTest.mouseMove does not."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(pixel),
        view.mapToGlobal(QPointF(pixel)),
        Qt.MouseButton.NoButton,
        button,
        keys,
    )
    QApplication.sendEvent(view, event)


def click(button: QAbstractButton) -> None:
    """Click a button that can be seen and pressed, and let come what comes of it."""
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    for _ in range(3):
        QApplication.processEvents()
