"""Scrubbing: a drag on a leaf's number changes it, and everything with it."""

import math
import sys

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

import engine
from gui.canvas.drawn import overlay
from gui.canvas.gestures.click import click, press
from gui.canvas.gestures.gesture import Gesture, Pointer
from gui.canvas.view import View
from gui.commands import SetValue
from gui.language import tr
from gui.picture.leaf_number import LeafNumber, numbers_on
from gui.picture.measure import MATH
from gui.picture.numbers import number_text, shape_text
from gui.picture.picture import Picture
from gui.theme import Theme

__all__ = ["Scrub", "is_readable", "refusal"]

_LEAST = 9.0  # pixels; a smaller number cannot be aimed at


class Scrub(Gesture):
    """Changes one number of a leaf, a step a pixel; Shift makes the step finer, Ctrl coarser.

    A click selects the leaf, as it does on the rest of the card.
    """

    cursor = Qt.CursorShape.SizeHorCursor
    scrolls = False

    def __init__(self, view: View, pressed: Pointer, number: LeafNumber) -> None:
        super().__init__(view, pressed)
        self._name = view.picture.names[number.row]
        self._index = number.index or ()
        self._before = self._shown = view.document.graph.value(self._name)
        self._start = self._number = float(np.asarray(self._before)[self._index])
        self._step = _step(self._start)
        self._last = pressed.pixel.x()
        self._moving = False
        press(view, {self._name}, pressed)

    def move(self, pointer: Pointer) -> None:
        """Show the graph with the number that the pointer's way makes of it."""
        if not self._moving:
            self._moving = pointer.far_from(self.pressed)
            self._last = pointer.pixel.x()
        way = pointer.pixel.x() - self._last
        if not way:
            return
        self._last = pointer.pixel.x()
        finer = pointer.held(Qt.KeyboardModifier.ShiftModifier)
        coarser = pointer.held(Qt.KeyboardModifier.ControlModifier)
        exponent = self._step + coarser - finer
        self._number = _within(self._number + way * 10.0**exponent)
        self._shown = self._value(exponent)
        self.view.document.preview(SetValue(self._name, self._shown))
        self.view.redraw()

    def release(self, pointer: Pointer) -> bool:
        """Keep the number, as one step."""
        self.move(pointer)
        if self._moving:
            self.view.attempt(SetValue(self._name, self._shown))
        else:
            click(self.view, {self._name}, self.pressed)
        return True

    def cancel(self) -> None:
        """Bring the old number back."""
        self.view.document.end_preview()

    def paint_above(self, painter: QPainter, theme: Theme) -> None:
        """Mark the number in the hand."""
        picture = self.view.picture
        for number in numbers_on(picture, picture.index[self._name]):
            if number.index == self._index:
                overlay.paint_number(painter, number, theme)

    def _value(self, exponent: int) -> engine.Value:
        """Return the leaf's value with the number as the steps of `10^exponent` write it."""
        if abs(self._number - self._start) < 0.5 * 10.0**exponent:
            return self._before
        number = _rounded(self._number, exponent) + 0.0  # no −0 on the way through 0
        if isinstance(self._before, float):
            return number
        changed = self._before.copy()
        changed[self._index] = number
        return changed


def is_readable(scale: float) -> bool:
    """Tell whether a number on a card can be aimed at, at `scale` pixels per unit."""
    return scale * MATH >= _LEAST


def refusal(picture: Picture, number: LeafNumber) -> str:
    """Return why a drag cannot change the number, empty where it can."""
    name = picture.names[number.row]
    value = picture.graph.value(name)
    if number.index is None:
        shape = shape_text(np.shape(value))
        return tr("{name} holds {shape} numbers: edit them in the inspector").format(
            name=name, shape=shape
        )
    one = float(np.asarray(value)[number.index])
    if not math.isfinite(one):
        return tr("{number} cannot be dragged: type a number").format(number=number_text(one))
    return ""


def _within(number: float) -> float:
    """Return the finite number nearest to one that may be infinite."""
    return min(max(number, -sys.float_info.max), sys.float_info.max)


def _rounded(number: float, exponent: int) -> float:
    """Return a finite number to the steps of `10^exponent`; the last before infinity as it is."""
    try:
        return round(number, -exponent)
    except OverflowError:
        return number


def _step(number: float) -> int:
    """Return the power of ten that one pixel changes a number by: two digits of what it is."""
    size = math.floor(math.log10(abs(number))) if number else 0
    return size - 2 if size >= 0 else size - 1
