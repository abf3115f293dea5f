"""The lecture's first graph, built in code, and the shipped examples."""

from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test

import engine


def pytest_itemcollected(item):
    """Count no lines in what random draws reach: they are to be reached by what a test names.

    Counting triples what a search costs.
    """
    if is_hypothesis_test(getattr(item, "obj", None)):
        item.add_marker("no_cover")


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
