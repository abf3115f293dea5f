"""Random hands on the canvas: nothing raises, undo-all gives the first bytes, redo-all the last."""

import os
import sys

import hypothesis.strategies as st
from hands import Hands
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui.canvas.canvas import Canvas
from gui.canvas.keyboard import Way
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.layout import place_all
from resources import resource

MODIFIERS = Qt.KeyboardModifier
KEYS = st.sampled_from(
    [
        MODIFIERS.NoModifier,
        MODIFIERS.NoModifier,
        MODIFIERS.ControlModifier,
        MODIFIERS.ShiftModifier,
        MODIFIERS.AltModifier,
    ]
)
TEXTS = st.one_of(
    st.sampled_from(["relu", "*", "2.5", "w=2", "x", "zz", "x^", "b2=3", "[1,2]", "w", "d", "e"]),
    st.sampled_from(["J=(w*x+b-y)^2/2", "c*x", "a+c", "q=c^2;r=q+a", "formula", "input", "1/0"]),
)
OPS = st.sampled_from(["relu", "add", "parameter", "multiply", "formula", "matmul", "log"])
PLACES = st.sampled_from(["out", "port", "card", "edge", "empty"])
POINTS = st.tuples(PLACES, st.integers(0, 40), st.integers(0, 40))
PRESSED = st.sampled_from([Qt.Key.Key_Escape, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Tab])
ENDS = st.sampled_from([Qt.Key.Key_Return, Qt.Key.Key_Escape])


class RandomHands(RuleBasedStateMachine):
    """Draws, clicks, types and drops anywhere on the linear unit."""

    @initialize()
    def begin(self) -> None:
        QApplication.instance() or QApplication([])
        self.raised: list[BaseException] = []
        self._hook, sys.excepthook = sys.excepthook, lambda *what: self.raised.append(what[1])
        self.document = Document()
        self.canvas = Canvas(self.document, Evaluation(self.document))
        self.canvas.resize(1000, 700)
        graph = engine.load(resource("examples/linear-unit.chainrule"))
        place_all(graph)
        self.document.reset(graph)
        self.canvas.show()
        self.canvas.fit()
        self.hands = Hands(self.canvas)
        self.first = dumps(graph)

    def point(self, drawn: tuple[str, int, int]) -> tuple[float, float]:
        kind, i, k = drawn
        picture = self.canvas.picture
        if picture.names and kind in ("out", "port", "card"):
            name = picture.names[i % len(picture.names)]
            ports = picture.cards[picture.index[name]].ports
            if kind == "out":
                return self.hands.out(name)
            if kind == "port" and ports:
                return self.hands.port(name, k % ports)
            return self.hands.middle(name)
        if picture.edges and kind == "edge":
            line = picture.lines[i % len(picture.edges)]
            return tuple(map(float, line[k % len(line)]))
        at = self.canvas.viewpoint.to_picture(QPointF(20.0 + 23.0 * i, 20.0 + 16.0 * k))
        return at.x(), at.y()

    @rule(start=POINTS, end=POINTS, keys=KEYS)
    def drag(self, start, end, keys) -> None:
        self.hands.drag(self.point(start), self.point(end), keys)

    @rule(start=POINTS, end=POINTS)
    def cut(self, start, end) -> None:
        button = Qt.MouseButton.RightButton
        self.hands.drag(self.point(start), self.point(end), MODIFIERS.ControlModifier, button)

    @rule(start=POINTS, end=POINTS, undoes=st.booleans())
    def break_a_drag_off(self, start, end, undoes) -> None:
        self.hands.press(self.point(start))
        self.hands.carry(self.point(end))
        if undoes:
            self.document.undo()
        else:
            self.hands.key(Qt.Key.Key_Escape)
        self.hands.release(self.point(end))

    @rule(at=POINTS, keys=KEYS)
    def click(self, at, keys) -> None:
        self.hands.click(self.point(at), keys)

    @rule(at=POINTS)
    def double_click(self, at) -> None:
        self.hands.double_click(self.point(at))

    @rule(op=OPS, at=POINTS)
    def drop(self, op, at) -> None:
        self.hands.drop(op, self.point(at))

    @rule(key=PRESSED, keys=KEYS)
    def press_a_key(self, key, keys) -> None:
        self.hands.key(key, keys)

    @rule(way=st.sampled_from(Way))
    def walk(self, way) -> None:
        self.canvas.follow(way)

    @rule(i=st.integers(0, 40))
    def connect_by_name(self, i) -> None:
        if self.canvas.picture.names:
            self.canvas.connect_by_name(
                self.canvas.picture.names[i % len(self.canvas.picture.names)]
            )

    @rule(
        text=TEXTS,
        downs=st.integers(0, 2),
        end=ENDS,
    )
    def type(self, text, downs, end) -> None:
        if self.canvas.prompt is None and self.canvas.editor is None:
            self.hands.key(Qt.Key.Key_Tab)
        field = self.canvas.editor or self.canvas.prompt.line
        field.setText(text)
        for _ in range(downs):
            if self.canvas.prompt is not None:
                QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, end)
        QApplication.processEvents()

    @rule(few=st.sets(st.integers(0, 40), max_size=4), end=ENDS)
    def group(self, few, end) -> None:
        names = self.document.graph.nodes()
        self.canvas.select({names[i % len(names)] for i in few} if names else set())
        self.canvas.group_selection()
        if self.canvas.editor is not None:
            QTest.keyClick(self.canvas.editor, end)
            QApplication.processEvents()

    @rule(folds=st.booleans())
    def change_a_group(self, folds) -> None:
        if folds:
            self.canvas.toggle_fold()
        else:
            self.canvas.ungroup_selection()

    @rule(what=st.sampled_from(["copy", "cut", "paste", "duplicate", "delete_healing"]))
    def use_the_clipboard(self, what) -> None:
        getattr(self.canvas, what)()
        self.canvas.close_prompt()

    @rule()
    def delete(self) -> None:
        self.canvas.delete_selection()

    @rule(steps=st.integers(1, 3))
    def undo(self, steps) -> None:
        for _ in range(steps):
            self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @invariant()
    def it_is_drawn_and_nothing_was_raised(self) -> None:
        self.canvas.viewport().repaint()
        QApplication.processEvents()
        assert self.raised == []

    def teardown(self) -> None:
        if not hasattr(self, "canvas"):
            return
        self.canvas.close_prompt()
        self.canvas.close_editor()
        self.canvas.cancel_gesture()
        while self.document.history.canRedo():
            self.document.redo()
        last = dumps(self.document.graph)
        while self.document.history.canUndo():
            self.document.undo()
        assert dumps(self.document.graph) == self.first
        while self.document.history.canRedo():
            self.document.redo()
        assert dumps(self.document.graph) == last
        self.canvas.close()
        self.canvas.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        sys.excepthook = self._hook


TestRandomHands = RandomHands.TestCase
STEPS = int(os.environ.get("HANDS_STEPS", "360"))  # `make stress` asks for 10,000
TestRandomHands.settings = settings(max_examples=STEPS // 30, stateful_step_count=30, deadline=None)
