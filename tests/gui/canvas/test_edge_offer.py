"""Which edges a typed name offers."""

import pytest
from examples import example

import engine
from gui.canvas.edge_offer import edge_offers


@pytest.fixture
def graph(qapp) -> engine.Graph:
    del qapp
    graph = example("linear-unit")
    graph.op("relu", name="relu1")
    graph.op("add", name="e")
    return graph


def edges(graph: engine.Graph, name: str, text: str) -> list[tuple[str, str, int]]:
    return [tuple(offer.edge) for offer in edge_offers(graph, name, text)]


def test_a_free_port_comes_before_an_occupied_one(graph):
    assert edges(graph, "c", "e") == [
        ("c", "e", 0),
        ("c", "e", 1),
        ("e", "c", 2),
        ("e", "c", 0),
        ("e", "c", 1),
        ("c", "relu1", 0),
        ("relu1", "c", 2),
        ("relu1", "c", 0),
        ("relu1", "c", 1),
    ]


def test_a_leaf_only_feeds_and_its_own_edge_is_not_offered_again(graph):
    assert edges(graph, "w", "c") == [("w", "c", 2), ("w", "c", 1)]
    assert edges(graph, "relu1", "w") == [("w", "relu1", 0)]


def test_the_rows_say_port_and_what_is_replaced(graph):
    notes = [offer.item.note for offer in edge_offers(graph, "b", "J")]
    assert notes == ["input (d), replaces d"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("w", "relu2", "no node is called ‘relu2’; did you mean 'relu1'?"),
        ("w", "w", "neither w nor w takes an input"),
        ("w", "x", "neither w nor x takes an input"),
        ("c", "c", "a node cannot feed itself"),
    ],
)
def test_where_no_edge_can_be_it_says_why(graph, name, text, reason):
    with pytest.raises(engine.GraphError, match="^" + reason.replace("?", r"\?")):
        edge_offers(graph, name, text)
