"""What is exported: which cards of a graph, and where they are laid out."""

import pytest
from examples import example

import engine
from engine.assignments import graph_from_text
from gui.exports import Options, Size, Subject


@pytest.mark.parametrize("size", [None, Size.read("16:9")])
@pytest.mark.parametrize("selection", [("w", "c"), ("c",), ("a", "J")])
def test_a_folded_group_of_which_a_part_is_selected_is_laid_out_whole(selection, size):
    graph = example("linear-unit")
    for name in graph.nodes():
        graph.set_attribute(name, "position", None)
    graph.groups = [engine.Group("g", "Layer", ("c", "a"), folded=True)]
    left, top, right, bottom = Subject(
        graph, Options(size=size, selection=selection)
    ).drawing.bounds
    assert right - left < 700.0
    assert bottom - top < 300.0


def test_a_long_graph_without_positions_is_laid_out_to_be_read():
    """On an HTML page, and in a picture, all its cards lay in one row."""
    chain = "tanh(" * 30 + "w*x" + ")" * 30
    graph = graph_from_text(f"J = {chain}", {"w": 1.0, "x": 2.0}, expand=True)
    left, top, right, bottom = Subject(graph).drawing.bounds
    assert right - left < 5 * (bottom - top)
