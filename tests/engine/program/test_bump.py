"""Any node moved a little: all that depends on it follows, nothing else does."""

import math

import numpy as np
import pytest
from programs import is_batched, ran

import engine
import engine.program.bump as bumping
from engine.program.parts import Parts


@pytest.fixture
def program(linear_unit):
    return ran(linear_unit)


def test_an_inner_node_is_bumped_as_in_the_lecture(program):
    bump = program.bump("d", 0.001)
    assert bump.moved == ("d", "J")
    assert (bump.before("d"), bump.after("d")) == (2.0, 2.001)
    assert (bump.before("J"), bump.after("J")) == (2.0, pytest.approx(2.0020005))
    assert bump.slope() == pytest.approx(2.0005)
    assert (bump.before("w"), bump.after("w")) == (2.0, 2.0)
    assert (bump.node, bump.epsilon, bump.index) == ("d", 0.001, None)
    assert program.value("d") == 2.0
    assert program.derivative("d") == 2.0


@pytest.mark.parametrize("name", ["w", "x", "c", "b", "a", "y", "d", "J"])
def test_it_comes_to_the_derivative(program, name):
    assert program.bump(name, 1e-7).slope() == pytest.approx(program.derivative(name), abs=1e-5)


def test_one_entry_of_an_array_is_bumped():
    graph = engine.Graph()
    w, x = graph.parameter("W", [[1.0, 2.0], [3.0, 4.0]]), graph.input("x", [1.0, -1.0])
    product = graph.op("matmul", w, x, name="s")
    graph.op("sum", graph.op("square", product), name="J")
    program = ran(graph)
    bump = program.bump("W", 1e-6, (1, 0))
    assert np.asarray(bump.after("W")).tolist() == [[1.0, 2.0], [3.000001, 4.0]]
    assert bump.slope() == pytest.approx(program.derivative("W")[1, 0], abs=1e-5)
    assert program.bump("s", 1e-6, (0,)).slope() == pytest.approx(-2.0, abs=1e-5)


@pytest.mark.parametrize(
    ("name", "epsilon", "index", "sentence"),
    [
        ("d", 0.0, None, "epsilon must be a number other than 0, not 0"),
        ("d", math.nan, None, "epsilon must be a number other than 0, not nan"),
        ("d", 0.1, (0,), "d is a number: it has no entry (0,)"),
        ("q", 0.1, None, "there is no node named 'q'"),
        ("v", 0.1, None, "v has the shape (2): choose one of its entries"),
        ("v", 0.1, (7,), "v has the shape (2): there is no entry (7,)"),
        ("v", 0.1, (-1,), "v has the shape (2): there is no entry (-1,)"),
        ("v", 0.1, (True,), "v has the shape (2): there is no entry (True,)"),
        ("v", 0.1, (0.5,), "v has the shape (2): there is no entry (0.5,)"),
        ("v", 0.1, (0, 0), "v has the shape (2): there is no entry (0, 0)"),
    ],
)
def test_what_cannot_be_bumped_says_why(linear_unit, name, epsilon, index, sentence):
    linear_unit.input("v", [1.0, 2.0])
    linear_unit.output = "J"
    program = engine.compile(linear_unit)
    with pytest.raises(engine.GraphError, match="call forward"):
        program.bump("d", 0.1)
    program.forward()
    with pytest.raises(engine.GraphError) as caught:
        program.bump(name, epsilon, index)
    assert str(caught.value) == sentence
    with pytest.raises(engine.GraphError, match="there is no node named 'z'"):
        program.bump("d", 0.1).before("z")


def test_a_class_that_is_bumped_names_the_node_that_it_does_not_fit():
    graph = engine.Graph()
    z, y = graph.parameter("z", [1.0, 2.0]), graph.input("y", 1.0)
    graph.op("cross_entropy", z, y, name="J")
    with pytest.raises(
        engine.ShapeError, match=r"^J \(cross_entropy\): classes must be whole"
    ) as e:
        ran(graph).bump("y", 0.001)
    assert e.value.node == "J"


def test_an_unfinished_graph_is_bumped_as_far_as_it_goes():
    graph = engine.Graph()
    w = graph.parameter("w", 2.0)
    square = graph.op("square", w, name="s")
    graph.op("add", square, name="u")  # its other input is missing
    graph.op("multiply", square, graph.input("v", [1.0, 2.0]), name="J")
    graph.output = "J"
    program = engine.compile(graph, partial=True)
    program.forward()
    bump = program.bump("w", 0.5)
    assert bump.after("s") == 6.25
    assert bump.after("u") is None
    assert bump.slope() is None
    assert np.asarray(bump.after("J")).tolist() == [6.25, 12.5]
    with pytest.raises(engine.GraphError, match="u has no value to bump"):
        program.bump("u", 0.5)
    graph.output = "s"
    other = engine.compile(graph, partial=True)
    other.forward()
    assert other.bump("v", 1.0, (0,)).slope() == 0.0


