"""The slider of ε, by powers of ten."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gui.panels.bump.error_section import POWERS
from gui.picture.numbers import number_text
from gui.widgets.aloud import read
from gui.widgets.told_slider import ToldSlider
from gui.widgets.wheel import LeavesWheel

__all__ = ["EpsilonSlider"]

_FINE = 10  # stops for each power of ten


class EpsilonSlider(LeavesWheel, ToldSlider):
    """Stands at the power of ten that ε is; a panel is scrolled past it."""

    def __init__(self, epsilon: float, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(self.tr("ε as a power of ten"))
        self.setRange(POWERS[0] * _FINE, POWERS[1] * _FINE)
        self.setPageStep(_FINE)
        self.show_epsilon(epsilon)

    @property
    def epsilon(self) -> float:
        """The ε where it stands."""
        return float(f"{10.0 ** (self.value() / _FINE):.2g}")

    def show_epsilon(self, epsilon: float) -> None:
        """Stand at the stop that is nearest to ε; this is no choice of it."""
        self.blockSignals(True)
        self.setValue(round(math.log10(abs(epsilon)) * _FINE))
        self.blockSignals(False)

    def number_at(self, stop: int) -> float:
        """Return the power of ten of a stop: readers read 1e−7 itself as 0, or as no part of 1."""
        return stop / _FINE

    def stop_of(self, number: float) -> int:
        """Return the stop that is nearest to a power of ten."""
        return round(number * _FINE)

    def words(self) -> str:
        """Return ε as it is read."""
        return read(number_text(self.epsilon))
