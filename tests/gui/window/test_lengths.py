"""Leads and arrows that wider numbers needed are not left behind by them."""

import numpy as np
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.picture.picture import Picture

__all__ = ["unit", "window"]


def is_as_made_anew(window) -> bool:
    """Tell whether every edge, and the arrow of the output, is as where the file is opened."""
    window.canvas.finish_drawing()
    shown = window.canvas.picture
    anew = Picture(shown.graph, shown.readings)
    lines = [(shown.line(i), anew.line(i)) for i in range(len(shown.edges))]
    return shown.output_arrow() == anew.output_arrow() and all(
        np.array_equal(one, other) for one, other in lines
    )


def test_a_bump_leaves_the_picture_as_it_was(window, unit):
    unit.canvas.select({"c"})
    window.turn_to("bump")
    QApplication.processEvents()
    assert window.evaluation.lens is not None
    window.turn_to("inspect")
    QApplication.processEvents()
    assert window.evaluation.lens is None
    assert is_as_made_anew(window)
