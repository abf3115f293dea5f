"""Point 19: a screen reader can walk the graph and hears each change."""

import gc
import weakref

from hands import Hands
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from screen_reader import screen_reader
from shiboken6 import isValid

from engine.network import Form, Network
from gui.canvas.aloud.accessible import AccessibleGraph, AccessibleNode
from gui.canvas.canvas import Canvas
from gui.commands import RenameNode, SetValue, delete
from gui.document import Document
from gui.evaluation import Evaluation
from gui.picture.layout import place_all

__all__ = ["screen_reader"]

NAME, VALUE = QAccessible.Text.Name, QAccessible.Text.Value
ABOUT = QAccessible.Text.Description
FLAGS = QAccessible.RelationFlag


def reader(hands: Hands) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(hands.canvas)


def nodes(graph: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [graph.child(index) for index in range(graph.childCount() - 1)]


def test_point_19_every_node_is_a_child_with_name_formula_and_numbers(linear_unit: Hands) -> None:
    graph = reader(linear_unit)
    assert (graph.text(NAME), graph.role()) == ("Graph", QAccessible.Role.List)
    read = {node.text(NAME): (node.text(VALUE), node.text(ABOUT)) for node in nodes(graph)}
    assert read["w, parameter"] == (
        "2",
        "value 2, derivative minus 4, feeds c (first input)",
    )
    assert read["c = w*x"] == (
        "minus 4",
        "Multiply, value minus 4, derivative 2, fed by w, x, feeds a (first input)",
    )
    assert "the output" in read["J = d^2/2"][1]
    assert [graph.indexOfChild(node) for node in nodes(graph)] == list(range(8))


def test_point_19_edges_can_be_followed(linear_unit: Hands) -> None:
    node = next(n for n in nodes(reader(linear_unit)) if n.text(NAME).startswith("c ="))
    related = {(flag, other.name) for other, flag in node.relations()}
    assert related == {
        (FLAGS.FlowsTo, "w"),
        (FLAGS.FlowsTo, "x"),
        (FLAGS.FlowsFrom, "a"),
    }
    assert [other.name for other, _ in node.relations(FLAGS.FlowsFrom)] == ["a"]


def test_point_19_a_folded_group_is_read_by_what_lies_around_it(linear_unit: Hands) -> None:
    linear_unit.canvas.select({"w", "x", "c"})
    linear_unit.canvas.grouping.group_selection()
    linear_unit.type("Product")
    linear_unit.canvas.grouping.toggle_fold()
    QApplication.processEvents()
    read = {node.text(NAME): node for node in nodes(reader(linear_unit))}
    group = next(node for said, node in read.items() if "folded" in said)
    assert group.text(ABOUT) == "value minus 4, derivative 2, feeds a (first input)"
    assert [(flag, other.text(NAME)) for other, flag in group.relations()] == [
        (FLAGS.FlowsFrom, "a = c + b")
    ]
    feeding = [other for other, flag in read["a = c + b"].relations() if flag == FLAGS.FlowsTo]
    assert feeding == [group, read["b, parameter"]]


def test_point_19_a_child_is_where_its_card_is(linear_unit: Hands) -> None:
    graph = reader(linear_unit)
    for node in nodes(graph):
        middle = node.rect().center()
        assert graph.childAt(middle.x(), middle.y()) == node
        assert node.parent() == graph
        assert not node.state().offscreen
    assert graph.childAt(-1000, -1000) is None


def test_point_19_the_focus_follows_the_selection(linear_unit: Hands, qtbot: QtBot) -> None:
    canvas = linear_unit.canvas
    canvas.activateWindow()
    canvas.setFocus()
    qtbot.waitUntil(canvas.hasFocus)
    linear_unit.click(linear_unit.middle("a"))
    focused = reader(linear_unit).focusChild()
    assert isinstance(focused, AccessibleNode)
    assert focused.name == "a"
    assert focused.state().focused
    assert focused.state().selected
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    other = next(n for n in nodes(reader(linear_unit)) if n.name == "b")
    assert not other.state().focused


def test_point_19_what_is_missing_or_strange_is_said(linear_unit: Hands) -> None:
    document = linear_unit.canvas.document
    document.do(delete(document.graph, {"x"}, set()))
    document.do(SetValue("b", float("inf")))
    linear_unit.canvas.evaluation.flush()
    read = {node.name: node for node in nodes(reader(linear_unit))}
    assert read["c"].text(NAME) == "c = w*?"
    assert "value none" in read["c"].text(ABOUT)
    assert "its second input has no edge yet" in read["c"].text(ABOUT)
    assert "NaN or infinity starts here" in read["b"].text(ABOUT)


def test_point_19_every_change_is_heard_with_where_the_output_stands(
    linear_unit: Hands, qtbot: QtBot
) -> None:
    canvas = linear_unit.canvas

    def heard(act) -> str:
        with qtbot.waitSignal(canvas.voice.said) as said:
            act()
        return said.args[0]

    document = canvas.document
    assert heard(lambda: document.reset(document.graph)) == "graph of 8 nodes and 7 edges; J is 2"
    assert heard(lambda: document.do(SetValue("w", 3.0))) == "w is 3; J is 0"
    assert heard(document.undo) == "w is 2; J is 2"
    assert heard(lambda: document.do(RenameNode("w", "v"))).startswith("w is now v")
    assert heard(lambda: canvas.adding.place("add")) == "added e; J is 2"
    canvas.entry.close_editor()
    linear_unit.click(linear_unit.middle("y"))
    assert heard(lambda: linear_unit.key(Qt.Key.Key_Right)) == "moved y"
    refused = heard(lambda: linear_unit.drag(linear_unit.out("a"), linear_unit.port("c", 0)))
    assert refused.startswith("a would depend on itself: a → c → a")


def test_point_19_nothing_is_said_to_nobody(linear_unit: Hands, qtbot: QtBot) -> None:
    QAccessible.setActive(False)
    said: list[str] = []
    linear_unit.canvas.voice.said.connect(said.append)
    linear_unit.canvas.document.do(SetValue("w", 3.0))
    linear_unit.canvas.say("no")
    qtbot.wait(300)
    assert said == []


def test_point_19_what_is_gone_is_forgotten(linear_unit: Hands) -> None:
    document = linear_unit.canvas.document
    graph = reader(linear_unit)
    kept = {node.name: (node, QAccessible.uniqueId(node)) for node in nodes(graph)}
    document.do(RenameNode("b", "bias"))
    document.do(delete(document.graph, {"c"}, set()))
    for gone in ("b", "c"):
        assert not isValid(kept[gone][0])
        assert QAccessible.accessibleInterface(kept[gone][1]) is None
    assert [node.name for node in nodes(graph)] == ["w", "x", "bias", "a", "y", "d", "J"]
    assert kept["w"][0].isValid()


def test_point_19_a_large_graph_makes_only_what_is_asked_for(qtbot: QtBot) -> None:
    document = Document()
    evaluation = Evaluation(document)
    canvas = Canvas(document, evaluation)
    qtbot.addWidget(canvas)
    graph = Network((20, 20, 20, 1), form=Form.NEURONS).build()
    place_all(graph)
    document.reset(graph)
    found = QAccessible.queryAccessibleInterface(canvas)
    assert isinstance(found, AccessibleGraph)
    assert found.childCount() == len(graph) + 1
    found.child(500)
    assert len(found.made) == 1


def test_point_19_a_closed_canvas_leaves_nothing(qapp: QApplication) -> None:
    document = Document()
    canvas = Canvas(document, Evaluation(document))
    document.reset(Network((2, 2, 1), form=Form.NEURONS).build())
    numbers = [
        QAccessible.uniqueId(node) for node in nodes(QAccessible.queryAccessibleInterface(canvas))
    ]
    ghost = weakref.ref(canvas)
    canvas.deleteLater()
    del canvas
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert ghost() is None
    assert numbers
    assert [n for n in numbers if QAccessible.accessibleInterface(n) is not None] == []
    del qapp
