"""What is done to the graph as a whole, taken from the menu."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from windows import unit, window

from engine import Edge
from engine.formats.chainrule_file import dumps
from gui.actions import graph as graph_actions
from gui.actions.file import open_path
from gui.commands import AddNodes, MoveNodes, NewNode, SetOutput, SetValue, fold, group
from gui.picture.shown import place_of
from gui.slider_span import span_of
from resources import resource

__all__ = ["unit", "window"]


def sliding(window) -> set[str]:
    graph = window.document.graph
    return {name for name in graph.nodes() if span_of(graph, name) is not None}


def test_all_selected_leaves_are_given_sliders_and_theirs_are_taken(window, unit):
    action, history = window.bars.actions["graph.slider"], window.document.history
    before = dumps(unit.graph)
    unit.canvas.select({"b"})
    action.trigger()
    assert sliding(window) == {"b"}
    assert history.undoText() == "Slider of b"
    unit.canvas.select({"w", "b", "x", "c"})
    assert not action.isChecked()
    action.trigger()
    assert sliding(window) == {"w", "b", "x"}
    assert action.isChecked()
    action.trigger()
    assert sliding(window) == set()
    assert history.count() == 3
    for _ in range(3):
        window.document.undo()
    assert dumps(unit.graph) == before


def test_of_very_many_nodes_some_are_looked_at_and_what_holds_no_number_is_told(
    window, unit, monkeypatch
):
    action, told, before = window.bars.actions["graph.slider"], [], dumps(unit.graph)
    looked_at = []
    with_number = graph_actions.with_number

    def counted(graph, names):
        return with_number(graph, (looked_at.append(name) or name for name in names))

    monkeypatch.setattr(graph_actions, "with_number", counted)
    monkeypatch.setattr(graph_actions, "_LOOKED_AT", 2)
    unit.canvas.told.connect(told.append)
    unit.canvas.select({"d", "a", "J"})
    assert len(looked_at) <= 2 * 2
    assert action.isEnabled()
    action.trigger()
    assert told == ["None of the selected nodes is a leaf that holds one number"]
    assert dumps(unit.graph) == before
    unit.canvas.select({"d", "a", "J", "w"})
    action.trigger()
    assert sliding(window) == {"w"}
    unit.canvas.select({"d", "a"})
    assert not action.isEnabled()


def test_the_output_is_marked_where_it_is_named_and_selected_alone(window, unit):
    action = window.bars.actions["graph.output"]
    for nodes, named, marked in (
        ({"J"}, "J", True),
        ({"a"}, "J", False),
        ({"J", "a"}, "J", False),
        ({"J"}, None, False),
    ):
        unit.graph.output = named
        unit.canvas.select(nodes)
        window.bars.refresh()
        assert action.isChecked() is marked
    assert action.isEnabled()
    action.trigger()
    assert unit.graph.output == "J"
    action.trigger()
    assert unit.graph.output is None


def test_the_output_of_several_ends_stays_it_when_it_is_chosen_again(window, unit):
    unit.canvas.document.do(AddNodes([NewNode("p", "square")], [Edge("w", "p", 0)]))
    assert unit.graph.output == "J"
    before, told = dumps(unit.graph), []
    unit.canvas.told.connect(told.append)
    unit.click(unit.middle("J"))
    unit.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert told[-1] == "J is the output already; choose another end"
    assert dumps(unit.graph) == before
    assert window.evaluation.readings.output == "J"
    assert window.bars.actions["graph.output"].isChecked()
    unit.click(unit.middle("p"))
    unit.key(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert unit.graph.output == "p"


@pytest.mark.parametrize("by_click", [False, True])
def test_derivatives_that_another_output_brings_have_their_room(window, unit, by_click):
    document = window.document
    unit.graph.op("mean", "J", name="M", position=(1000.0, 90.0))
    document.reset(unit.graph)
    document.do(SetValue("x", [1.0, 2.0, 3.0]))
    document.do(SetOutput("J"))  # an array, and of no array there are derivatives
    QApplication.processEvents()
    before = document.contents()
    if by_click:
        window.bars.actions["lesson.output"].trigger()
        unit.click(unit.middle("M"))
    else:
        unit.canvas.select({"M"})
        window.bars.actions["graph.output"].trigger()
    assert unit.graph.output == "M"
    assert unit.graph.attributes("M")["position"][0] > 1000.0
    document.undo()
    assert document.contents() == before


def test_more_nodes_than_are_laid_out_at_once_are_laid_out_beside_the_loop(window, monkeypatch):
    asked = []
    monkeypatch.setattr(
        graph_actions,
        "made_beside",
        lambda _editor, _words, make, *, long: asked.append(long) or make(),
    )
    document = window.document
    document.do(AddNodes([NewNode(f"n{k}", "parameter", {"value": 1.0}) for k in range(40)]))
    before = len(document.graph)
    window.canvas.select(set())
    window.bars.actions["graph.arrange"].trigger()
    assert asked == [before > 40]
    document.do(AddNodes([NewNode(f"m{k}", "parameter", {"value": 1.0}) for k in range(41)]))
    window.canvas.select(set())
    window.bars.actions["graph.arrange"].trigger()
    assert asked[1:] == [True]


def test_a_folded_group_that_is_arranged_alone_lays_out_the_graph_as_a_card_does(window, unit):
    """Its hidden cards were laid out among themselves, and nothing was seen of that."""
    document, graph = window.document, unit.graph
    document.do(group(graph, ["c", "a"], "unit"))
    document.do(fold(graph, [graph.groups[0].id], folded=True))
    document.do(MoveNodes({"J": (-300.0, 700.0)}))
    away = unit.middle("J")
    unit.click(unit.middle("c"))
    assert unit.canvas.selection.nodes == {"c", "a"}
    unit.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert unit.middle("J") != away
    assert unit.middle("J")[0] > unit.middle("d")[0]
    assert document.history.undoText() == "Arrange"


def test_all_that_is_selected_is_laid_out_as_the_whole_in_rows_that_can_be_read(window):
    open_path(window, resource("examples/two-layer-network.chainrule"))
    QApplication.processEvents()
    canvas, graph = window.canvas, window.document.graph
    window.bars.actions["graph.arrange"].trigger()
    alone = {name: place_of(graph, name) for name in graph.nodes()}
    scale = canvas.viewpoint.scale
    canvas.select(set(graph.nodes()))
    window.bars.actions["graph.arrange"].trigger()
    assert {name: place_of(graph, name) for name in graph.nodes()} == alone
    assert canvas.viewpoint.scale == scale
    assert len({round(y) for name, (_, y) in alone.items() if name in ("t1", "t2")}) == 2
