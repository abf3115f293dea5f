"""Random hands on the canvas: nothing raises, undo-all gives the first bytes, redo-all the last."""

import os

import hypothesis.strategies as st
from hands import drag_to
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from random_draws import (
    ACTED,
    BUTTONS,
    ENDS,
    HELD,
    KEYS,
    MODIFIERS,
    OPS,
    POINTS,
    PRESSED,
    TEXTS,
)
from random_tools import ACTED as MODES
from random_tools import RandomTools
from random_touches import ASKING, RandomTouches, write
from random_windows import RandomWindows

from gui.actions.table import ACTIONS
from gui.canvas.deleting import delete_selection, delete_selection_healing
from gui.canvas.keyboard import Way
from gui.picture.leaf_number import numbers_on


class RandomHands(RandomWindows, RandomTools, RandomTouches, RuleBasedStateMachine):
    """Draws, clicks, types and drops anywhere on the linear unit, and on what is around it."""

    def point(self, drawn: tuple[str, int, int]) -> tuple[float, float]:
        kind, i, k = drawn
        picture = self.canvas.picture
        if picture.names and kind in ("out", "port", "card", "number"):
            name = picture.names[i % len(picture.names)]
            numbers = numbers_on(picture, picture.index[name])
            if kind == "number" and numbers:
                left, top, right, bottom = numbers[k % len(numbers)].box
                return (left + right) / 2, (top + bottom) / 2
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

    @rule(start=POINTS, end=POINTS, second=BUTTONS, crossed=st.booleans(), lost=st.booleans())
    def press_a_second_button_in_the_midst_of_a_drag(self, start, end, second, crossed, lost):
        at, first = self.point(start), Qt.MouseButton.LeftButton
        self.hands.press(at)
        self.hands.carry(self.point(end))
        at = self.point(end)
        self.hands.press(at, button=second)
        drag_to(self.canvas.viewport(), self.hands.pixel(*at), first | second, MODIFIERS.NoModifier)
        for button in (first, second) if crossed else (second, first):
            if lost:  # somebody else hears it
                QTest.mouseRelease(self.window.status, button)
            else:
                self.hands.release(at, button=button)
        self.hands.carry(at, held=False)
        assert not self.document.previewing

    @rule(start=POINTS, end=POINTS, held=HELD)
    def hold_a_key_in_the_midst_of_a_drag(self, start, end, held) -> None:
        self.hands.press(self.point(start))
        self.hands.carry(self.point(end))
        self.hands.key_down(held)
        self.hands.wheel(30)
        self.hands.key_up(held)
        self.hands.release(self.point(end))

    @rule(start=POINTS, end=POINTS, middle=st.booleans())
    def pan(self, start, end, middle) -> None:
        if not middle:
            self.hands.key_down(Qt.Key.Key_Space)
        button = Qt.MouseButton.MiddleButton if middle else Qt.MouseButton.LeftButton
        self.hands.drag(self.point(start), self.point(end), button=button)
        self.hands.key_up(Qt.Key.Key_Space)

    @rule(delta=st.integers(-200, 200), keys=KEYS, pinches=st.booleans())
    def zoom(self, delta, keys, pinches) -> None:
        if pinches:
            self.hands.pinch(delta / 1000)
        else:
            self.hands.wheel(delta, keys)

    @rule(name=st.sampled_from(ACTED))
    def take_an_action(self, name) -> None:
        self.act(name)

    @rule(i=st.integers(0, 40), new=st.sampled_from(["J", "K", "w", "v", "2", "a b", ""]))
    def rename(self, i, new) -> None:
        names = self.document.graph.nodes()
        if names:
            name = names[-1 - i % len(names)]
            self.canvas.select({name})
            self.canvas.in_place.rename(name)
            write(self.canvas.entry.editor, new, Qt.Key.Key_Return)
            self.canvas.entry.close_editor()

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
        self.canvas.keyboard.follow(way)

    @rule(i=st.integers(0, 40))
    def connect_by_name(self, i) -> None:
        if self.canvas.picture.names:
            self.canvas.keyboard.connect_by_name(
                self.canvas.picture.names[i % len(self.canvas.picture.names)]
            )

    @rule(text=TEXTS, downs=st.integers(0, 2), end=ENDS)
    def type(self, text, downs, end) -> None:
        if self.canvas.entry.prompt is None and self.canvas.entry.editor is None:
            self.hands.key(Qt.Key.Key_Tab)
        if self.canvas.entry.editor is None and self.canvas.entry.prompt is None:
            return  # something else is in the hand, or an audience looks
        field = self.canvas.entry.editor or self.canvas.entry.prompt.line
        field.setText(text)
        for _ in range(downs):
            if self.canvas.entry.prompt is not None:
                QTest.keyClick(field, Qt.Key.Key_Down)
        QTest.keyClick(field, end)
        QApplication.processEvents()

    @rule(few=st.sets(st.integers(0, 40), max_size=4), end=ENDS)
    def group(self, few, end) -> None:
        names = self.document.graph.nodes()
        self.canvas.select({names[i % len(names)] for i in few} if names else set())
        self.canvas.grouping.group_selection()
        if self.canvas.entry.editor is not None:
            QTest.keyClick(self.canvas.entry.editor, end)
            QApplication.processEvents()

    @rule(folds=st.booleans())
    def change_a_group(self, folds) -> None:
        if folds:
            self.canvas.grouping.toggle_fold()
        else:
            self.canvas.grouping.ungroup_selection()

    @rule(what=st.sampled_from(["copy", "cut", "paste", "duplicate"]))
    def use_the_clipboard(self, what) -> None:
        self.window.bars.actions[f"edit.{what}"].trigger()
        self.canvas.entry.close_prompt()

    @rule(what=st.sampled_from([delete_selection, delete_selection_healing]))
    def delete(self, what) -> None:
        what(self.canvas)

    @rule(steps=st.integers(1, 3))
    def undo(self, steps) -> None:
        for _ in range(steps):
            self.document.undo()

    @rule()
    def redo(self) -> None:
        self.document.redo()

    @invariant()
    def it_is_drawn_and_nothing_was_raised(self) -> None:
        self.meet_new_windows()
        self.canvas.viewport().repaint()
        QApplication.processEvents()
        # what is done with, goes once the loop turns, which it does not by itself here
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert self.raised == []
        assert self.answers.asked == []


STEPS = int(os.environ.get("HANDS_STEPS", "120"))  # `make stress` asks for 10,000
TestRandomHands = RandomHands.TestCase
TestRandomHands.settings = settings(
    max_examples=STEPS // 30,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def test_random_hands_take_every_action():
    by_rules = {"view.menu", "file.new_window", "window.minimise"}
    assert {*ACTED, *MODES, *ASKING, *by_rules} == ACTIONS.keys() - {"file.close", "file.quit"}
