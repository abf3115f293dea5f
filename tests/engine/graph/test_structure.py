"""What a graph is asked: its ports, its output, its names, what was touched and what is missing."""

from threading import Event, Thread, get_ident

import pytest
from graph_edits import EDITS, edited
from hypothesis import given

import engine
from engine.graph import structure


def test_ports_of_every_kind():
    graph = engine.Graph()
    x = graph.input("x", 1.0)
    graph.op("add", x, name="s")
    graph.op("subtract", name="m")
    graph.op("formula", name="f", formula="u/v")
    assert graph.inputs("s") == ("x", None)
    assert graph.port_names("s") == ("a", "b")
    assert graph.next_port("s") == 1
    graph.add_edge(x, "s", 1)
    assert graph.next_port("s") == 2
    graph.add_edge(x, "s", 3)
    assert graph.inputs("s") == ("x", "x", None, "x")
    assert graph.port_names("s") == ("a", "b", "2", "3")
    assert graph.port_names("f") == ("u", "v")
    assert graph.port_names("x") == ()
    assert graph.next_port("x") is None
    graph.add_edge(x, "m", 0)
    graph.add_edge(x, "m", 1)
    assert graph.next_port("m") is None
    assert graph.missing_inputs() == [("s", 2), ("f", 0), ("f", 1)]
    assert graph.can_connect("x", "f", 0)
    assert not graph.can_connect("x", "f", 2)


def test_the_output_is_the_one_asked_for_the_named_one_or_the_only_sink(linear_unit):
    assert linear_unit.resolve_output() == "J"
    assert linear_unit.resolve_output("a") == "a"
    linear_unit.output = "d"
    assert linear_unit.resolve_output() == "d"
    linear_unit.output = None
    assert linear_unit.output is None
    with pytest.raises(engine.OutputError, match="empty"):
        engine.Graph().resolve_output()
    many = engine.Graph()
    for k in range(9):
        many.input(f"x{k}")
    with pytest.raises(engine.OutputError, match=r"9 nodes lead nowhere: x0, .*x5, …"):
        many.resolve_output()


@given(edits=EDITS)
def test_the_sinks_are_what_feeds_nothing_whatever_was_edited(edits):
    graph = engine.Graph()
    for edit in edits:
        graph = edited(graph, *edit)
        feeding_nothing = {one for one in graph.nodes() if not graph.consumers(one)}
        assert graph.sinks == feeding_nothing == graph.copy().sinks


def test_unique_names():
    graph = engine.Graph()
    graph.input("x")
    graph.input("x2")
    assert graph.unique_name("y") == "y"
    assert graph.unique_name("x") == "x3"
    assert graph.op("sin", "x") == "sin"
    assert graph.op("sin", "x") == "sin2"


def test_a_title_is_shown_without_what_cannot_be_seen():
    graph = engine.Graph()
    graph.network.graph["title"] = "two\x00 words\n"
    assert graph.title == "two  words "


def test_what_came_went_or_is_fed_by_others_is_known_since_a_mark():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    graph.op("square", "w", name="a")
    graph.op("square", "a", name="b")
    mark = graph.mark
    assert graph.touched_since(mark) == set()
    graph.set_attribute("w", "position", (1.0, 2.0))
    assert graph.touched_since(mark) == set()
    graph.rename_node("w", "v")
    assert graph.touched_since(mark) == {"w", "v", "a"}
    mark = graph.mark
    removed = graph.remove_node("a")
    assert graph.touched_since(mark) == {"a", "b"}
    mark = graph.mark
    graph.restore_node(removed)
    assert graph.touched_since(mark) == {"a", "b"}
    for _ in range(2500):  # a third of a large graph's edges
        graph.remove_edge("a", "b", 0)
        graph.add_edge("a", "b", 0)
    assert graph.touched_since(mark) == {"a", "b"}
    for _ in range(32_000):
        graph.remove_edge("a", "b", 0)
        graph.add_edge("a", "b", 0)
    assert graph.touched_since(mark) is None
    assert graph.edge_count() == len(graph.edges()) == 2


def test_edges_are_counted_through_every_edit():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    graph.op("multiply", "w", "w", name="a")
    graph.op("add", "w", "a", name="b")
    assert (graph.edge_count(), graph.consumer_count("w"), graph.consumer_count("b")) == (4, 3, 0)
    assert [graph.source_at("b", port) for port in (0, 1, 2, -1)] == ["w", "a", None, None]
    assert (graph.degree("w"), graph.degree("a"), graph.degree("b")) == (3, 3, 2)
    removed = graph.remove_node("a")
    assert (graph.edge_count(), graph.consumer_count("w")) == (1, 1)
    graph.restore_node(removed)
    graph.rename_node("w", "v")
    assert graph.edge_count() == graph.copy().edge_count() == len(graph.edges()) == 4
    copy = graph.copy()
    copy.remove_edge("v", "b", 0)
    assert (copy.edge_count(), graph.edge_count()) == (3, 4)
    with pytest.raises(engine.UnknownNodeError):
        graph.consumer_count("w")


