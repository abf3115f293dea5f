"""Sliders: given to leaves, live while they are dragged, one step each, kept in the file."""

import pytest
from clock import Clock
from examples import example
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import engine
from engine.formats.chainrule_file import dumps, loads
from gui.canvas.deleting import delete_selection
from gui.commands import DeleteNodes, RenameNode, SetSlider, SetSliders
from gui.document import Change, Document
from gui.evaluation import Evaluation
from gui.panels.inspector import Inspector
from gui.panels.slider import Slider
from gui.panels.slider_list import SliderList
from gui.slider_span import Span, first_span, span_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def inspector(qtbot) -> Inspector:
    document = Document()
    document.reset(example("linear-unit"))
    inspector = Inspector(document, Evaluation(document))
    qtbot.addWidget(inspector)
    inspector.resize(270, 800)
    inspector.show()
    qtbot.waitExposed(inspector)
    return inspector


def give(inspector: Inspector, name: str, span: Span | None = None) -> None:
    graph = inspector._document.graph
    graph.set_attribute(name, "slider", (span or first_span(graph.value(name))).attribute())
    inspector._document.reset(graph)


def at(slider: Slider, number: float) -> QPoint:
    """Return the pixel at which a slider stands for a number."""
    span = slider._span
    share = (number - span.least) / (span.most - span.least)
    return QPoint(round(8 + share * (slider.width() - 16)), slider.height() // 2)


def drag(slider: Slider, *numbers: float, release: bool = True) -> None:
    QTest.mousePress(slider, LEFT, pos=at(slider, numbers[0]))
    for number in numbers[1:]:
        QTest.mouseMove(slider, at(slider, number))
        QApplication.processEvents()
    if release:
        QTest.mouseRelease(slider, LEFT, pos=at(slider, numbers[-1]))


def click(box) -> None:
    QTest.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def test_a_leaf_is_given_a_slider_and_it_is_taken_away(inspector):
    document, fields = inspector._document, inspector.node_page.slider
    before = dumps(document.graph)
    inspector.show_selection({"b"}, ())
    assert not fields.slider.isVisible()
    click(fields.chosen)
    assert span_of(document.graph, "b") == Span(-20.0, 20.0, 0.2)
    assert fields.slider.isVisible()
    assert [field.line.text() for field in fields.fields.values()] == ["-20", "20", "0.2"]
    click(fields.chosen)
    assert dumps(document.graph) == before
    document.undo()
    assert document.history.undoText() == "Slider of b"
    document.undo()
    assert dumps(document.graph) == before


def test_only_one_number_can_have_a_slider(inspector):
    graph = inspector._document.graph
    inspector.show_selection({"c"}, ())
    assert not inspector.node_page.slider.isVisible()
    graph.set_attribute("w", "value", [1.0, 2.0])
    graph.set_attribute("w", "slider", [0.0, 1.0, 0.1])
    inspector._document.reset(graph)
    inspector.show_selection({"w"}, ())
    assert not inspector.node_page.slider.isVisible()
    assert inspector.graph_page.sliders.names == ()


def test_a_drag_is_live_and_one_step(inspector):
    give(inspector, "w", Span(-5.0, 5.0, 0.5))
    document, page = inspector._document, inspector.graph_page
    slider = page.sliders.rows[0].slider
    before = dumps(document.graph)
    drag(slider, 2.0, 0.0, 3.0, release=False)
    assert document.graph.value("w") == 3.0
    assert page.value.text() == "0"
    assert page.sliders.rows[0].number.text() == "3"
    assert document.history.count() == 0
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 3.0))
    assert document.history.count() == 1
    assert document.history.undoText() == "Set w"
    document.undo()
    assert dumps(document.graph) == before
    assert slider.value() == slider._span.place_of(2.0)


def test_esc_in_a_drag_brings_the_number_back(inspector):
    give(inspector, "w")
    document = inspector._document
    slider, before = inspector.graph_page.sliders.rows[0].slider, dumps(document.graph)
    drag(slider, 2.0, 4.0, release=False)
    assert dumps(document.graph) != before
    QTest.keyClick(slider, Qt.Key.Key_Escape)
    assert dumps(document.graph) == before
    QTest.mouseRelease(slider, LEFT, pos=at(slider, 4.0))
    assert document.history.count() == 0


def test_keys_step_and_a_burst_is_one_step(inspector, monkeypatch):
    clock = Clock(monkeypatch, "gui.panels.slider")
    give(inspector, "w", Span(0.0, 4.0, 0.1))
    document = inspector._document
    slider = inspector.graph_page.sliders.rows[0].slider
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp):
        QTest.keyClick(slider, key)
    assert document.graph.value("w") == 2.5
    assert document.history.count() == 1
    clock.now += 1.0
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert document.history.count() == 2


