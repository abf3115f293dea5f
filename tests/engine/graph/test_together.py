"""The numbers of many leaves, read and set together: the same as one by one, without looking up."""

import numpy as np
import pytest

import engine
from engine.graph.together import numbers_of

NAMES = ("w", "v")


@pytest.fixture
def graph() -> engine.Graph:
    graph = engine.Graph()
    graph.parameter("w", 2.0)
    graph.parameter("v", 3.0)
    graph.op("multiply", *NAMES, name="J")
    return graph


def test_numbers_are_one_array_and_arrays_are_not(graph: engine.Graph) -> None:
    numbers = graph.values_of(NAMES)
    assert isinstance(numbers, np.ndarray)
    assert numbers.tolist() == [2.0, 3.0]
    graph.set_values({"v": [1.0, 2.0]})
    values = graph.values_of(NAMES)
    assert isinstance(values, list)
    assert values[0] == 2.0
    graph.set_attribute("v", "value", 5.0)
    assert np.array_equal(graph.values_of(NAMES), [2.0, 5.0])
    assert numbers_of(numbers) is numbers
    assert numbers_of([1.0, 2]) is None


def test_numbers_are_set_together_where_they_are_others(graph: engine.Graph) -> None:
    assert graph.set_numbers(NAMES, np.array([4.0, 3.0]))
    assert type(graph.value("w")) is float
    assert (graph.value("w"), graph.value("v")) == (4.0, 3.0)
    assert not graph.set_numbers(NAMES, np.array([4.0, 3.0]))
    assert graph.set_numbers(NAMES, np.array([float("nan"), -0.0]))
    assert not graph.set_numbers(NAMES, np.array([-float("nan"), -0.0]))
    assert graph.set_numbers(NAMES, np.array([float("nan"), 0.0]))


def test_what_is_set_by_itself_is_known(graph: engine.Graph) -> None:
    graph.set_numbers(NAMES, np.array([4.0, 5.0]))
    graph.set_attribute("w", "value", 7.0)
    assert np.array_equal(graph.values_of(NAMES), [7.0, 5.0])
    graph.set_values({"v": 8.0})
    assert np.array_equal(graph.values_of(NAMES), [7.0, 8.0])


def test_a_node_that_went_and_came_back_holds_what_is_set(graph: engine.Graph) -> None:
    graph.set_numbers(NAMES, np.array([4.0, 5.0]))
    graph.restore_node(graph.remove_node("w"))
    graph.set_numbers(NAMES, np.array([6.0, 7.0]))
    assert graph.value("w") == 6.0


def test_a_copy_has_its_own_numbers(graph: engine.Graph) -> None:
    graph.set_numbers(NAMES, np.array([4.0, 5.0]))
    copy = graph.copy()
    copy.set_numbers(NAMES, np.array([6.0, 7.0]))
    assert (graph.value("w"), copy.value("w")) == (4.0, 6.0)
    graph.become(copy)
    graph.set_numbers(NAMES, np.array([8.0, 9.0]))
    assert graph.value("w") == 8.0


def test_only_leaves_that_are_there_have_values(graph: engine.Graph) -> None:
    with pytest.raises(engine.InvalidAttributeError):
        graph.values_of(("w", "J"))
    with pytest.raises(engine.UnknownNodeError):
        graph.values_of(("w", "q"))


def test_leaves_are_looked_up_by_name_once(
    graph: engine.Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph.set_numbers(NAMES, np.array([4.0, 5.0]))
    monkeypatch.setattr(graph, "value", None)  # what looks a leaf up
    for k in range(3):
        graph.set_numbers(NAMES, np.array([k, 5.0]))
    assert graph.values_of(NAMES)[0] == 2.0
