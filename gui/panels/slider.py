"""A slider for a leaf's number: everything is live while it is dragged, one step when let go."""

import time

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QWidget

import engine
from gui.commands import SetValue
from gui.document import Document
from gui.picture.numbers import number_text
from gui.slider_span import Span
from gui.widgets.aloud import read
from gui.widgets.told_slider import ToldSlider
from gui.widgets.wheel import LeavesWheel

__all__ = ["Slider"]

_BURST = 1.0  # seconds within which keys make one step
_LEAST_WIDTH = 60  # pixels
_HANDLE = 16  # pixels, as the style sheet says


class Slider(LeavesWheel, ToldSlider):
    """Shows and sets the number of one leaf; Esc in a drag brings the old number back."""

    refused = Signal(str)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._document = document
        self._node = ""
        self._span = Span(0.0, 1.0, 0.01)
        self._number = 0.0  # of the leaf, which may lie beside the stops
        self._burst = (0.0, 0)
        self.setMinimumWidth(_LEAST_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self._step)

    def show_node(self, node: str, span: Span, number: float) -> None:
        """Stand for the number of `node`; what is in the hand is left alone."""
        if node != self._node:
            self._let_go()
        elif self.isSliderDown():
            return
        self._node, self._span, self._number = node, span, number
        self.setAccessibleName(node)
        self.blockSignals(True)
        self.setRange(0, span.steps)
        self.setPageStep(max(span.steps // 10, 1))
        self.setValue(span.place_of(number))
        self.blockSignals(False)

    def number_at(self, stop: int) -> float:
        """Return the leaf's number where the slider stands; a stop's elsewhere, and in a drag."""
        shown = stop == self._span.place_of(self._number) and not self.isSliderDown()
        return self._number if shown else self._span.at(stop)

    def stop_of(self, number: float) -> int:
        """Return the stop that is nearest to a number."""
        return self._span.place_of(number)

    def words(self) -> str:
        """Return the number as it is written, with words for its signs."""
        return read(number_text(self.number_at(self.value())))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle to the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self._drag(event.position())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the graph with the number under the pointer."""
        if self.isSliderDown():
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Keep the number, as one step."""
        if event.button() == Qt.MouseButton.LeftButton and self.isSliderDown():
            self._drag(event.position())
            self.setSliderDown(False)
            self._set(SetValue(self._node, self._span.at(self.sliderPosition())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step by the arrows, give up a drag by Esc."""
        if event.key() == Qt.Key.Key_Escape and self.isSliderDown():
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up a drag whose end will be heard by somebody else."""
        super().focusOutEvent(event)
        self._let_go()

    def _drag(self, at: QPointF) -> None:
        room = self.width() - _HANDLE
        place = QStyle.sliderValueFromPosition(
            0, self.maximum(), round(at.x() - _HANDLE / 2), max(room, 1)
        )
        self.blockSignals(True)
        self.setSliderPosition(place)
        self.blockSignals(False)
        try:
            self._document.preview(SetValue(self._node, self._span.at(place)))
        except engine.GraphError:  # the node went away in the midst of it
            self._let_go()

    def _let_go(self) -> None:
        """Give up a drag."""
        if self.isSliderDown():
            self.setSliderDown(False)
            self._document.end_preview()

    def _step(self, place: int) -> None:
        """Set the number that a key led to; keys in a row are one step."""
        now = time.monotonic()
        last, number = self._burst
        self._burst = (now, number if now - last < _BURST else number + 1)
        burst = ("slider", self._node, self._burst[1])
        self._set(SetValue(self._node, self._span.at(place), burst=burst))

    def _set(self, command: SetValue) -> None:
        try:
            self._document.do(command)
        except engine.GraphError as error:
            self.refused.emit(str(error))
