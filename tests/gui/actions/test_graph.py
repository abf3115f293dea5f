"""What is done to the graph as a whole, taken from the menu."""

from windows import unit, window

from engine.formats.chainrule_file import dumps
from gui.slider_span import span_of

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
