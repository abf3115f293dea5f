"""A table's columns on their way into a graph's inputs, and those that find none."""

import pytest

import engine
from engine.assignments import graph_from_text
from engine.training import Feed, Table, Training, check_columns, optimizer


def test_a_vector_is_fed_by_its_entries():
    graph = engine.Graph()
    x, w = graph.input("x", [0.0, 0.0]), graph.parameter("w", [1.0, 2.0])
    graph.op("mean", graph.op("square", graph.op("multiply", x, w)), name="J")
    table = Table(("x[1]", "x[0]"), ((10.0, 1.0), (20.0, 3.0)))
    assert Training(graph, optimizer("gd"), table).values()["x"].tolist() == [[1, 10], [3, 20]]
    rows = Training(graph, optimizer("gd"), table, Feed.ROWS)
    assert rows.values()["x"].tolist() == [1.0, 10.0]


def test_a_column_of_numbers_becomes_a_vector_where_the_graph_takes_one():
    graph = engine.Graph()
    x, w = graph.input("x", 1.0), graph.parameter("w", 3.0)
    graph.op("mean", graph.op("multiply", w, x), name="J")
    training = Training(graph, optimizer("gd", 1.0), Table(("x",), ((1.0,), (2.0,), (6.0,))))
    assert training.as_arrays
    assert training.history == [9.0]
    training.step()
    assert training.values()["w"] == 0.0


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (("q",), "column q: there is no input named 'q'; the inputs are x"),
        (("xx",), "column xx: there is no input named 'xx'; did you mean 'x'?"),
        (("w",), "column w: w is a parameter, and only inputs take data"),
        (("c[0]",), "column c[0]: c is computed, and only inputs take data"),
        (("k",), "column k: k is a constant, and only inputs take data"),
        (("x", "x[0]"), "column x[0]: x has several columns for one entry"),
        (("x[0]", "x[00]"), "column x[00]: x has several columns for one entry"),
        (("x[0]", "x[2]"), "column x[1] is missing: the others of x are there"),
        (("x[1]", "x[2]"), "column x[0] is missing: the others of x are there"),
    ],
)
def test_a_column_that_is_no_input_is_named(columns, sentence):
    graph = graph_from_text("c = w*x; J = c^2", {"w": 2.0, "x": 1.0})
    graph.constant("k", 1.0)
    with pytest.raises(engine.GraphError) as caught:
        check_columns(columns, graph)
    assert str(caught.value) == sentence
    with pytest.raises(engine.GraphError) as caught:
        Training(graph, optimizer("gd"), Table(columns, (tuple(1.0 for _ in columns),)), output="J")
    assert str(caught.value) == sentence


def test_of_many_inputs_the_first_are_told_and_none_is_said():
    graph, table = engine.Graph(), Table(("q",), ((1.0,),))
    graph.parameter("w", 1.0)
    with pytest.raises(engine.GraphError, match=r"named 'q'; the graph has no inputs$"):
        Training(graph, optimizer("gd"), table, output="w")
    for k in range(9):
        graph.input(f"x{k}", 1.0)
    with pytest.raises(engine.GraphError, match=r"the inputs are x0, x1, .*, x7, …$"):
        Training(graph, optimizer("gd"), table, output="w")


def test_a_table_without_rows_is_refused():
    graph = graph_from_text("J = w*x", {"w": 1.0, "x": 1.0})
    with pytest.raises(engine.GraphError, match="the table has no rows"):
        Training(graph, optimizer("gd"), Table(("x",), ()))


def test_a_name_that_looks_like_an_entry_is_a_name():
    graph = engine.Graph()
    w, x = graph.parameter("w", 1.0), graph.input("x[0]", 2.0)
    graph.op("multiply", w, x, name="J")
    assert Training(graph, optimizer("gd"), Table(("x[0]",), ((5.0,),))).history == [5.0]
