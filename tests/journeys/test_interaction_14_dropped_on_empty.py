"""Point 14: an edge dropped on empty canvas asks what it leads to; node and edge are one step."""

from dataclasses import replace

import pytest
from hands import Hands, drag_to
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from engine import ops
from engine.formats.chainrule_file import dumps


def enter(unit: Hands, text: str) -> None:
    line = unit.canvas.entry.prompt.line
    QTest.keyClicks(line, text)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def offered(unit: Hands) -> set[str]:
    prompt = unit.canvas.entry.prompt
    return {offer.item.op for offer in prompt.model._offers}


def test_an_output_offers_what_takes_inputs_and_feeds_it(unit: Hands):
    before = dumps(unit.graph)
    x, y = unit.out("d")
    unit.drag((x, y), (x + 60, y + 150))
    assert offered(unit).isdisjoint(ops.LEAVES)
    enter(unit, "tanh")
    new = unit.graph.nodes()[-1]
    assert unit.graph.inputs(new) == ("d",)
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_an_input_offers_leaves_too_and_is_fed(unit: Hands):
    x, y = unit.port("c", 0)
    unit.drag((x, y), (x - 40, y + 300))  # the edge that is there comes off first
    count, before = unit.steps, dumps(unit.graph)
    unit.drag(unit.port("c", 0), (x - 150, y + 220))
    assert offered(unit) >= set(ops.LEAVES)
    enter(unit, "v=3")
    assert unit.graph.inputs("c")[0] == "v"
    assert unit.steps == count + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("ends", ["escape", "click elsewhere"])
def test_given_up_it_leaves_nothing(unit: Hands, ends: str):
    before = dumps(unit.graph)
    x, y = unit.out("d")
    unit.drag((x, y), (x + 60, y + 150))
    if ends == "escape":
        QTest.keyClick(unit.canvas.entry.prompt.line, Qt.Key.Key_Escape)
    else:
        unit.click((x - 300, y - 250))
    assert unit.canvas.entry.prompt is None
    assert unit.canvas.hand.gesture is None
    assert dumps(unit.graph) == before
    assert unit.steps == 0


@pytest.mark.parametrize(("right", "down"), [(0.6, 0.99), (0.99, 0.99), (0.99, 0.1)])
def test_the_open_edge_leads_to_the_line_where_quick_add_stands_aside(
    unit: Hands, right: float, down: float
):
    view = unit.view.rect()
    point = unit.canvas.viewpoint.to_picture(QPointF(view.width() * right, view.height() * down))
    unit.drag(unit.out("c"), (point.x(), point.y()))
    line = unit.prompt.line.geometry().translated(unit.prompt.pos())
    image, x = unit.view.grab().toImage(), unit.prompt.x() - 3
    inks = [image.pixelColor(x, y) for y in range(line.top(), line.bottom() + 1)]
    assert any(ink.blue() - ink.red() > 60 for ink in inks)


@pytest.mark.parametrize("end", ["output", "input", "moved"])
def test_let_go_outside_the_window_it_is_given_up(unit: Hands, window, qtbot, end: str):
    """Over another window, quick-add came up at the border of the picture, which had gone by."""
    before = dumps(unit.graph)
    start = {"output": unit.out("d"), "input": unit.port("c", 0), "moved": unit.port("c", 0)}[end]
    if end == "input":
        unit.drag(start, (start[0] - 40, start[1] + 300))  # the edge that is there comes off
        before = dumps(unit.graph)
    there = unit.view.mapFrom(window, window.rect().bottomRight() + QPoint(90, -200))
    seen = replace(unit.canvas.viewpoint)
    unit.press(start)
    drag_to(unit.view, there, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(lambda: unit.canvas.viewpoint != seen)
    QTest.mouseRelease(unit.view, Qt.MouseButton.LeftButton, pos=there)
    QApplication.processEvents()
    assert unit.canvas.viewpoint == seen
    assert unit.canvas.entry.prompt is None
    assert unit.canvas.hand.gesture is None
    assert dumps(unit.graph) == before
