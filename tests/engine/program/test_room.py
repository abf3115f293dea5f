"""Room: what would not fit into memory has its sentence before anything is allocated."""

import numpy as np
import pytest

import engine
from engine.program import room


def outer(op: str, left: int, right: int, **attributes) -> engine.Graph:
    graph = engine.Graph()
    a, b = graph.parameter("a", np.zeros((left, 1))), graph.parameter("b", np.zeros((1, right)))
    graph.op(op, a, b, name="c", **attributes)
    graph.op("sum", "c", name="J")
    return graph


@pytest.mark.parametrize(
    ("op", "attributes"), [("add", {}), ("matmul", {}), ("formula", {"formula": "u*v"})]
)
def test_an_array_that_would_fill_the_memory_is_refused(op, attributes):
    graph = outer(op, 100_000, 100_000, **attributes)
    sentence = rf"c \({op}\): there is no room for .*000 entries, made of 100000×1 and 1×100000"
    program = engine.compile(graph)
    with pytest.raises(engine.ShapeError, match=sentence) as caught:
        program.forward()
    assert caught.value.node == "c"
    unfinished = engine.compile(graph, partial=True)
    unfinished.forward()
    assert "there is no room" in (unfinished.problem("c") or "")
    assert unfinished.value("J") is None


def test_many_arrays_are_counted_together(monkeypatch):
    monkeypatch.setattr(room, "MAX_NUMBERS", 10_000)
    graph = engine.Graph()
    at = graph.parameter("w", np.ones(500))
    for k in range(10):
        at = graph.op("negate", at, name=f"n{k}")
    graph.op("sum", at, name="J")
    with pytest.raises(engine.ShapeError, match=r"n5 \(negate\): there is no room for 500 entries"):
        engine.compile(graph).forward()


def test_what_shrinks_gives_its_room_back(monkeypatch):
    monkeypatch.setattr(room, "MAX_NUMBERS", 10_000)
    program = engine.compile(outer("multiply", 30, 30))
    program.forward()
    program.set_value("a", np.ones((100, 1)))
    with pytest.raises(engine.ShapeError, match="there is no room for 3,000 entries"):
        program.forward()
    for size in (20, 30, 25, 30, 40):
        program.set_value("a", np.ones((size, 1)))
        program.forward()
        assert program.value("J") == 0.0
    program.set_value("a", 1.0)
    program.forward()
    program.backward()
    assert np.shape(program.derivative("b")) == (1, 30)


@pytest.mark.parametrize(
    ("left", "right"), [((3,), (3,)), ((2, 3), (3,)), ((3,), (4, 3, 2)), ((5, 2, 3), (3, 4))]
)
def test_a_matrix_product_is_counted_as_it_is_made(left, right):
    made = np.matmul(np.zeros(left), np.zeros(right))
    assert engine.ops.OPS["matmul"]().entries(left, right) == made.size


def test_a_hundred_inputs_broadcast():
    assert engine.ops.OPS["add"]().entries(*[(2, 1), (1, 3)] * 50) == 6
