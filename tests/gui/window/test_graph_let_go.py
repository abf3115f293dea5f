"""Another graph in a window: nothing holds the one before, which may be a hundred megabytes."""

import gc
import weakref

import pytest
from examples import example
from hands import Hands
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from windows import unit, window

import engine
from gui.actions.file import open_path
from gui.commands import group
from resources import resource

__all__ = ["unit", "window"]


PARTS = ["graph", "node", "edge", "group", "bump", "train", "quiz"]
SHOWN = ["lesson", "forward mode", "tooltip", "found"]


@pytest.mark.parametrize("looked_at", [*PARTS, *SHOWN])
def test_another_graph_leaves_nothing_of_the_one_before(
    window, unit: Hands, looked_at: str
) -> None:
    document, canvas = window.document, unit.canvas
    document.do(group(document.graph, {"c", "a"}, "Layer"))
    canvas.zoom_to(3.0)
    canvas.grab()  # with the minimap
    assert not canvas.minimap.place.isEmpty()
    if looked_at == "edge":
        canvas.selection.edges = {engine.Edge("c", "a", 0)}
        canvas.selection_touched()
    elif looked_at in ("node", "group"):
        canvas.select({"c"} if looked_at == "node" else {"c", "a"})
    elif looked_at == "lesson":
        window.lesson.start()
        window.lesson.last()
    elif looked_at == "forward mode":
        canvas.select({"w"})
        window.lesson.sweep.begin()
    elif looked_at == "tooltip":
        pixel = unit.pixel(*unit.middle("J"))
        at = unit.view.mapToGlobal(pixel)
        QApplication.sendEvent(unit.view, QHelpEvent(QHelpEvent.Type.ToolTip, pixel, at))
    elif looked_at == "found":
        canvas.finding.open()
        QTest.keyClicks(QApplication.focusWidget(), "c")
    elif looked_at != "graph":
        canvas.select({"w"})
        window.turn_to(looked_at)
    QApplication.processEvents()
    ghost = weakref.ref(document.graph)
    document.reset(example("fan-out"))
    canvas.fit()
    for _ in range(3):
        QApplication.processEvents()
    gc.collect()
    assert ghost() is None


def test_a_closed_window_leaves_its_graph_to_no_collection(window, qtbot: QtBot) -> None:
    second = window.another()
    assert open_path(second, resource("examples/fan-out.chainrule"))
    second.canvas.grab()
    ghosts = [weakref.ref(second.document.graph), weakref.ref(second.canvas.picture)]
    gc.collect()
    gc.disable()
    try:
        second.close()
        qtbot.waitUntil(lambda: [ghost() for ghost in ghosts] == [None, None])
    finally:
        gc.enable()
