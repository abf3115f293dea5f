"""`chainrule evaluate`: its numbers, as a table and as JSON."""

import pytest
from printed import UNIT, answer

import engine
from engine.assignments import graph_from_text
from engine.network import Network
from resources import resource

NETWORK = str(resource("examples/two-layer-network.chainrule"))


def test_evaluate_gives_the_lectures_numbers_exactly(chainrule):
    found = answer(chainrule, "evaluate", UNIT)
    values = {name: node["value"] for name, node in found["nodes"].items()}
    derivatives = {name: node["derivative"] for name, node in found["nodes"].items()}
    assert values == {"w": 2, "x": -2, "c": -4, "b": 8, "a": 4, "y": 2, "d": 2, "J": 2}
    assert derivatives == {"w": -4, "x": 4, "c": 2, "b": 2, "a": 2, "y": -2, "d": 2, "J": 1}
    assert found["output"] == "J"
    assert found["counts"] == {"nodes": 4, "parameters": 2, "backprop_steps": 6, "bump_steps": 8}
    assert found["edges"][0] == {
        "source": "w",
        "target": "c",
        "key": 0,
        "value": 2.0,
        "derivative": -4.0,
    }


def test_evaluate_gives_the_two_layer_networks_numbers(chainrule):
    found = answer(chainrule, "evaluate", NETWORK)
    derivatives = {n: found["nodes"][n]["derivative"] for n in ("w1", "b1", "w2", "b2")}
    assert found["nodes"]["J"]["value"] == 2
    assert derivatives == {"w1": 6, "b1": 6, "w2": 4, "b2": 2}
    assert found["counts"] == {"nodes": 7, "parameters": 4, "backprop_steps": 11, "bump_steps": 28}


def test_evaluate_takes_other_values_and_another_output(chainrule):
    found = answer(chainrule, "evaluate", UNIT, "--set", "w=2.001")
    assert found["nodes"]["J"]["value"] == pytest.approx(1.996002, abs=1e-12)
    found = answer(chainrule, "evaluate", UNIT, "--set", "w=1", "--set", "x=3", "--output", "c")
    assert found["nodes"]["c"] == {"value": 3.0, "derivative": 1.0}
    assert found["nodes"]["w"]["derivative"] == 3.0
    assert found["nodes"]["J"]["derivative"] == 0.0


@pytest.mark.parametrize(
    ("typed", "value"), [("½", 0.5), ("-½", -0.5), ("−¼", -0.25), ("−2", -2), ("1/4", 0.25)]
)
def test_evaluate_takes_numbers_as_they_are_written_on_paper(chainrule, typed, value):
    found = answer(chainrule, "evaluate", UNIT, "--set", f"w={typed}")
    assert found["nodes"]["w"]["value"] == value


def test_evaluate_prints_tables_and_the_counts(chainrule):
    code, out, err = chainrule("evaluate", UNIT, "--set", "w=2.001")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["edge", "input", "value", "dJ/d(this)"]
    assert "w → c      0   2.001" in out
    assert "1.996002" in out
    assert "4 op nodes + 2 parameters = 6 steps" in out
    assert "4 × 2 = 8 steps" in out


@pytest.mark.parametrize("value", [2.0, [2.0]])
def test_one_of_a_kind_is_told_as_one(chainrule, tmp_path, value):
    graph, path = engine.Graph(), str(tmp_path / "one.chainrule")
    graph.add_node("w", "parameter", value=value)
    graph.add_node("J", "sum")
    graph.add_edge("w", "J", 0)
    engine.save(graph, path)
    told = chainrule("evaluate", path)[1].splitlines()[-1]
    assert told == (
        "backpropagation: 1 op node + 1 parameter = 2 steps; bumping each parameter: 1 × 1 = 1 step"
    )
    assert chainrule("check", path)[1].splitlines()[-1].endswith("agrees (ε = 0.001)")


def test_evaluate_counts_every_entry_of_an_array_as_one_to_be_bumped(chainrule, tmp_path):
    path = tmp_path / "network.chainrule"
    engine.save(Network((2, 3, 1)).build(), path)
    assert "bumping each of 13 entries: 7 × 13 = 91 steps" in chainrule("evaluate", str(path))[1]
    assert (
        answer(chainrule, "evaluate", str(path))["counts"]["bump_steps"] == 28
    )  # the format's n × p


def test_evaluate_writes_non_finite_numbers_as_words(chainrule):
    found = answer(chainrule, "evaluate", UNIT, "--set", "b=inf", "--set", "w=nan")
    assert found["nodes"]["b"]["value"] == "Infinity"
    assert found["nodes"]["c"]["value"] == "NaN"
    code, out, _ = chainrule("evaluate", UNIT, "--set", "b=-inf")
    assert code == 0
    assert "-Infinity" in out
    assert "NaN or infinity starts at b" in out


def test_evaluate_takes_arrays(chainrule, tmp_path):
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0), graph.input("x", 1.0)
    graph.op("mean", graph.op("multiply", w, x), name="J")
    engine.save(graph, tmp_path / "g.chainrule")
    found = answer(chainrule, "evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1, 2, 6]")
    assert found["nodes"]["w"]["derivative"] == 3.0
    assert found["nodes"]["x"]["value"] == [1.0, 2.0, 6.0]
    typed = '[.5, ½ 1/4, +2, −inf, "NaN"]'
    found = answer(chainrule, "evaluate", str(tmp_path / "g.chainrule"), "--set", f"x={typed}")
    assert found["nodes"]["x"]["value"] == [0.5, 0.5, 0.25, 2.0, "-Infinity", "NaN"]
    _, out, _ = chainrule("evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1,2,3,4,5,6,7,8]")
    assert "8 array" in out
    assert "[1, 2]" in chainrule("evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1, 2]")[1]


def test_evaluate_names_where_derivatives_cease_to_be_finite(chainrule, tmp_path):
    path = str(tmp_path / "root.chainrule")
    engine.save(graph_from_text("s = sqrt(w); J = s*x", {"w": 0.0, "x": 0.0}), path)
    code, out, err = chainrule("evaluate", path)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "derivatives become NaN or infinite at s"
    _, out, _ = chainrule("evaluate", path, "--set", "w=1")
    assert "infinite" not in out
