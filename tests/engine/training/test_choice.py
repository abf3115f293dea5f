"""How a graph is trained unless asked otherwise, as its file keeps it."""

import pytest

import engine
from engine.formats.chainrule_file import dumps, loads
from engine.training import Choice, Feed
from resources import resource


def graph_with(tree: object) -> engine.Graph:
    graph = engine.Graph()
    graph.network.graph["training"] = tree
    return graph


def test_without_a_word_it_is_the_usual():
    assert Choice.of(engine.Graph()) == Choice("gd", 0.01, 100, Feed.BATCH, None)
    assert Choice.of(graph_with({})) == Choice()


def test_a_graph_keeps_it_in_its_file():
    tree = {"optimizer": "adam", "rate": 0.05, "steps": 300, "feed": "rows", "seed": 7}
    again = loads(dumps(graph_with(tree)))
    assert Choice.of(again) == Choice("adam", 0.05, 300, Feed.ROWS, 7)
    assert dumps(again) == dumps(graph_with(tree))


def test_the_lesson_on_xor_learns_it_as_it_opens():
    choice = Choice.of(engine.load(resource("lessons/xor.chainrule")))
    assert choice == Choice("adam", 0.05, 300)


def test_what_is_asked_for_stands_in_its_place():
    kept = Choice("adam", 0.05, 300, Feed.ROWS, 7)
    assert kept.asked() == kept
    assert kept.asked(optimizer="adam", steps=3) == Choice("adam", 0.05, 3, Feed.ROWS, 7)
    assert kept.asked(optimizer="gd") == Choice("gd", 0.01, 300, Feed.ROWS, 7)
    assert kept.asked(optimizer="gd", rate=1.0, seed=8) == Choice("gd", 1.0, 300, Feed.ROWS, 8)
    assert kept.asked(feed=Feed.ROWS) == Choice("adam", 0.05, 300, Feed.ROWS, None)


@pytest.mark.parametrize(
    "choice",
    [Choice(), Choice("adam"), Choice(rate=0.5), Choice(feed=Feed.ROWS), Choice("gd", seed=3)],
)
def test_what_is_written_is_read_again_and_the_usual_is_nothing(choice):
    tree = choice.tree()
    assert (tree is None) == (choice == Choice())
    assert Choice.of(graph_with(tree)) == choice


def test_what_else_a_file_says_of_training_is_kept():
    assert Choice().tree({"optimizer": "adam", "note": "x"}) == {
        "optimizer": "gd", "rate": 0.01, "steps": 100, "note": "x",
    }  # fmt: skip
    assert Choice().tree(["malformed"]) is None


TREES = [
    (7, "graph.training: expected an object such as {'optimizer': 'adam'}"),
    ({"optimizer": "sgd"}, "graph.training.optimizer: expected one of gd, momentum, adam"),
    ({"optimizer": ["gd"]}, "graph.training.optimizer: expected one of gd, momentum, adam"),
    ({"rate": 0}, "graph.training.rate: expected a positive number"),
    ({"rate": "1"}, "graph.training.rate: expected a positive number"),
    ({"rate": True}, "graph.training.rate: expected a positive number"),
    ({"rate": 10**400}, "graph.training.rate: expected a positive number"),
    ({"steps": 0}, "graph.training.steps: expected a number from 1 to 1,000,000"),
    ({"steps": 1.5}, "graph.training.steps: expected a number from 1 to 1,000,000"),
    ({"steps": True}, "graph.training.steps: expected a number from 1 to 1,000,000"),
    ({"feed": {}}, "graph.training.feed: expected one of rows, batch"),
    ({"seed": -1}, "graph.training.seed: expected a number from 0 to 2,147,483,647"),
]


@pytest.mark.parametrize(("tree", "sentence"), TREES, ids=[f"{tree}"[:30] for tree, _ in TREES])
def test_in_a_file_it_is_read_with_distrust(tree, sentence):
    with pytest.raises(engine.GraphError) as caught:
        Choice.of(graph_with(tree))
    assert str(caught.value) == sentence
