"""Whatever a hand does in a window of 200 nodes: from the event to the painted canvas, in ms.

Painted is a canvas that shows what was done: one that draws beside the event loop is drawn to its
end.
"""

import time
from collections.abc import Callable
from itertools import product
from statistics import median

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.canvas.gestures.aim import Aim, aim_at
from gui.window.main_window import MainWindow

__all__ = ["Actions"]

_TIMES = 5
_NONE, _LEFT = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton


class Actions:
    """Takes each action several times in a window whose graph reaches beyond the view."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._canvas = window, window.canvas
        self._found: dict[str, list[float]] = {}
        names = window.document.graph.nodes()
        self._names = names[len(names) // 2 :]
        self._leaf = [name for name in names if window.document.graph.is_leaf(name)][-1]

    def measure(self) -> dict[str, float]:
        """Return the median of each action."""
        self._canvas.zoom_to(1.0)
        for _ in range(_TIMES):
            self._canvas.select(set())
            self._canvas.centre_on(self._names[0])
            self._rest()
            for part in (self._point, self._drag, self._connect, self._add, self._edit):
                part()
        self._walk()
        return {label: median(found) for label, found in self._found.items()}

    def _time(self, label: str, do: Callable[[], object], *, rest: bool = True) -> None:
        start = time.perf_counter()
        do()
        self._paint()
        self._found.setdefault(label, []).append((time.perf_counter() - start) * 1e3)
        if rest:
            self._rest()

    def _paint(self) -> None:
        self._canvas.viewport().repaint()
        if self._canvas._backing._made is not None:
            self._canvas._backing.finish()
            self._canvas.viewport().repaint()

    def _rest(self) -> None:
        """Let all end that nobody waits for."""
        for _ in range(9):
            QApplication.processEvents()
        self._canvas.finish_drawing()

    def _undo(self) -> None:
        """Take the last step back; there has to be one, else nothing was timed."""
        if not self._window.document.history.canUndo():
            raise RuntimeError("the last action did nothing")
        self._window.document.undo()

    def _send(self, kind: QEvent.Type, at: tuple[float, float], held: Qt.MouseButton) -> None:
        view, keys = self._canvas.viewport(), Qt.KeyboardModifier.NoModifier
        place = self._canvas.viewpoint.to_view(QPointF(*at))
        if kind is QEvent.Type.MouseMove:
            event = QMouseEvent(kind, place, view.mapToGlobal(place), _NONE, held, keys)
            QApplication.sendEvent(view, event)
        else:  # Qt has to know of the button
            pressed = kind is QEvent.Type.MouseButtonPress
            act = QTest.mousePress if pressed else QTest.mouseRelease
            act(view, _LEFT, keys, place.toPoint())

    def _move(self, label: str, way: list[tuple[float, float]], held: Qt.MouseButton) -> None:
        move = QEvent.Type.MouseMove
        for at in way:
            self._time(label, lambda at=at: self._send(move, at, held), rest=False)

    def _release(self, label: str, at: tuple[float, float]) -> None:
        self._time(label, lambda: self._send(QEvent.Type.MouseButtonRelease, at, _NONE))

    def _middle(self, name: str) -> tuple[float, float]:
        x, y = self._canvas.picture.centres[self._canvas.picture.index[name]]
        return float(x), float(y)

    def _bare(self) -> tuple[float, float]:
        """Return the place nearest to the upper left corner where a press begins a band."""
        corner, steps = self._canvas.region().topLeft(), range(2, 300, 6)
        places = sorted(product(steps, steps), key=sum)
        points = (corner + QPointF(*place) for place in places)
        x, y = next(at for at in points if aim_at(self._canvas, at) == Aim()).toTuple()
        return x, y

    def _point(self) -> None:
        picture, name = self._canvas.picture, self._names[0]
        edges = [picture.place_of_edge(e) for e in self._window.document.graph.consumers(name)]
        ends = [tuple(picture.line(edge)[-2].tolist()) for edge in edges if edge is not None]
        self._move("point at cards and edges", [*map(self._middle, self._names[:6]), *ends], _NONE)
        self._rest()
        left, top = self._bare()
        self._send(QEvent.Type.MouseButtonPress, (left, top), _LEFT)
        way = [(left + step, top + 0.7 * step) for step in range(40, 700, 80)]
        self._move("draw a band", way, _LEFT)
        self._release("select what is in it", way[-1])

    def _drag(self) -> None:
        self._canvas.select(set())
        self._rest()
        x, y = self._middle(self._names[0])
        self._send(QEvent.Type.MouseButtonPress, (x, y), _LEFT)
        self._send(QEvent.Type.MouseMove, (x + 9.0, y + 5.0), _LEFT)
        self._rest()
        way = [(x + 13.0 * step, y + 8.0 * step) for step in range(1, 10)]
        self._move("drag a card", way, _LEFT)
        self._release("drop it", way[-1])
        self._time("take it back", self._undo)

    def _connect(self) -> None:
        picture, targets = self._canvas.picture, self._names[1:5]
        start = picture.out_point(picture.index[self._names[0]])
        ports = [picture.entering_point(name, 1) for name in targets]
        self._send(QEvent.Type.MouseButtonPress, start, _LEFT)
        self._move("draw an edge over ports", ports, _LEFT)
        self._release("connect", ports[0])
        self._time("take the edge back", self._undo)

    def _add(self) -> None:
        canvas = self._canvas
        x, y = self._middle(self._names[-1])
        canvas.centre_at(QPointF(x, y - 200.0))
        self._rest()
        place = QPointF(x + 220.0, y)  # elsewhere is no room between the cards
        self._time("open quick-add", lambda: canvas.adding.ask(place))
        prompt = canvas.entry.prompt
        if prompt is None:
            return
        for letter in "relu":
            self._time("a letter in it", lambda key=letter: QTest.keyClicks(prompt.line, key))
        self._time("add what it offers", lambda: QTest.keyClick(prompt.line, Qt.Key.Key_Return))
        self._time("take the node back", self._undo)

    def _edit(self) -> None:
        canvas = self._canvas
        canvas.centre_on(self._leaf)
        self._rest()
        self._time("open a leaf's value", lambda: canvas.in_place.edit_value(self._leaf))
        line = canvas.entry.editor
        if line is not None:
            for digit in "12":
                self._time("a digit in it", lambda key=digit: QTest.keyClicks(line, key))
            self._time("take the value", lambda: QTest.keyClick(line, Qt.Key.Key_Return))
            self._undo()
            self._rest()
        canvas.centre_on(self._names[0])
        self._rest()
        self._time("select a card", lambda: canvas.select({self._names[0]}))
        self._time("delete", lambda: QTest.keyClick(canvas, Qt.Key.Key_Delete))
        self._time("take it back, too", self._undo)

    def _walk(self) -> None:
        lesson = self._window.lesson
        lesson.start()
        self._rest()
        for _ in range(25):
            self._time("a step of a lesson", lesson.next)
        for _ in range(15):
            self._time("a step back", lesson.back)
        lesson.stop()
        self._rest()
