"""What a lesson's author says: tied to its steps, kept in the file, never trusted."""

import re

import pytest
from examples import example

import engine
from engine.errors import LimitError
from engine.lesson.lesson_text import MOST_LETTERS, MOST_TEXTS, LessonText
from engine.lesson.steps import steps
from resources import resource

LESSONS = sorted(resource("lessons").glob("*.chainrule"))


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_text_of_a_shipped_lesson_has_its_step(path):
    graph = engine.load(path)
    said = LessonText.of(graph)
    order = steps(graph, graph.output)
    placed = said.by_place(order)
    assert len(placed) == len(said.said)
    assert placed[0]
    assert said.about
    assert max(len(text) for text in placed.values()) <= 230  # two lines under the picture


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_every_text_of_a_shipped_lesson_is_a_sentence_of_its_own(path):
    """On its slide it stands alone: XOR's second step said no more than "the second another."."""
    for one in LessonText.of(engine.load(path)).said:
        first = one.text.split()[0]
        assert first[0].isupper() or first in ("tanh", "σ"), one.text
        assert one.text.endswith((".", "?", "!")), one.text
        assert len(one.text.split()) >= 4, one.text


@pytest.mark.parametrize("name", ["linear-unit", "two-layer-network"])
def test_what_the_lectures_lessons_say_holds_with_other_numbers(name):
    """Its captions tell the numbers; slides with others said "2 is positive" below g(−2) = 0."""
    texts = " ".join(
        one.text for one in LessonText.of(engine.load(resource(f"lessons/{name}.chainrule"))).said
    )
    told = set(re.findall(r"\d+(?:\.\d+)?", texts))
    assert told <= {"0", "1", "0.001"}  # slopes of g and of a sum, and a bump


def test_there_are_the_six_lessons():
    assert {path.stem for path in LESSONS} == {
        "linear-unit",
        "two-layer-network",
        "fan-out",
        "logistic-unit",
        "layer-with-a-batch",
        "xor",
    }


def test_a_graph_without_texts_is_no_worse_for_it():
    assert LessonText.of(engine.Graph()) is None
    assert LessonText.from_tree({}) == LessonText("", ())


def test_texts_stay_with_their_nodes_and_those_of_none_are_left_out():
    graph = example("linear-unit")
    said = LessonText.from_tree(
        {
            "texts": [
                {"pass": "forward", "node": "a", "say": "one"},
                {"pass": "forward", "node": "gone", "say": "two"},
                {"pass": "backward", "node": "w", "say": "three"},
                {"pass": "backward", "node": "w", "say": "four"},
                {"pass": "given", "node": "w", "say": "five"},
            ]
        }
    )
    order = steps(graph, "J")
    assert said.by_place(order) == {0: "five", 2: "one", 11: "three four"}
    graph.op("square", "w", name="first")
    graph.remove_edge("w", "c", 0)
    graph.add_edge("first", "c", 0)
    assert said.by_place(steps(graph, "J"))[3] == "one"  # the step moved on, its text with it


def test_a_text_is_set_changed_and_taken_away():
    order = steps(example("linear-unit"), "J")
    said = LessonText("", ()).saying("one", order[2]).saying("two", order[0])
    assert said.by_place(order) == {0: "two", 2: "one"}
    assert said.tree() == {
        "texts": [
            {"pass": "forward", "node": "a", "say": "one"},
            {"pass": "given", "say": "two"},
        ]
    }
    said = said.saying("three", order[2]).saying("", order[0])
    assert said.by_place(order) == {2: "three"}
    about = LessonText("about it", said.said)
    assert LessonText.from_tree(about.tree()) == about


def test_what_else_a_file_says_of_a_lesson_is_kept():
    """An edit of one text dropped what another program had written beside it, and beside all."""
    tree = {
        "texts": [
            {"pass": "forward", "node": "a", "say": "one", "voice": "1.ogg"},
            {"pass": "backward", "node": "w", "say": "two", "voice": "2.ogg"},
        ],
        "author": "x",
    }
    order = steps(example("linear-unit"), "J")
    said = LessonText.from_tree(tree).saying("three", order[2])
    told = said.tree(tree)
    assert told["author"] == "x"
    assert [(one["say"], one["voice"]) for one in told["texts"]] == [
        ("three", "1.ogg"),  # in its place
        ("two", "2.ogg"),
    ]
    nothing = LessonText("", ())
    assert nothing.tree() is None
    assert nothing.tree(tree) == {"texts": [], "author": "x"}


def test_no_more_is_said_than_can_be_read_again():
    """The text after the thousandth was taken, and refused the whole lesson at its next start."""
    order = steps(example("linear-unit"), "J")
    others = [{"pass": "forward", "node": f"n{k}", "say": "x"} for k in range(MOST_TEXTS - 1)]
    full = LessonText.from_tree({"texts": others}).saying("last", order[2])
    assert LessonText.from_tree(full.saying("again", order[2]).tree())
    with pytest.raises(LimitError, match=r"^a lesson may have at most 1,000 texts$"):
        full.saying("more", order[3])


def test_a_lesson_is_kept_in_its_file():
    graph = engine.load(LESSONS[0])
    from engine.formats.chainrule_file import dumps, loads

    assert LessonText.of(loads(dumps(graph))) == LessonText.of(graph)


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        ([], "graph.lesson: expected an object with about and texts"),
        ({"about": 3}, "graph.lesson.about: expected a text"),
        ({"texts": {}}, "graph.lesson.texts: expected a list"),
        ({"texts": ["w"]}, "graph.lesson.texts[0]: expected an object with pass, node and say"),
        (
            {"texts": [{"pass": "sideways", "node": "w", "say": "x"}]},
            "graph.lesson.texts[0].pass: expected given, forward or backward",
        ),
        (
            {"texts": [{"pass": "forward", "node": 3, "say": "x"}]},
            "graph.lesson.texts[0].node: expected a text that is not empty",
        ),
        (
            {"texts": [{"pass": "forward", "node": "w", "say": ""}]},
            "graph.lesson.texts[0].say: expected a text that is not empty",
        ),
    ],
)
def test_a_fault_is_named_with_its_place(tree, sentence):
    with pytest.raises(engine.GraphError) as caught:
        LessonText.from_tree(tree)
    assert str(caught.value) == sentence


def test_texts_have_limits():
    with pytest.raises(LimitError, match="at most 1,000"):
        LessonText.from_tree({"texts": [0] * (MOST_TEXTS + 1)})
    long = {"texts": [{"pass": "given", "say": "x" * (MOST_LETTERS + 1)}]}
    with pytest.raises(LimitError, match=r"texts\[0\].say: longer than 1,000 letters"):
        LessonText.from_tree(long)
