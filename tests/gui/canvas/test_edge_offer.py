"""Which edges a typed name offers."""

import pytest
from examples import example

import engine
from gui.canvas.offers.edge_offer import edge_offers
from gui.picture.layout import place_all


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


@pytest.mark.parametrize("typed", ["0.5", "1/2", "k"])
def test_a_constant_is_listed_as_on_its_card_and_found_by_that_and_by_its_name(graph, typed):
    graph.constant("k", 0.5)
    (offer,) = edge_offers(graph, "relu1", typed)
    assert offer.edge == engine.Edge("k", "relu1", 0)
    assert offer.item.title == "0.5 (k) → relu1"
    graph.set_attribute("k", "label", "half")
    assert edge_offers(graph, "relu1", typed)[0].item.title == "half → relu1"


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


def test_of_missing_inputs_the_nearest_comes_first_and_what_feeds_nothing_yet(qapp):
    del qapp
    graph = example("two-layer-network")
    place_all(graph)
    graph.remove_edge("b2", "z2", 1)
    graph.remove_edge("b1", "z1", 1)
    assert edges(graph, "b2", "")[:2] == [("b2", "z2", 1), ("b2", "z1", 1)]
    assert edges(graph, "b1", "")[0] == ("b1", "z1", 1)
    assert edges(graph, "z1", "")[:2] == [("b1", "z1", 1), ("b2", "z1", 1)]
    assert edges(graph, "z2", "")[0] == ("b2", "z2", 1)
    # then what is nearest to the left, and what would lead back to it, last
    sources = [source for source, target, _ in edges(graph, "z2", "") if target == "z2"]
    assert sources[2:4] == ["t2", "w2"]


def test_what_feeds_a_node_is_hardly_meant_to_feed_it_twice(qapp):
    del qapp
    graph = example("linear-unit")
    place_all(graph)
    offered = edges(graph, "w", "")
    assert [target for _, target, _ in offered[-2:]] == ["c", "c"]
    assert ("w", "c", 0) not in offered


def test_a_label_names_a_node_as_it_is_read(qapp):
    del qapp
    graph = example("two-layer-network")
    assert {target for _, target, _ in edges(graph, "x", "z^[1]")} == {"z1"}
    assert {target for _, target, _ in edges(graph, "x", "z[1]")} == {"z1"}


def test_what_begins_as_it_is_typed_comes_first_however_near_others_are(qapp):
    del qapp
    graph = engine.Graph()
    graph.parameter("p", 1.0, position=(0.0, 0.0), label="W^[1]")
    graph.parameter("row", 1.0, position=(380.0, 0.0))
    graph.parameter("w1", 1.0, position=(-900.0, 600.0))
    graph.parameter("wide_w", 1.0, position=(-1900.0, 600.0))
    graph.add_node("z", "add", position=(400.0, 0.0))

    def sources(text: str) -> list[str]:
        return list(dict.fromkeys(source for source, _, _ in edges(graph, "z", text)))

    assert sources("w") == ["p", "w1", "wide_w", "row"]
    assert sources("W[1]") == ["p"]
    assert sources("_") == ["wide_w"]  # a name has it; a label's marks are not read
    graph.parameter("W", 1.0, position=(-5000.0, 0.0))
    assert sources("w")[0] == "W"
    for marks in ("^", "{}", "^_"):
        with pytest.raises(engine.UnknownNodeError, match="no node is called"):
            edges(graph, "z", marks)


def test_of_a_large_graph_the_nearest_is_offered_whatever_its_place_in_the_file(qapp):
    del qapp
    graph = engine.Graph()
    for k in range(300):
        graph.input(f"x{k}", 1.0, position=(0.0, 100.0 * k))
    graph.op("add", "x0", "x1", name="s", position=(200.0, 0.0))
    graph.op("relu", name="r", position=(200.0, 29_000.0))
    assert edges(graph, "r", "")[0] == ("x290", "r", 0)
