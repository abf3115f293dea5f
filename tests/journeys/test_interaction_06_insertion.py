"""Point 6: a node dropped on an edge is inserted into it; the edge lights, Alt turns it off."""

import itertools

import pytest
from hands import Hands
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps
from gui import mime
from gui.theme import LIGHT

ALT = Qt.KeyboardModifier.AltModifier
NONE = Qt.KeyboardModifier.NoModifier


def drag_from_palette(unit: Hands, at, keys, *, drop: bool, op: str = "relu") -> None:
    data, place = QMimeData(), unit.pixel(*at)
    data.setData(mime.OP, op.encode())
    args = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, keys)
    QApplication.sendEvent(unit.view, QDragEnterEvent(place, *args))
    QApplication.sendEvent(unit.view, QDragMoveEvent(place, *args))
    if drop:
        QApplication.sendEvent(unit.view, QDropEvent(QPointF(place), *args))


@pytest.mark.parametrize(("keys", "inserts"), [(NONE, True), (ALT, False)])
def test_an_op_from_the_palette(unit: Hands, keys, inserts: bool):
    before, at = dumps(unit.graph), unit.edge("J", 0)
    drag_from_palette(unit, at, keys, drop=False)
    assert (unit.ink(unit.edge("J", 0, 0.0)) == LIGHT.legal) is inserts
    drag_from_palette(unit, at, keys, drop=True)
    new = unit.graph.nodes()[-1]
    assert unit.graph.inputs("J") == ((new,) if inserts else ("d",))
    assert unit.graph.inputs(new) == (("d",) if inserts else (None,))
    assert unit.steps == 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


@pytest.mark.parametrize("op", ["parameter", "multiply"])
@pytest.mark.parametrize(("keys", "feeds"), [(NONE, True), (ALT, False)])
def test_what_is_dropped_on_a_waiting_port_feeds_it(unit: Hands, op: str, keys, feeds: bool):
    unit.canvas.select_edge(engine.Edge("b", "a", 1))
    unit.key(Qt.Key.Key_Delete)
    before, steps, port = dumps(unit.graph), unit.steps, unit.port("a", 1)
    x, y = port
    drag_from_palette(unit, (x + 3.0, y - 4.0), keys, drop=False, op=op)
    ring = x, y + 7.0
    assert (unit.ink(ring) == LIGHT.legal) is feeds
    drag_from_palette(unit, (x + 3.0, y - 4.0), keys, drop=True, op=op)
    new = unit.graph.nodes()[-1]
    assert unit.graph.op_of(new) == op
    assert unit.graph.inputs("a") == ("c", new if feeds else None)
    assert unit.ink(ring) != LIGHT.legal
    if feeds:
        assert not covered(unit)
        left, right = (unit.canvas.picture.index[name] for name in (new, "a"))
        rectangles = unit.canvas.picture.rectangles()
        assert rectangles[left, 2] < rectangles[right, 0]  # it stands before what it feeds
        # a leaf's value is typed next
        assert (unit.canvas.entry.editor is not None) is (op == "parameter")
    assert unit.steps == steps + 1
    unit.canvas.entry.close_editor()
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_what_cannot_be_led_to_a_waiting_port_is_said(unit: Hands, monkeypatch):
    unit.canvas.select_edge(engine.Edge("b", "a", 1))
    unit.key(Qt.Key.Key_Delete)
    before, said = dumps(unit.graph), unit.listen()

    def refuse(_step):
        raise engine.GraphError("there is no more room")

    monkeypatch.setattr(unit.canvas.document, "do", refuse)
    drag_from_palette(unit, unit.port("a", 1), NONE, drop=True, op="parameter")
    assert said == ["there is no more room"]
    assert dumps(unit.graph) == before
    assert unit.canvas.entry.editor is None


def test_what_is_dropped_on_a_port_that_is_fed_feeds_nothing(unit: Hands):
    drag_from_palette(unit, unit.port("a", 1), NONE, drop=True, op="parameter")
    assert unit.graph.inputs("a") == ("c", "b")


def covered(unit: Hands) -> bool:
    """Tell whether one card lies on another."""
    boxes = unit.canvas.picture.rectangles()
    pairs = itertools.combinations(boxes.tolist(), 2)
    return any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in pairs)


@pytest.mark.parametrize(("keys", "inserts"), [(NONE, True), (ALT, False)])
def test_a_node_that_stands_alone(unit: Hands, keys, inserts: bool):
    unit.drop("relu", (0, 300))
    before, count = dumps(unit.graph), unit.steps
    at = unit.edge("J", 0)
    start = unit.middle("e")
    unit.press((start[0] - 20, start[1]))
    unit.carry((at[0] - 60, at[1] + 90), keys=keys)
    unit.carry((at[0] - 20, at[1]), keys=keys)
    assert (unit.canvas.hand.gesture._into is not None) is inserts
    unit.release((at[0] - 20, at[1]), keys)
    assert unit.graph.inputs("J") == (("e",) if inserts else ("d",))
    assert unit.steps == count + 1
    unit.canvas.document.undo()
    assert dumps(unit.graph) == before


def test_a_node_with_edges_passes_over_others(unit: Hands):
    at, start = unit.edge("J", 0), unit.middle("c")
    unit.drag(start, at)
    assert unit.graph.inputs("J") == ("d",)
