"""What is said where a derivative ceases to be finite, and at which step it is marked."""

import numpy as np
import pytest
from captions import caption_text

import engine
from engine.assignments import graph_from_text
from engine.progress import listening
from gui.exports.subject import Subject
from gui.picture.drawing import draw
from gui.picture.forward_seen import ForwardSeen
from gui.picture.layout import place_all
from gui.picture.not_finite import begins_along, begins_at, begins_briefly, said_of
from gui.picture.picture import Picture
from gui.picture.shape import Box
from gui.picture.step import walk
from gui.readings import Numbers, Origins, showing
from gui.run import read
from gui.theme import LIGHT

ROOT = "s = sqrt(w); J = s*x"
INFINITE = "the derivative of sqrt(w) is ∞ at w = 0"
NAN = f"{INFINITE}, and 0 · ∞ is NaN"


def forward(graph: engine.Graph, leaf: str, index=None) -> ForwardSeen:
    readings = read(graph)
    called = leaf if index is None else f"{leaf}{list(index)}"
    return ForwardSeen(readings, readings.by_leaf_of(leaf, index), called)


def array(w, op: str = "sqrt") -> engine.Graph:
    graph = engine.Graph()
    graph.op("sum", graph.op(op, graph.parameter("W", w), name="s"), name="J")
    return graph


@pytest.mark.parametrize(
    ("text", "values", "at", "said"),
    [
        (ROOT, {"w": 0.0, "x": 2.0}, "s", f"∂J/∂w is ∞: {INFINITE}"),
        (ROOT, {"w": 0.0, "x": -2.0}, "s", f"∂J/∂w is −∞: {INFINITE}"),
        (ROOT, {"w": 0.0, "x": 0.0}, "s", f"∂J/∂w is NaN: {NAN}"),
        ("s = sqrt(w); J = s + 2w", {"w": 0.0}, "s", f"∂J/∂w through s is ∞: {INFINITE}"),
        (
            "J = sqrt(w^2 + v^2)",
            {"w": 0.0, "v": 0.0},
            "J",
            "∂J/∂w is NaN: the derivative of sqrt(w^2 + v^2) by w is NaN at w = 0, v = 0",
        ),
        (
            "a = w*b; c = a*z; J = c*z",
            {"w": 0.0, "b": 1.0, "z": -1e200},
            "c",
            "∂J/∂a is ∞: −1e200 · (−1e200) is too large",
        ),
        (
            "a = w*u; b = w*v; J = a + b",
            {"w": 0.0, "u": 1e308, "v": 1e308},
            "w",
            "∂J/∂w is ∞: the sum over its edges is too large",
        ),
        (
            "J = sqrt(a*b*c*d) + 0*a",
            {"a": 0.0, "b": 1.0, "c": 1.0, "d": 1.0},
            "J",
            "∂J/∂a is ∞: the derivative of sqrt(a*b*c*d) + 0*a by a is ∞ at a = 0",
        ),
        (
            "J = sqrt(alpha_1*beta*gamma*delta) + 0*sin(beta)*cos(gamma)*exp(delta)*beta",
            {"alpha_1": 0.0, "beta": 1.0, "gamma": 1.0, "delta": 1.0},
            "J",
            "∂J/∂α₁ is ∞: the derivative of J by α₁ is ∞ at α₁ = 0",
        ),
    ],
)
def test_where_it_begins_the_reason_is_said(text, values, at, said):
    graph = graph_from_text(text, values, expand=False)
    readings = read(graph)
    assert readings.nonfinite_derivatives == (at,)
    assert begins_at(graph, readings, at) == said
    assert said_of(graph, readings, at) == said


def test_it_is_said_of_the_derivative_and_its_edge_too_and_of_none_before_it():
    graph = graph_from_text(f"w = 2v; {ROOT}", {"v": 0.0, "x": 2.0}, expand=False)
    readings = read(graph)
    said = "∂J/∂w is ∞: the derivative of sqrt(w) is ∞ at w = 0"
    assert {n: said_of(graph, readings, n) for n in graph.nodes()} == {
        "v": "", "w": said, "s": said, "x": "", "J": "",
    }  # fmt: skip
    told = [edge for edge in graph.edges() if begins_along(graph, readings, edge)]
    assert told == [engine.Edge("w", "s", 0)]
    assert begins_briefly(graph, readings, "s") == "∂J/∂w becomes ∞ at s"


def test_what_a_constant_gets_is_said_of_no_one():
    graph = engine.Graph()
    graph.parameter("w", 0.0)
    graph.op("formula", graph.constant("k", 0.0), "w", name="J", formula="sqrt(k^2 + w^2)")
    readings = read(graph)
    assert np.isnan(readings.derivative("k"))
    assert said_of(graph, readings, "k") == ""
    assert begins_along(graph, readings, engine.Edge("k", "J", 0)) == ""
    said = "∂J/∂w is NaN: the derivative of sqrt(0^2 + w^2) by w is NaN at w = 0"
    assert begins_at(graph, readings, "J") == said


