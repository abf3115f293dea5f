"""Own ops: formulas under a name, which travel with the graph that uses them."""

import json

import pytest

import engine
from engine import OwnOp
from engine.formats.chainrule_file import dumps, loads
from engine.graph.own_ops import MAX_OWN_OPS
from engine.graph.subgraph import subgraph

SWISH = OwnOp("swish", "x/(1 + exp(-x))", "σ̃")


@pytest.fixture
def graph() -> engine.Graph:
    graph = engine.Graph()
    graph.parameter("z", 1.0)
    graph.op("formula", "z", name="a", formula=SWISH.formula, own="swish")
    graph.own_ops = [SWISH]
    return graph


def test_own_ops_travel_in_the_file(graph):
    contents = dumps(graph)
    again = loads(contents)
    assert again.own_ops == (SWISH,)
    assert dumps(again) == contents
    assert again.own_op("a") == SWISH
    assert (SWISH.sign, OwnOp("half", "x/2").sign) == ("σ̃", "half")
    assert graph.copy().own_op("a") == SWISH
    assert b'"symbol"' not in dumps(loads(dumps(graph).replace(', "symbol": "σ̃"'.encode(), b"")))


def test_what_is_unknown_of_an_own_op_is_kept(graph):
    graph.own_ops = [OwnOp("swish", "x", extra={"note": [1]})]
    assert loads(dumps(graph)).own_ops == graph.own_ops


def test_a_node_counts_as_the_op_as_long_as_it_computes_it(graph):
    graph.rename_node("z", "x")
    graph.rename_node("x", "q")
    assert graph.attributes("a")["formula"] == "q/(1 + exp(-q))"
    assert graph.own_op("a") == SWISH
    graph.set_attribute("a", "formula", "q/(2 + exp(-q))")
    assert graph.own_op("a") is None
    graph.set_attribute("a", "formula", "q/(1 + exp(-q))")
    graph.own_ops = []
    assert graph.own_op("a") is None
    graph.op("square", "q", name="s", own="swish")
    assert graph.own_op("s") is None


def test_it_is_evaluated_and_differentiated_as_the_formula_it_is(graph):
    program = engine.compile(graph)
    program.forward()
    program.backward()
    plain = engine.Graph()
    plain.parameter("z", 1.0)
    plain.op(
        "formula", "z", name="a", formula=SWISH.formula.replace("x", "z").replace("ezp", "exp")
    )
    other = engine.compile(plain)
    other.forward()
    other.backward()
    assert program.value("a") == other.value("a")
    assert program.derivative("z") == other.derivative("z")


def test_a_part_of_a_graph_takes_the_ops_it_uses_along(graph):
    graph.own_ops = [SWISH, OwnOp("half", "x/2")]
    assert subgraph(graph, ["a"]).own_ops == (SWISH,)
    assert subgraph(graph, ["z"]).own_ops == ()


REFUSED = [
    ([OwnOp("a b", "x")], "ops[0]: 'a b' cannot be a name"),
    ([OwnOp("x" * 41, "x")], "ops[0]: a name has 40 characters at most"),
    ([OwnOp("relu", "x")], "ops[0]: relu is an op already; choose another name"),
    ([OwnOp("input", "x")], "ops[0]: input is an op already"),
    ([OwnOp("f", "x", "s" * 41)], "ops[0]: a symbol has 40 characters at most"),
    ([OwnOp("f", "x", "\n")], "ops[0]: a symbol has"),
    ([OwnOp("f", "2")], "ops[0]: an op needs an input"),
    ([OwnOp("f", "x +")], "ops[0]: "),
    ([OwnOp("f", "x"), OwnOp("f", "y")], "ops[1].name: there is already an op 'f'"),
    ([OwnOp("f", "x")] * (MAX_OWN_OPS + 1), "ops: 1,001 are more than 1,000"),
]


@pytest.mark.parametrize(("own", "sentence"), REFUSED, ids=lambda p: str(p)[:30])
def test_what_cannot_be_an_own_op_is_refused(graph, own, sentence):
    with pytest.raises(engine.InvalidAttributeError) as caught:
        graph.own_ops = own
    assert str(caught.value).startswith(sentence)
    assert graph.own_ops == (SWISH,)


HOSTILE = [
    ({}, "graph.ops: expected a list"),
    ([1], "graph.ops[0]: expected an object"),
    ([{"formula": "x"}], "graph.ops[0].name: expected a text"),
    ([{"name": "f", "formula": 1}], "graph.ops[0].formula: expected a text"),
    ([{"name": "f", "formula": "x", "symbol": 1}], "graph.ops[0].symbol: expected a text"),
    ([{"name": "f", "formula": "__import__('os')"}], "graph.ops[0]: "),
]


@pytest.mark.parametrize(("own", "sentence"), HOSTILE, ids=lambda p: str(p)[:30])
def test_a_files_own_ops_are_refused_with_one_sentence(graph, own, sentence):
    tree = json.loads(dumps(graph))
    tree["graph"]["ops"] = own
    with pytest.raises(engine.FileError) as caught:
        loads(json.dumps(tree).encode())
    assert str(caught.value).startswith(sentence)
