"""Whichever way a formula comes into a graph, it stands there as any reader of a file knows it."""

import json

import pytest

import engine
from engine.errors import InvalidAttributeError
from engine.formats.chainrule_file import dumps, loads

_TYPED = "|x| + np.exp(x) + ReLU(x)"
_KNOWN = "abs(x) + exp(x) + relu(x)"


def _graph(formula="x^2"):
    graph = engine.Graph()
    graph.parameter("x", -2.0)
    graph.op("formula", "x", name="J", formula=formula)
    return graph


def _written(graph):
    nodes = json.loads(dumps(graph))["nodes"]
    return next(node for node in nodes if node["id"] == "J")["formula"]


def test_a_formula_of_a_new_node_is_kept_as_any_reader_knows_it():
    graph = _graph(_TYPED)
    assert graph.attributes("J")["formula"] == _KNOWN
    assert _written(graph) == _KNOWN


def test_a_formula_that_is_set_is_kept_as_any_reader_knows_it():
    graph = _graph()
    graph.set_attribute("J", "formula", _TYPED)
    assert graph.attributes("J")["formula"] == _KNOWN
    assert graph.set_attribute("J", "formula", "√x") == _KNOWN
    assert _written(graph) == "sqrt(x)"


def test_a_formula_that_a_file_has_otherwise_is_written_as_any_reader_knows_it():
    graph = loads(dumps(_graph()).decode().replace("x^2", "|x|").encode())
    assert _written(graph) == "abs(x)"


@pytest.mark.parametrize("formula", ["½x²", "x² / 2 − 1", "x*x  +  1"])
def test_a_formula_that_every_reader_knows_stays_as_it_was_typed(formula):
    assert _graph(formula).attributes("J")["formula"] == formula


def test_an_own_op_is_kept_as_any_reader_knows_it():
    graph = _graph()
    graph.own_ops = [engine.OwnOp("hinge", "ReLU(1 - |u|)", "h")]
    assert graph.own_ops == (engine.OwnOp("hinge", "relu(1 - abs(u))", "h"),)


def test_what_is_too_long_as_any_reader_knows_it_is_refused():
    long = "+".join(["|xxxxxxxxxxxx|"] * 125)
    graph = _graph()
    with pytest.raises(InvalidAttributeError, match="may be at most 2048 bytes long"):
        graph.set_attribute("J", "formula", long)
    assert graph.attributes("J")["formula"] == "x^2"
    with pytest.raises(InvalidAttributeError, match="may be at most 2048 bytes long"):
        graph.own_ops = [engine.OwnOp("f", long)]
