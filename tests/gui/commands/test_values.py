"""Values set together and one by one: what a burst goes back to, what counts as the same."""

import math

import numpy as np
import pytest

import engine
from gui.commands import SetValue, SetValues
from gui.document import Document


@pytest.fixture
def document() -> Document:
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    graph.parameter("b", 10.0)
    graph.parameter("W", [math.nan, 0.0])
    document = Document()
    document.reset(graph)
    return document


def test_a_burst_of_other_leaves_goes_back_to_where_each_of_them_began(document: Document) -> None:
    for values in ({"w": 2.0}, {"w": 3.0, "b": 20.0}, {"b": 30.0}):
        document.do(SetValues(values, burst=1))
    assert document.history.count() == 1
    document.undo()
    assert [document.graph.value(name) for name in "wb"] == [1.0, 10.0]
    document.redo()
    assert [document.graph.value(name) for name in "wb"] == [3.0, 30.0]


def test_an_array_with_the_same_bits_is_no_edit_and_another_sign_of_zero_is(
    document: Document,
) -> None:
    document.do(SetValue("W", np.array([math.nan, 0.0])))
    assert document.history.count() == 0
    document.do(SetValue("W", np.array([math.nan, -0.0])))
    assert document.history.count() == 1
