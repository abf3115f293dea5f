"""The file: what is written, what is read back, and the sentence for everything else."""

import json
import math

import networkx as nx
import numpy as np
import pytest
from file_texts import CONTRACT, A, file_of
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine.formats import chainrule_read, json_text, json_value
from engine.formats.chainrule_file import dumps, loads, saved


def test_the_contracts_example_keeps_its_very_bytes():
    graph = loads(CONTRACT)
    assert dumps(graph) == CONTRACT
    assert graph.title == "One linear unit"
    assert graph.output == "J"
    program = engine.compile(graph)
    program.forward()
    assert program.value("J") == 2.0


def test_networkx_opens_a_file_without_us(tmp_path, linear_unit):
    engine.save(linear_unit, tmp_path / "g.chainrule")
    tree = json.loads((tmp_path / "g.chainrule").read_text(encoding="utf-8"))
    network = nx.node_link_graph(tree, edges="edges")
    assert set(network.edges(keys=True)) == set(linear_unit.network.edges(keys=True))
    assert network.nodes["J"]["formula"] == "d^2/2"


def test_what_is_unknown_is_kept_and_written_back():
    data = file_of(
        '{"id": "a", "op": "add", "colour": {"r": [1, null]}, "self": 1}, '
        '{"id": "x", "op": "input", "value": 1}',
        '{"source": "x", "target": "a", "key": 0, "note": "first"}',
        '"format": "chainrule", "version": 1, "course": "dl-1"',
        ', "made": {"by": "hand"}',
    )
    graph = loads(data)
    again = json.loads(dumps(graph))
    assert again["nodes"][0]["colour"] == {"r": [1, None]}
    assert again["nodes"][0]["self"] == 1
    assert again["edges"][0]["note"] == "first"
    assert again["graph"]["course"] == "dl-1"
    assert again["made"] == {"by": "hand"}
    assert dumps(loads(dumps(graph))) == dumps(graph)


def test_null_says_nothing_of_what_is_known_and_is_kept_of_what_is_not():
    known = '"axis": null, "own": null, "slider": null'
    graph = loads(file_of(f'{{"id": "s", "op": "sum", {known}, "note": null}}'))
    assert graph.attributes("s") == {"op": "sum", "note": None}


@pytest.mark.parametrize("value", ["5", '{"nodes": []}'])
def test_no_key_of_a_file_is_taken_for_what_stands_outside_its_graph(value):
    graph = f'"format": "chainrule", "version": 1, "\\u0000extra": {value}'
    kept = json.loads(dumps(loads(file_of(A, graph=graph))))
    assert kept["graph"]["\0extra"] == json.loads(value)
    with pytest.raises(engine.FileError, match="surrogate"):
        loads(file_of(graph=graph.replace("0000", "d800")))


def test_a_byte_order_mark_is_read_over():
    assert loads(b"\xef\xbb\xbf" + CONTRACT).nodes()[0] == "w"


def test_an_incomplete_graph_opens():
    assert loads(file_of(A)).missing_inputs() == [("a", 0), ("a", 1)]


def test_non_finite_numbers_are_words():
    graph = engine.Graph()
    graph.input("x", [math.nan, math.inf, -math.inf, -0.0, 5e-324])
    tree = json.loads(dumps(graph))
    assert tree["nodes"][0]["value"] == ["NaN", "Infinity", "-Infinity", -0.0, 5e-324]
    back = loads(dumps(graph)).value("x")
    assert np.array_equal(back, graph.value("x"), equal_nan=True)
    assert math.copysign(1.0, back[3]) == -1.0


@pytest.mark.parametrize(
    "thing", [{1, 2}, float("nan"), np.arange(3), b"x", "\ud800", [[object()]]]
)
def test_an_attribute_that_no_file_can_hold_is_named_and_the_old_file_stays(thing, tmp_path):
    graph, path = engine.Graph(), tmp_path / "graph.chainrule"
    graph.parameter("w", 1.0)
    engine.save(graph, path)
    before = path.read_bytes()
    graph.op("square", "w", name="J", note=thing)
    with pytest.raises(engine.WriteError, match="cannot be written: J holds what is no"):
        engine.save(graph, path)
    graph.remove_node("J")
    graph.network.graph["note"] = thing
    with pytest.raises(engine.WriteError, match="cannot be written: the graph holds what is no"):
        engine.save(graph, path)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("limit", "said"), [("MAX_BYTES", "the file is larger than 0 MB"), ("MAX_ITEMS", "holds more")]
)
def test_a_graph_whose_file_could_not_be_opened_is_not_saved(limit, said, monkeypatch, tmp_path):
    graph, path = engine.Graph(), tmp_path / "graph.chainrule"
    graph.parameter("w", np.ones(9))
    monkeypatch.setattr(json_text, "MAX_CONTAINERS", 20)
    engine.save(graph, path)
    before = path.read_bytes()
    assert saved(graph) == before
    monkeypatch.setattr(json_text, limit, 7)
    with pytest.raises(engine.FileError, match=said):
        engine.load(path)
    with pytest.raises(engine.WriteError, match=f"{said}.*, more than could be opened again"):
        engine.save(graph, path)
    with pytest.raises(engine.WriteError, match=f"{said}.*, more than could be opened again"):
        saved(graph)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ("MAX_NODES", "nodes: 3 are more than the 2"),
        ("MAX_EDGES", "edges: 5 are more than the 2"),
        ("MAX_ENTRIES", "w.*entries"),
    ],
)
def test_nor_is_one_of_more_than_a_file_may_have(limit, said, monkeypatch, tmp_path):
    graph, path = engine.Graph(), tmp_path / "graph.chainrule"
    w = graph.parameter("w", np.ones(3))
    graph.op("add", w, w, graph.op("add", w, w))
    engine.save(graph, path)
    before = path.read_bytes()
    room = json_value if limit == "MAX_ENTRIES" else chainrule_read
    monkeypatch.setattr(room, limit, 2)
    with pytest.raises(engine.FileError, match=r"more than|at most"):
        engine.load(path)
    with pytest.raises(engine.WriteError, match=f"{said}.*, more than could be opened again"):
        engine.save(graph, path)
    assert path.read_bytes() == before


numbers = st.floats(width=64) | st.just(-0.0)
values = numbers | st.lists(numbers, max_size=4) | st.just([[1.0, 2.0], [3.0, 4.0]])
texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1)


@st.composite
def graphs(draw) -> engine.Graph:
    graph = engine.Graph(draw(texts | st.just("")))
    for name in draw(st.lists(texts, max_size=6, unique=True)):
        sources = graph.nodes()
        attributes = {}
        if draw(st.booleans()):
            attributes["position"] = draw(st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)))
        if draw(st.booleans()):
            attributes["label"] = draw(texts)
        if not sources or draw(st.booleans()):
            graph.parameter(name, draw(values), **attributes)
        else:
            inputs = draw(st.lists(st.sampled_from(sources), max_size=3))
            graph.op("add", *inputs, name=name, **attributes)
    return graph


@settings(max_examples=120, deadline=None)
@given(graphs())
def test_any_graph_comes_back_as_it_was_saved(graph):
    data = dumps(graph)
    again = loads(data)
    assert dumps(again) == data
    assert again.nodes() == graph.nodes()
    assert again.edges() == graph.edges()
    for name in graph.nodes():
        if graph.is_leaf(name):
            assert np.array_equal(again.value(name), graph.value(name), equal_nan=True)