def test_of_an_array_the_entry_is_told():
    graph = array([[1.0, 0.0]])
    said = "∂J/∂W[0, 1] is ∞: an entry of the derivative of sqrt(W) is ∞"
    assert begins_at(graph, read(graph), "s") == said
    graph = engine.Graph()
    graph.op("power", graph.parameter("W", [1.0, 0.0]), graph.input("p", 0.5), name="s")
    graph.op("sum", "s", name="J")
    said = "∂J/∂W[1] is ∞: an entry of the derivative of W^p by W is ∞"
    assert begins_at(graph, read(graph), "s") == said


def test_of_what_mixes_entries_no_reason_is_known():
    graph = engine.Graph()
    column = graph.op("multiply", graph.input("a", [[1e200]]), graph.input("b", 1e108))
    graph.op("matmul", graph.parameter("W", [[0.0]]), column, name="s")
    graph.op("multiply", graph.op("sum", "s"), graph.input("c", 1e200), name="J")
    assert begins_at(graph, read(graph), "s") == "∂J/∂W[0, 0] becomes ∞ at s"
    graph = engine.Graph()
    graph.op("multiply", graph.parameter("W", [0.0]), graph.input("a", 1e200), name="s")
    graph.op("multiply", graph.op("sum", "s"), graph.input("c", 1e200), name="J")
    assert begins_at(graph, read(graph), "s") == "∂J/∂W[0] becomes ∞ at s"


def test_of_hidden_numbers_nothing_is_told():
    graph = graph_from_text(ROOT, {"w": 0.0, "x": 0.0}, expand=False)
    hidden = showing(read(graph), Numbers.VALUES)
    said = "a derivative becomes NaN or infinite here"
    assert begins_at(graph, hidden, "s") == begins_briefly(graph, hidden, "s") == said
    no_values = showing(read(graph), Numbers.DERIVATIVES)
    assert begins_at(graph, no_values, "s") == "∂J/∂w becomes NaN at s"


def test_before_the_next_run_a_node_may_be_gone():
    graph = graph_from_text(ROOT, {"w": 0.0, "x": 0.0}, expand=False)
    readings = read(graph)
    graph.remove_node("s")
    assert begins_at(graph, readings, "s") == said_of(graph, readings, "s") == ""
    assert "s" not in graph
    assert begins_briefly(graph, readings, "s") == "a derivative becomes NaN or infinite here"


def test_in_forward_mode_it_begins_at_a_nodes_own_derivative():
    graph = graph_from_text("c = 2w; s = sqrt(c); J = s*x", {"w": 0.0, "x": 0.0}, expand=False)
    seen = forward(graph, "w")
    assert seen.nonfinite_derivatives == ("s",)
    said = "∂s/∂w is ∞: the derivative of sqrt(c) is ∞ at c = 0"
    assert begins_at(graph, seen, "s") == said
    assert begins_along(graph, seen, engine.Edge("c", "s", 0)) == ""
    assert begins_briefly(graph, seen, "s") == "∂s/∂w becomes ∞ at s"
    graph = graph_from_text("J = w^v", {"w": -2.0, "v": 2.0}, expand=False)
    said = "∂J/∂v is NaN: the derivative of w^v by v is NaN at w = −2, v = 2"
    assert begins_at(graph, forward(graph, "v"), "J") == said
    graph = array([1.0, 0.0])
    said = "∂s/∂W[1][1] is ∞: an entry of the derivative of sqrt(W) is ∞"
    assert begins_at(graph, forward(graph, "W", (1,)), "s") == said


@pytest.mark.parametrize(("x", "reason"), [(2.0, INFINITE), (0.0, NAN)])
def test_the_step_that_brings_it_says_why_and_marks_it(x, reason):
    graph = graph_from_text(ROOT, {"w": 0.0, "x": x}, expand=False)
    readings = read(graph)
    path = walk(graph, readings)
    captions = [caption_text(path, place, readings) for place in range(len(path))]
    assert [place for place, said in enumerate(captions) if INFINITE in said] == [path.derived["w"]]
    assert captions[path.derived["w"]].splitlines()[1] == reason
    marked = [path.seen(k, readings).nonfinite_derivatives for k in range(len(path))]
    assert marked == [() if k < path.derived["w"] else ("s",) for k in range(len(path))]


