"""A slider that a screen reader is told of by what its stops stand for, not by their numbers."""

import weakref
from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QSlider
from shiboken6 import VoidPtr, getCppPointer

__all__ = ["ToldSlider"]


class ToldSlider(QSlider):
    """Each of its stops stands for a number, as a class of sliders says; else they are counted."""

    first = 0
    """What the counting begins with."""
    accessible: object = None
    """What a screen reader is told by, once one has asked."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)  # type: ignore[call-overload]  # whatever Qt's own takes
        _make_accessible()

    def number_at(self, stop: int) -> float:
        """Return the number that a stop stands for."""
        return float(self.first + stop)

    def stop_of(self, number: float) -> int:
        """Return the stop that is nearest to a number."""
        return round(number) - self.first

    def words(self) -> str:
        """Return in words where it stands, empty where the number says it."""
        return ""


class _Number(QAccessibleValueInterface):
    """The number that a slider stands at, and where it can go."""

    def __init__(self, slider: ToldSlider) -> None:
        super().__init__()
        self._slider = weakref.ref(slider)

    def currentValue(self) -> float:
        """Return the number that the slider stands at."""
        slider = self._slider()
        return 0.0 if slider is None else slider.number_at(slider.value())

    def setCurrentValue(self, number: object) -> None:
        """Go to the stop nearest to a number, as a key does."""
        slider = self._slider()
        if slider is not None and isinstance(number, int | float):
            slider.setValue(slider.stop_of(float(number)))

    def minimumValue(self) -> float:
        """Return the least number."""
        slider = self._slider()
        return 0.0 if slider is None else slider.number_at(slider.minimum())

    def maximumValue(self) -> float:
        """Return the greatest number."""
        slider = self._slider()
        return 0.0 if slider is None else slider.number_at(slider.maximum())

    def minimumStepSize(self) -> float:
        """Return how far it is from the first stop to the next."""
        slider = self._slider()
        if slider is None:
            return 0.0
        first = slider.minimum()
        step = slider.number_at(first + 1) - slider.number_at(first)
        return float(f"{step:.12g}")  # without the dust of binary fractions


class _AccessibleSlider(QAccessibleWidget):
    """A slider for a screen reader."""

    def __init__(self, slider: ToldSlider) -> None:
        super().__init__(slider, QAccessible.Role.Slider)
        self._slider = weakref.ref(slider)
        self._number = _Number(slider)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> int:
        """Return by its address what Qt asks for, 0 for all it has not."""
        if kind == QAccessible.InterfaceType.ValueInterface:
            (address,) = getCppPointer(self._number)
            return VoidPtr(address)  # type: ignore[return-value]  # an int would be converted, and lost
        found: int | None = super().interface_cast(kind)
        return VoidPtr(0) if found is None else found  # type: ignore[return-value]  # as above

    def text(self, kind: QAccessible.Text) -> str:
        """Return what it is called, and where it stands."""
        slider = self._slider()
        if kind != QAccessible.Text.Value or slider is None:
            return super().text(kind)
        return slider.words() or f"{slider.number_at(slider.value()):g}"


@cache
def _make_accessible() -> None:
    """Let Qt ask here for the interface of such a slider."""
    QAccessible.installFactory(_interface)


def _interface(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, ToldSlider):
        return None
    thing.accessible = _AccessibleSlider(thing)
    return thing.accessible
