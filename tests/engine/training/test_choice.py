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
