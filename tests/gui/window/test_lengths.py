"""Leads and arrows that wider numbers needed are not left behind by them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from windows import unit, window

from gui.canvas.look.viewpoint import rectangle
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


@pytest.mark.usefixtures("unit")
@pytest.mark.parametrize(("back", "fitted"), [("undo", True), ("reset", False)])
def test_what_was_trained_is_seen_whole_and_leaves_no_lengths_behind(window, qtbot, back, fitted):
    """The card of w was cut where its number had become wider; undo left a longer arrow."""
    canvas, trainer = window.canvas, window.trainer
    window.turn_to("train")
    canvas.fit()
    if not fitted:
        canvas.zoom_to(5.0)
        canvas.show_box(rectangle(canvas.picture.bounds()))  # as after what is typed
    canvas.finish_drawing()
    trainer.play()
    qtbot.waitUntil(lambda: trainer.steps > 0 and not trainer.playing)
    qtbot.waitUntil(lambda: not canvas.evaluation.due)
    canvas.finish_drawing()
    assert canvas.sees_all()
    assert canvas.fitted is fitted
    assert is_as_made_anew(window)
    window.document.undo() if back == "undo" else trainer.reset()
    qtbot.waitUntil(lambda: not canvas.evaluation.due)
    assert is_as_made_anew(window)


@pytest.mark.usefixtures("unit")
def test_how_one_trains_is_chosen_with_the_picture_as_it_is(window):
    window.turn_to("train")
    canvas, trainer = window.canvas, window.trainer
    for train in (lambda: None, trainer.step):
        train()
        canvas.finish_drawing()
        before = canvas.picture
        trainer.choose(replace(trainer.setting, rate=trainer.setting.rate / 2))
        canvas.finish_drawing()
        assert canvas.picture is before
    assert trainer.steps == 1
