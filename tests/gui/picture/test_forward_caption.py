"""What a step of forward mode says, and which numbers stand on the edges."""

import pytest
from captions import caption_text
from examples import example

import engine
from gui.picture.forward_seen import ForwardSeen
from gui.picture.name_text import derivative_text, name_html
from gui.picture.paint_lit import fresh_labels
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.readings import HIDDEN
from gui.run import read
from resources import resource


def forward(stem: str, leaf: str, index=None, written: str | None = None):
    graph = engine.load(resource(f"{stem}.chainrule"))
    readings = read(graph)
    seen = ForwardSeen(readings, readings.by_leaf_of(leaf, index), written or leaf)
    return graph, seen, walk(graph, seen, leaf)


def second_lines(stem: str, leaf: str, index=None, written: str | None = None) -> list[str]:
    _, seen, path = forward(stem, leaf, index, written)
    return [caption_text(path, k, seen).split("\n")[1] for k in range(len(path))]


@pytest.mark.parametrize(
    ("leaf", "lines"),
    [
        (
            "w",
            [
                "∂w/∂w = 1    and 0 of every other leaf",
                "∂c/∂w = x = −2",
                "∂a/∂w = ∂a/∂c · ∂c/∂w = 1 · (−2) = −2",
                "∂d/∂w = ∂d/∂a · ∂a/∂w = 1 · (−2) = −2",
                "∂J/∂w = ∂J/∂d · ∂d/∂w = 2 · (−2) = −4",
            ],
        ),
        (
            "b",
            [
                "∂b/∂b = 1    and 0 of every other leaf",
                "∂c/∂b = 0    it does not depend on the leaf",
                "∂a/∂b = 1",
                "∂d/∂b = ∂d/∂a · ∂a/∂b = 1 · 1 = 1",
                "∂J/∂b = ∂J/∂d · ∂d/∂b = 2 · 1 = 2",
            ],
        ),
    ],
)
def test_a_sweep_is_written_out_from_left_to_right(leaf, lines):
    assert second_lines("examples/linear-unit", leaf) == lines


def test_several_ways_are_added_as_they_meet():
    assert second_lines("examples/fan-out", "x")[-2:] == [
        "∂c/∂x = ∂c/∂a · ∂a/∂x + ∂c/∂b · ∂b/∂x = 1 · 3 + 1 · 4 = 7",
        "∂J/∂x = ∂J/∂c · ∂c/∂x + c = 2 · 7 + 10 = 24",
    ]
    graph = engine.Graph()
    x = graph.parameter("x", 2.0)
    graph.op("add", x, x, x, x, x, name="J")
    seen = ForwardSeen(read(graph), read(graph).by_leaf_of("x", None), "x")
    said = caption_text(walk(graph, seen, "x"), 1, seen)
    assert said.endswith("∂J/∂x = 5    the sum over 5 inputs")


def test_the_sweep_of_an_array_is_that_of_one_entry():
    lines = second_lines("lessons/layer-with-a-batch", "W", (0, 1), "W[0, 1]")
    assert lines[0] == "1    of this entry by itself, and 0 for every other"
    assert lines[2] == "∂Z/∂W[0, 1] = ∂Z/∂T · ∂T/∂W[0, 1]    4×5"
    assert lines[-1].startswith("∂J/∂W[0, 1] = ∂J/∂E · ∂E/∂W[0, 1] = −0.00")


def test_every_edge_shows_the_derivative_of_what_it_carries():
    graph, seen, _ = forward("examples/linear-unit", "w")
    picture = Picture(graph, seen)
    texts = {
        (edge.source, edge.target): plain_text(picture.edge_labels(k)[1].text)
        for k, edge in enumerate(picture.edges)
    }
    assert texts["w", "c"] == "1"
    assert texts["x", "c"] == "0"
    assert texts["c", "a"] == texts["a", "d"] == texts["d", "J"] == "−2"
    assert plain_text(picture.output_labels()[1].text) == "−4"
    assert "∂(this value)/∂w" in plain_text(picture.legend_at(0.0, 0.0)[1].text)
    assert derivative_text(graph, seen, "c") == "∂c/∂w"
    assert derivative_text(graph, read(graph), "c") == "∂J/∂c"


def test_no_sums_stand_at_the_nodes_of_a_sweep():
    graph, seen, _ = forward("examples/fan-out", "x")
    picture = Picture(graph, seen)
    assert picture.sum_label(picture.index["x"]) is None


def test_values_and_derivatives_come_together():
    graph, seen, path = forward("examples/linear-unit", "w")
    picture = Picture(graph, seen)
    shown = path.seen(1, seen)
    assert (shown.value("c"), shown.derivative("c")) == (-4.0, -2.0)
    assert shown.derivative("a") is HIDDEN
    assert shown.derivative("w") == 1.0
    picture.show(shown)
    labels = list(fresh_labels(picture, path.lit(1)))
    assert [plain_text(label.text) for label in labels] == ["−4", "−2"]
    assert path.last == 4


def test_without_a_sweep_there_are_no_derivatives():
    graph = example("linear-unit")
    readings = read(graph)
    assert readings.by_leaf_of("c", None) is None
    seen = ForwardSeen(readings, None, "c")
    assert seen.derivative("c") is None
    assert seen.edge_derivative("w", "c", 0) is None
    assert seen.problem("c") is None
    assert ForwardSeen(readings, readings.by_leaf_of("w", None), "w").derivative("gone") is None


def test_a_leaf_whose_own_name_has_brackets_is_no_entry_of_another():
    graph = engine.Graph()
    graph.parameter("w", 5.0)
    leaf = graph.parameter("w[1]", 2.0, label="v^{[1]}")
    graph.op("square", leaf, name="J")
    readings = read(graph)
    seen = ForwardSeen(readings, readings.by_leaf_of(leaf, None), leaf)
    assert "and 0 of every other leaf" in caption_text(walk(graph, seen, leaf), 0, seen)

    graph.set_attribute(leaf, "value", [2.0, 3.0])
    readings = read(graph)
    seen = ForwardSeen(readings, readings.by_leaf_of(leaf, (0,)), "w[1][0]")
    assert "∂J/∂v^[1][0]" in caption_text(walk(graph, seen, leaf), 1, seen)


def test_what_a_derivative_is_called_is_rich_in_both_its_names():
    graph = engine.Graph()
    graph.op("exp", graph.input("x<b>", 1.0), name="e")
    graph.set_attribute("e", "label", "a^{[1]}")
    seen = ForwardSeen(read(graph), None, "x<b>")
    assert derivative_text(graph, seen, "e", name_html) == "∂a<sup>[1]</sup>/∂x&lt;b&gt;"