def test_several_sliders_are_shown_together_and_follow_the_names(inspector):
    for name in ("w", "x"):
        give(inspector, name)
    document, sliders = inspector._document, inspector.graph_page.sliders
    assert sliders.names == ("w", "x")
    assert sum(row.isVisible() for row in sliders.rows) == 2
    graph = document.graph
    graph.rename_node("w", "v")
    graph.remove_node("x")
    document.reset(graph)
    assert sliders.names == ("v",)
    assert sum(row.isVisible() for row in sliders.rows) == 1


@pytest.mark.parametrize(
    ("key", "typed", "reason"),
    [
        ("least", "30", "a slider begins below its end"),
        ("step", "0", "a slider’s step lies between 0 and its length"),
        ("step", "1e-9", "a slider has at most a million steps"),
        ("most", "inf", "a slider needs three finite numbers"),
        ("most", "[1, 2]", "type one number"),
        ("most", "high", "‘high’ is not a number"),
    ],
)
def test_a_span_that_is_none_is_refused_with_the_reason(inspector, key, typed, reason):
    give(inspector, "b")
    inspector.show_selection({"b"}, ())
    field = inspector.node_page.slider.fields[key]
    field.line.selectAll()
    QTest.keyClicks(field.line, typed)
    QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert field.reason.text() == reason
    QApplication.processEvents()
    assert field.reason.height() >= field.reason.heightForWidth(field.reason.width())
    assert field.reason.width() > 2 * field.line.width()
    assert inspector._document.history.count() == 0


def test_a_span_is_typed_and_the_slider_obeys(inspector):
    give(inspector, "b")
    inspector.show_selection({"b"}, ())
    fields = inspector.node_page.slider
    fields.fields["most"].line.selectAll()
    QTest.keyClicks(fields.fields["most"].line, "10\r")
    assert span_of(inspector._document.graph, "b") == Span(-20.0, 10.0, 0.2)
    assert fields.slider.maximum() == 150


def test_sliders_are_in_the_file(inspector):
    give(inspector, "b")
    contents = dumps(inspector._document.graph)
    assert b'"slider": [-20.0, 20.0, 0.2]' in contents
    again = loads(contents)
    assert span_of(again, "b") == Span(-20.0, 20.0, 0.2)
    assert dumps(again) == contents


@pytest.mark.parametrize(
    "kept", [None, 3, [1, 2], ["a", "b", "c"], [2, 1, 0.1], [0, 1, True], [0, 1e999, 1], {}]
)
def test_a_file_with_a_slider_that_is_none_shows_none(kept):
    graph = engine.Graph()
    graph.parameter("w", 1.0, slider=kept)
    assert span_of(graph, "w") is None


def test_a_number_beyond_the_span_stays_until_the_slider_is_moved(inspector):
    give(inspector, "b", Span(0.0, 1.0, 0.1))
    assert inspector._document.graph.value("b") == 8.0
    slider = inspector.graph_page.sliders.rows[0].slider
    assert slider.value() == slider.maximum()


def test_of_very_many_sliders_the_first_in_the_graphs_order_are_shown(inspector, monkeypatch):
    monkeypatch.setattr("gui.panels.slider_list._MOST_READ", 2)
    document, sliders = inspector._document, inspector.graph_page.sliders
    graph = engine.Graph()
    for name in "dcba":
        graph.parameter(name, 1.0, slider=first_span(1.0).attribute())
    document.reset(graph)
    assert sliders.names == ("d", "c")
    document.do(DeleteNodes(["d"]))
    assert sliders.names == ("c", "b")
    document.do(SetSlider("b", None))
    assert sliders.names == ("c", "a")
    document.do(SetSliders("cba", given=False))
    assert sliders.names == ()
    for shown in (("c", "a"), ("c", "b"), ("d", "c")):
        document.undo()
        assert sliders.names == shown


def test_of_a_graph_just_opened_no_node_is_looked_at_before_the_list_is_seen(
    qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document()
    shown = SliderList(document)
    qtbot.addWidget(shown)
    assert shown.names == ()
    graph, asked = example("linear-unit"), []
    for name in ("w", "x", "b"):
        graph.set_attribute(name, "slider", first_span(graph.value(name)).attribute())
    nodes = graph.nodes
    monkeypatch.setattr(graph, "nodes", lambda: asked.append(1) or nodes())
    document._touched(Change(reset=True))
    document.graph = graph
    document._flush()
    assert asked == []
    document.do(DeleteNodes(["b"]))
    document.do(RenameNode("x", "u"))
    assert shown.names == ("w", "u")
    document.undo()
    document.undo()
    document.do(SetSlider("w", None))
    assert shown.names == ("x", "b")


def test_a_leaf_with_a_slider_is_deleted_undone_and_deleted_again(window):
    graph = example("linear-unit")
    window.document.reset(graph)
    window.show_canvas()
    window.canvas.select({"w"})
    window.bars.actions["graph.slider"].trigger()
    delete_selection(window.canvas)  # the page of the graph comes before its list has heard of it
    assert window.inspector.graph_page.sliders.names == ()
    window.document.undo()
    assert window.inspector.graph_page.sliders.names == ("w",)
    window.document.redo()
    assert window.inspector.graph_page.sliders.names == ()