def test_infinity_is_what_it_is():
    graph = engine.Graph()
    graph.op("exp", graph.parameter("w", 709.5), name="J")
    program = engine.compile(graph)
    program.forward()
    assert program.bump("w", 1.0).slope() == math.inf


def test_what_does_not_fit_is_left_out():
    graph = engine.Graph()
    w = graph.parameter("w", 2.0)
    pair = graph.op("multiply", w, graph.input("p", [1.0, 2.0]), name="pair")
    graph.op("add", pair, graph.input("q", [1.0, 2.0, 3.0]), name="misfit")
    graph.op("sum", pair, name="J")
    graph.output = "J"
    program = engine.compile(graph, partial=True)
    program.forward()
    bump = program.bump("w", 0.5)
    assert bump.moved == ("w", "pair", "J")
    assert bump.after("misfit") is None
    assert bump.slope() == 3.0


def test_the_values_are_listed_once_for_many_bumps_and_anew_after_an_edit(linear_unit, monkeypatch):
    program = engine.compile(linear_unit)
    program.forward()
    first = program.bump("w", 0.5)
    asked = []
    listed = Parts.listed
    monkeypatch.setattr(Parts, "listed", lambda *of: asked.append(of) or listed(*of))
    assert program.bump("w", 0.5).slope() == first.slope()
    assert not asked
    program.set_value("w", 3.0)
    program.forward()
    assert program.bump("w", 0.5).slope() != first.slope()
    assert len(asked) == 1
    assert first.slope() == program_of(linear_unit).bump("w", 0.5).slope()


def test_beside_arrays_what_runs_in_batches_is_known_where_a_node_is_bumped():
    graph = engine.Graph()
    squares = [
        graph.op("square", graph.parameter(f"p{k}", k / 7), name=f"s{k}") for k in range(100)
    ]
    pair = graph.op("multiply", graph.parameter("v", [1.0, 2.0]), "s7", name="pair")
    graph.op("sum", pair, name="t")
    graph.output = graph.op("add", *squares, "t", name="J")
    bump = program_of(graph).bump("p7", 0.5)
    np.testing.assert_allclose(bump.after("pair"), [2.25, 4.5])
    assert bump.after("s8") == (8 / 7) ** 2
    assert bump.slope() == pytest.approx((2.25 - 1.0) * (1.0 + 3.0) / 0.5)


def program_of(graph):
    program = engine.compile(graph)
    program.forward()
    return program


def deep(units: int) -> engine.Graph:
    """Return wide levels, in batches, and behind them a chain, in a loop between two of them."""
    graph = engine.Graph()
    layer = [graph.parameter(f"w{k}", 0.1 * k - 1.0) for k in range(units)]
    layer = [graph.op("square", name, name=f"s{k}") for k, name in enumerate(layer)]
    chain = graph.op("add", *layer, name="sum")
    for k in range(60):
        chain = graph.op("sin" if k % 2 else "exp", chain, name=f"c{k}")
        chain = graph.op("negate", chain, name=f"n{k}")
    layer = [graph.op("multiply", name, chain, name=f"m{k}") for k, name in enumerate(layer)]
    graph.op("add", *layer, name="J")
    return graph


@pytest.mark.parametrize("name", ["w3", "s2", "sum", "c0", "n30", "n59", "m1", "J"])
@pytest.mark.parametrize("units", [4, 60])
def test_a_bump_at_once_is_that_of_one_node_after_the_other(
    name: str, units: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph = deep(units)
    program = program_of(graph)
    program.backward()
    values = {n: program.value(n) for n in graph.nodes()}
    derivatives = {n: program.derivative(n) for n in graph.nodes()}
    assert is_batched(program) is (len(graph) > 200)
    with monkeypatch.context() as patch:
        patch.setattr(bumping, "_swept", None)
        found = program.bump(name, 0.25)
    with monkeypatch.context() as patch:
        patch.setattr(Parts, "bumped", lambda *_: None)
        expected = program.bump(name, 0.25)
    assert found.moved == expected.moved
    for n in found.moved:
        assert found.before(n) == values[n]
        assert found.after(n) == pytest.approx(expected.after(n), rel=1e-12)
    assert found.slope() == pytest.approx(expected.slope(), rel=1e-9)
    program.backward()
    assert {n: program.value(n) for n in graph.nodes()} == values
    assert {n: program.derivative(n) for n in graph.nodes()} == derivatives
