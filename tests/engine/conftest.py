"""The lecture's first graph, built in code, and the shipped examples."""

from pathlib import Path

import pytest

import engine


@pytest.fixture
def linear_unit() -> engine.Graph:
    """The lecture's first graph, J = ½(wx + b − y)²."""
    graph = engine.Graph("One linear unit")
    w, x = graph.parameter("w", 2.0), graph.input("x", -2.0)
    c = graph.op("multiply", w, x, name="c")
    a = graph.op("add", c, graph.parameter("b", 8.0), name="a")
    d = graph.op("subtract", a, graph.input("y", 2.0), name="d")
    graph.op("formula", d, name="J", formula="d^2/2")
    return graph


@pytest.fixture
def examples() -> Path:
    from resources import resource

    return resource("examples")
