"""What the picture writes of arrays that a bump moved."""

from engine.assignments import graph_from_text
from gui.picture.bump_seen import BumpSeen
from gui.picture.labels import set_number
from gui.picture.runs import plain_text
from gui.run import read
from gui.theme import Ink


def written(text, values, name, index=None) -> str:
    """Return how the value of c is written on its edge after a bump of `name` by 0.001."""
    graph = graph_from_text(text, values)
    readings = read(graph)
    seen = BumpSeen(readings, readings.bump(name, 0.001, index))
    return plain_text(set_number(seen.value("c"), Ink.VALUE, 16))


def test_a_vector_that_moved_is_told_from_the_one_before():
    found = written("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, 2.0, 3.0]}, "w")
    assert found == "[2.001, 4.002, 6.003] (3)"


def test_of_a_matrix_only_the_entries_that_moved_have_more_digits():
    values = {"W": [[1.0, 2.0], [4.0, 5.25]], "x": [[1.0, 1 / 3], [0.0, 2.0]]}
    found = written("c = W@x; J = mean(c)", values, "W", (0, 0))
    assert found == "[1.001, 4.33367; 4, 11.8] 2×2"


def test_where_too_many_digits_would_be_needed_there_are_as_many_as_usual():
    found = written("c = w*x; J = mean(c)", {"w": 2e6, "x": [1.0, 1.5]}, "w")
    assert found == "[2.00e6, 3.00e6] (2)"


def test_a_large_array_is_told_by_its_shape():
    found = written("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0] * 9}, "w")
    assert found == "(9)"
