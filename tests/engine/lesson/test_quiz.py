"""A quiz: what is an answer, when it is right, how a file holds it."""

import re

import pytest

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.lesson.quiz import Quiz, answer_of, is_right


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2", 2.0),
        (" −1/4 ", -0.25),
        ("2·(3+1)", 8.0),
        ("2×3", 6.0),
        ("2^3 - 1", 7.0),
        ("sqrt(2)/2", 0.5**0.5),
        ("1e-3", 0.001),
    ],
)
def test_numbers_fractions_and_expressions_are_answers(text, number):
    assert answer_of(text) == pytest.approx(number)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "type a number, a fraction or an expression"),
        ("w*2", "write numbers only: w is a name"),
        ("2 +", "expected a number, a name or '('"),
        ("1/0", "1/0 is no finite number"),
        ("log(0-1)", "log(0-1) is no finite number"),
    ],
)
def test_what_is_no_answer_says_why(text, sentence):
    with pytest.raises(engine.ExpressionError, match=re.escape(sentence)):
        answer_of(text)


def test_an_answer_is_right_within_half_a_percent():
    assert is_right(2.0, 2.0)
    assert is_right(0.333, 1 / 3)
    assert is_right(-3.99, -4.0)
    assert not is_right(3.9, 4.0)
    assert not is_right(4.0, -4.0)
    assert is_right(0.0004, 0.0)
    assert not is_right(0.001, 0.0)


@pytest.mark.parametrize(
    "quiz",
    [
        Quiz(),
        Quiz(derivatives=False),
        Quiz(values=False, edges=(engine.Edge("w", "c", 0), engine.Edge("c", "a", 0))),
        Quiz(values=False, derivatives=False, edges=()),
    ],
)
def test_a_graph_keeps_its_quiz_in_its_file(quiz):
    graph = engine.Graph()
    assert Quiz.of(graph) is None
    graph.network.graph["quiz"] = quiz.tree()
    assert Quiz.of(loads(dumps(graph))) == quiz


TREES = [
    ("all", "graph.quiz: expected an object that says what to hide"),
    ({"hide": "values"}, "graph.quiz: expected an object that says what to hide"),
    ({"hide": ["values", "names"]}, 'graph.quiz.hide[1]: expected "values" or "derivatives"'),
    ({"hide": [], "edges": {}}, "graph.quiz.edges: expected a list of edges"),
    ({"hide": [], "edges": ["w"]}, "graph.quiz.edges[0]: expected source, target and key"),
    ({"hide": [], "edges": [["w", "c"]]}, "graph.quiz.edges[0]: expected source, target and key"),
    (
        {"hide": [], "edges": [["w", "c", 0], ["w", 1, 0]]},
        "graph.quiz.edges[1]: expected source, target and key",
    ),
    (
        {"hide": [], "edges": [["w", "c", True]]},
        "graph.quiz.edges[0]: expected source, target and key",
    ),
    (
        {"hide": [], "edges": [None] * 1_000_001},
        "graph.quiz.edges: a quiz may have at most 1,000,000",
    ),
]


@pytest.mark.parametrize(("tree", "sentence"), TREES, ids=[s for _, s in TREES])
def test_a_quiz_in_a_file_is_read_with_distrust(tree, sentence):
    graph = engine.Graph()
    graph.network.graph["quiz"] = tree
    with pytest.raises(engine.GraphError) as caught:
        Quiz.of(graph)
    assert str(caught.value) == sentence