def test_a_step_of_a_sum_has_two_lines_all_the_same():
    graph = graph_from_text("s = sqrt(w); J = s + 2w", {"w": 0.0}, expand=False)
    readings = read(graph)
    path = walk(graph, readings)
    lines = caption_text(path, path.derived["w"], readings).splitlines()
    assert len(lines) == 2
    assert lines[1] == f"∂J/∂w = ∞ + 2 = ∞    {INFINITE}"


def test_a_step_of_too_large_a_sum_says_so():
    text = "a = w*u; b = w*v; J = a + b"
    graph = graph_from_text(text, {"w": 0.0, "u": 1e308, "v": 1e308}, expand=False)
    readings = read(graph)
    path = walk(graph, readings)
    said = caption_text(path, path.derived["w"], readings)
    assert said.endswith("∂J/∂w = 1e308 + 1e308 = ∞    the sum over its edges is too large")


def test_a_step_of_a_whole_level_names_the_first():
    graph = engine.Graph()
    values = np.where(np.arange(40) == 3, 0.0, 1.0)
    names = [
        graph.op("sqrt", graph.parameter(f"w{k}", value), name=f"s{k}")
        for k, value in enumerate(values.tolist())
    ]
    graph.op("add", *names, name="J")
    readings = read(graph)
    path = walk(graph, readings)
    place = path.derived["w3"]
    assert len(path.steps[place].nodes) > 1
    lines = caption_text(path, place, readings).splitlines()
    assert lines[1] == "∂J/∂w₃ is ∞: the derivative of sqrt(w₃) is ∞ at w₃ = 0"
    assert INFINITE[:20] not in caption_text(path, path.derived["s3"], readings)


def test_what_steps_tell_of_many_is_asked_of_their_numbers_once(monkeypatch):
    graph = engine.Graph()
    roots = [graph.op("sqrt", graph.parameter(f"w{k}", 0.0), name=f"s{k}") for k in range(5)]
    graph.op("add", *roots, name="J")
    readings = read(graph)
    path = walk(graph, readings)
    asked = []
    monkeypatch.setattr(readings, "edge_numbers", asked.append)
    monkeypatch.setattr(readings, "derivative", asked.append)
    marked = [path.seen(place, readings).nonfinite_derivatives for place in range(len(path))]
    assert asked == []
    for place, names in enumerate(marked):
        assert set(names) == {f"s{k}" for k in range(5) if path.derived[f"w{k}"] <= place}


def test_a_lesson_of_many_can_be_given_up_while_their_numbers_are_asked():
    graph = engine.Graph()
    roots = [graph.op("sqrt", graph.parameter(f"w{k}", 0.0), name=f"s{k}") for k in range(400)]
    graph.op("add", *roots, name="J")
    readings, heard = read(graph), list[float]()
    with listening(heard.append):
        walk(graph, readings)
    assert heard == sorted(heard)
    assert sum(share > 0.9 for share in heard) >= 4  # of nodes and of edges, some hundred each


def test_whether_a_node_is_one_of_many_is_asked_of_few():
    class Name(str):
        __hash__ = str.__hash__
        asked = 0

        def __eq__(self, other: object) -> bool:
            Name.asked += 1
            return str.__eq__(self, other)

    many = Origins(Name(f"s{k}") for k in range(1000))
    assert many == Origins(many)
    Name.asked = 0
    assert "s999" in many
    assert "w" not in many
    assert Name.asked < 10
    graph = graph_from_text(ROOT, {"w": 0.0, "x": 2.0}, expand=False)
    seen = read(graph), forward(graph, "w"), walk(graph, read(graph)).seen(9, read(graph))
    assert all(isinstance(each.nonfinite_derivatives, Origins) for each in seen)


def test_in_forward_mode_its_step_says_why():
    graph = graph_from_text(ROOT, {"w": 0.0, "x": 2.0}, expand=False)
    seen = forward(graph, "w")
    path = walk(graph, seen, "w")
    captions = [caption_text(path, place, seen) for place in range(len(path))]
    assert [place for place, said in enumerate(captions) if INFINITE in said] == [path.derived["s"]]
    marked = [path.seen(k, seen).nonfinite_derivatives for k in range(len(path))]
    assert marked == [() if k < path.derived["s"] else ("s",) for k in range(len(path))]


def test_its_card_is_marked_on_the_canvas_and_in_every_export():
    graph = graph_from_text(ROOT, {"w": 0.0, "x": 2.0}, expand=False)
    place_all(graph)
    picture = Picture(graph, read(graph))
    assert [picture.names[row] for row in picture.marked_rows()] == ["s"]

    def red() -> list[str]:
        shapes = draw(picture, LIGHT).shapes
        return [x.node for x in shapes if isinstance(x, Box) and x.border == LIGHT.illegal]

    assert red() == ["s"]
    graph.set_attribute("w", "value", 1.0)
    picture.show(read(graph))
    assert red() == []
    assert Subject(graph).picture.marked_rows() == frozenset()
