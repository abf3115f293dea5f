"""Many leaves of a program at once: the same as one by one, whatever part of it holds them."""

import numpy as np
import pytest

import engine
from engine.program import Program, Vector

WIDE, NARROW = 60, 3


def graph_of(units: int) -> engine.Graph:
    """Return J = Σ (wₖ xₖ)², in batches where there are many units."""
    graph = engine.Graph()
    for k in range(units):
        graph.parameter(f"w{k}", float(k + 1))
        graph.input(f"x{k}", 0.5 * k - 1.0)
        graph.op("multiply", f"w{k}", f"x{k}", name=f"p{k}")
        graph.op("square", f"p{k}", name=f"s{k}")
    graph.op("add", *(f"s{k}" for k in range(units)), name="J")
    return graph


def mixed() -> engine.Graph:
    """Return J = mean(V x) + a + b, with a matrix and a vector among the numbers."""
    graph = engine.Graph()
    graph.parameter("a", 2.0)
    graph.parameter("V", [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    graph.parameter("x", [1.0, -1.0, 2.0])
    graph.parameter("b", 3.0)
    graph.op("matmul", "V", "x", name="y")
    graph.op("mean", "y", name="m")
    graph.op("add", "m", "a", "b", name="J")
    return graph


def run(program: Program) -> None:
    program.forward()
    program.backward()


@pytest.mark.parametrize("units", [WIDE, NARROW])
def test_numbers_are_read_set_and_differentiated_as_one_by_one(units: int) -> None:
    graph = graph_of(units)
    program, other = engine.compile(graph), engine.compile(graph)
    vector = Vector(program)
    vector.write(np.ones(units))
    vector.write(np.arange(units) + 1.0)
    run(program)
    assert vector.names == program.parameters
    assert vector.read().tolist() == [graph.value(name) for name in vector.names]
    new = np.linspace(-3.0, 3.0, units)
    vector.write(new)
    for name, number in zip(vector.names, new.tolist(), strict=True):
        other.set_value(name, number)
    with pytest.raises(engine.GraphError, match="forward"):
        program.backward()
    for each in (program, other):
        run(each)
    assert vector.values() == new.tolist()
    assert program.value("J") == other.value("J")
    assert vector.gradient().tolist() == [other.derivative(name) for name in vector.names]
    assert vector.owner(2) == vector.names[2]
    assert vector.belongs(program, (*vector.names,))
    assert not vector.belongs(other, vector.names)
    assert not vector.belongs(program, vector.names[1:])


def test_arrays_lie_among_the_numbers_entry_by_entry() -> None:
    program = engine.compile(mixed())
    vector = Vector(program, ("a", "V", "b", "x"))
    assert vector.read().tolist() == [2.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 3.0, 1.0, -1.0, 2.0]
    assert [vector.owner(k) for k in range(11)] == ["a", *["V"] * 6, "b", *["x"] * 3]
    run(program)
    assert vector.gradient().tolist() == pytest.approx(
        [1.0, 0.5, -0.5, 1.0, 0.5, -0.5, 1.0, 1.0, 2.5, 3.5, 4.5]
    )
    vector.write(np.arange(11.0))
    run(program)
    assert vector.values()[0] == 0.0
    assert np.array_equal(program.value("V"), [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    assert np.array_equal(vector.values()[3], [8.0, 9.0, 10.0])


def test_only_leaves_are_set_at_once() -> None:
    program = engine.compile(graph_of(NARROW))
    with pytest.raises(engine.GraphError, match="J computes its value"):
        Vector(program, ("w0", "J"))
    with pytest.raises(engine.UnknownNodeError):
        Vector(program, ("w0", "w9"))


def test_what_was_set_at_once_stays_when_a_leaf_becomes_an_array() -> None:
    program = engine.compile(graph_of(WIDE))
    run(program)
    vector = Vector(program)
    vector.write(np.full(WIDE, 2.0))
    program.set_value("x0", [1.0, 2.0])
    program.forward()
    assert vector.read().tolist() == [2.0] * WIDE
    assert np.array_equal(program.value("p0"), [2.0, 4.0])
    assert program.value("p4") == 2.0


@pytest.mark.parametrize("units", [WIDE, NARROW])
def test_a_sum_that_overflows_hides_no_finite_values_and_shows_none_that_is_not(units: int) -> None:
    graph = graph_of(units)
    graph.parameter("far", 1.7e308)
    graph.parameter("too", 1.7e308)
    program = engine.compile(graph, "J")
    program.forward()
    assert program.first_nonfinite() is None
    program.set_value("too", float("inf"))
    program.forward()
    assert program.first_nonfinite() == "too"