def test_missing_inputs_are_known_after_every_edit():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    graph.op("square", "w", name="a")
    graph.add_node("s", "add")
    assert graph.missing_inputs() == [("s", 0), ("s", 1)]
    graph.add_edge("a", "s", 1)
    assert graph.missing_inputs() == [("s", 0)]
    removed = graph.remove_node("w")
    assert graph.missing_inputs() == [("a", 0), ("s", 0)]
    graph.restore_node(removed)
    graph.rename_node("s", "t")
    assert graph.missing_inputs() == [("t", 0)]
    graph.add_node("f", "formula", formula="w^2")
    assert graph.missing_inputs() == [("t", 0), ("f", 0)]
    graph.set_attribute("f", "formula", "w*x")
    assert graph.missing_inputs() == [("t", 0), ("f", 0), ("f", 1)]
    graph.remove_node("f")
    graph.remove_node("t")
    assert graph.missing_inputs() == []
    assert graph.copy().missing_inputs() == []


def test_what_a_file_keeps_of_an_edge_comes_back_with_it():
    graph = engine.Graph()
    graph.parameter("w", 1.0)
    graph.op("square", "w", name="a")
    more = graph.remove_edge("w", "a", 0)
    assert more == {}
    graph.add_edge("w", "a", 0, {"note": "kept", "key": "also"})
    before = graph.network.edges["w", "a", 0]
    for name in ("w", "a"):
        graph.restore_node(graph.remove_node(name))
        assert graph.network.edges["w", "a", 0] == before == {"note": "kept", "key": "also"}
    assert graph.remove_edge("w", "a", 0) == before


def test_some_of_many_names_are_found_among_the_nodes_and_put_in_order():
    graph = engine.Graph()
    for name in "dbca":
        graph.parameter(name)
    assert graph.among(["a", "gone", "d"]) == ["a", "d"]
    assert graph.not_among(["a", "gone", "d"]) == ["gone"]
    assert graph.in_order({"a", "b", "d"}) == ["d", "b", "a"]
    assert graph.in_order({"a", "b", "d"}, 2) == ["d", "b"]
    assert graph.in_order(["a", "gone"]) == ["a"]
    assert graph.in_order(["a", "d"]) == ["d", "a"]
    assert graph.in_order(["a", "d"], 1) == ["d"]
    assert graph.has_any(("parameter", "input"))
    assert not graph.has_any(("input", "add"))


@pytest.mark.parametrize("few", [64, 2])
def test_the_order_is_kept_through_single_edits(few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(structure, "_FEW", few)
    graph = engine.Graph()
    for k in range(9):
        graph.parameter(f"w{k}")
    assert graph.nodes() == [f"w{k}" for k in range(9)]
    removed = [graph.remove_node(name) for name in ("w3", "w8", "w0")]
    graph.parameter("more")
    graph.rename_node("w5", "five")
    graph.restore_node(removed.pop())
    graph.restore_node(removed.pop())
    assert (graph._order is not None) is (few == 64)
    assert graph.nodes() == ["w0", "w1", "w2", "w4", "five", "w6", "w7", "w8", "more"]
    graph.restore_node(removed.pop())
    graph.remove_node("more")
    assert graph.nodes() == ["w0", "w1", "w2", "w3", "w4", "five", "w6", "w7", "w8"]
    assert graph.copy().nodes() == graph.nodes()


def test_two_threads_may_ask_at_once_what_is_missing(monkeypatch):
    graph = engine.Graph()
    graph.add_node("s", "add")
    here, theirs = get_ident(), []
    asked, listed, looking, end = Event(), Event(), Event(), Event()

    def touched_since(mark):
        found = engine.Graph.touched_since(graph, mark)
        if get_ident() != here:
            asked.set()
            assert listed.wait(10.0)
        return found

    def inputs(name):
        if get_ident() != here:
            looking.set()
            assert end.wait(10.0)
        return engine.Graph.inputs(graph, name)

    def in_order(names):
        found = engine.Graph.in_order(graph, names)
        if get_ident() == here:
            listed.set()
            assert looking.wait(10.0)
        return found

    for stand_in in (touched_since, inputs, in_order):
        monkeypatch.setattr(graph, stand_in.__name__, stand_in)
    thread = Thread(target=lambda: theirs.append(graph.missing_inputs()))
    thread.start()
    assert asked.wait(10.0)
    try:
        assert graph.missing_inputs() == [("s", 0), ("s", 1)]
    finally:
        end.set()
        thread.join()
    assert theirs == [[("s", 0), ("s", 1)]]
