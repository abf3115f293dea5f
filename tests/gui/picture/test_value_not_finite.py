"""What is said where a value ceases to be finite."""

import numpy as np
import pytest

import engine
from engine.assignments import graph_from_text
from gui.picture.not_finite import value_begins
from gui.readings import Numbers, showing
from gui.run import read

HERE = "NaN or infinity starts here"


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        ("J = log(p)", {"p": -1.0}, "log(p) is NaN at p = −1"),
        ("J = log(p)", {"p": 0.0}, "log(p) is −∞ at p = 0"),
        ("J = w/v", {"w": 2.0, "v": 0.0}, "w/v is ∞ at w = 2, v = 0"),
        ("J = log(a*b*c*p)", dict.fromkeys("abc", 1.0) | {"p": -1.0}, "log(a*b*c*p) is NaN"),
    ],
)
def test_it_is_said_what_an_op_gives_and_of_what(text, values, said):
    graph = graph_from_text(text, values, expand=False)
    assert value_begins(graph, read(graph), "J") == said


def test_a_bare_constant_is_written_as_on_the_card():
    graph = engine.Graph()
    graph.op("divide", graph.parameter("w", 2.0), graph.constant("k", 0.0), name="J")
    assert value_begins(graph, read(graph), "J") == "w/0 is ∞ at w = 2"


def test_of_an_array_it_is_told_that_an_entry_is():
    graph = engine.Graph()
    graph.op("sum", graph.op("log", graph.parameter("W", np.array([1.0, 0.0])), name="s"), name="J")
    assert value_begins(graph, read(graph), "s") == "an entry of log(W) is −∞"


def test_nothing_is_said_where_it_does_not_start_or_is_gone():
    graph = graph_from_text("a = log(p); J = 2a", {"p": -1.0}, expand=False)
    readings = read(graph)
    assert value_begins(graph, readings, "J") == ""
    graph.remove_node("a")
    assert value_begins(graph, readings, "a") == ""


def test_of_a_leaf_it_is_told_that_it_starts_there():
    graph = graph_from_text("J = 2w", {"w": float("inf")}, expand=False)
    assert value_begins(graph, read(graph), "w") == HERE


def test_a_value_that_is_hidden_is_not_told():
    graph = graph_from_text("J = log(p)", {"p": -1.0}, expand=False)
    seen = showing(read(graph), Numbers.DERIVATIVES)
    assert value_begins(graph, seen, "J") == HERE
