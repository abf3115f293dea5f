"""The graph's rules, each with its sentence; and that every edit can be taken back exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps


def test_a_graph_built_in_code_is_the_networkx_graph_itself(linear_unit):
    assert linear_unit.network.is_multigraph()
    assert set(linear_unit.network.edges(keys=True)) == set(linear_unit.edges())
    assert linear_unit.nodes() == ["w", "x", "c", "b", "a", "y", "d", "J"]
    assert [linear_unit.op_of(n) for n in "wxc"] == ["parameter", "input", "multiply"]
    assert len(linear_unit) == 8
    assert "w" in linear_unit


def test_a_leaf_can_be_made_another_one(linear_unit):
    before, mark = dumps(linear_unit), linear_unit.mark
    assert linear_unit.set_attribute("x", "op", "parameter") == "input"
    assert engine.compile(linear_unit).parameters == ("w", "x", "b")
    assert linear_unit.touched_since(mark) == {"x"}
    assert linear_unit.set_attribute("x", "op", "input") == "parameter"
    assert dumps(linear_unit) == before


@pytest.mark.parametrize(
    ("do", "kind", "sentence"),
    [
        (lambda g: g.parameter("w"), engine.DuplicateNameError, "already a node named w"),
        (lambda g: g.parameter(""), engine.InvalidNameError, "a name cannot be empty"),
        (lambda g: g.parameter("  "), engine.InvalidNameError, "a name cannot be empty"),
        (lambda g: g.parameter(7), engine.InvalidNameError, "must be a text"),
        (lambda g: g.parameter("a\nb"), engine.InvalidNameError, "cannot be seen"),
        (lambda g: g.parameter("\ud800"), engine.InvalidNameError, "no character"),
        (
            lambda g: g.parameter("x" * 5000),
            engine.InvalidNameError,
            "5000 bytes; the most",
        ),
        (
            lambda g: g.parameter("v", "two"),
            engine.InvalidValueError,
            "a number, not 'two'",
        ),
        (lambda g: g.parameter("v", True), engine.InvalidValueError, "must be a number"),
        (lambda g: g.parameter("v", [1.0, True]), engine.InvalidValueError, "rows of numbers"),
        (lambda g: g.parameter("v", [[1], (False,)]), engine.InvalidValueError, "rows of numbers"),
        (lambda g: g.parameter("v", [1.0, np.True_]), engine.InvalidValueError, "rows of numbers"),
        (
            lambda g: g.parameter("v", [np.zeros(1), np.ones(1, bool)]),
            engine.InvalidValueError,
            "rows of numbers",
        ),
        (lambda g: g.parameter("v", [[1], [1, 2]]), engine.InvalidValueError, "equal length"),
        (lambda g: g.parameter("v", ["a"]), engine.InvalidValueError, "rows of numbers"),
        (lambda g: g.op("mutliply", "w", "x"), engine.UnknownOpError, "did you mean 'multiply'"),
        (lambda g: g.op("add", "w", "q"), engine.UnknownNodeError, "no node named 'q'"),
        (lambda g: g.op("add", "w", "delta"), engine.UnknownNodeError, "no node named 'delta'"),
        (
            lambda g: g.op("relu", "w", "x"),
            engine.UnknownPortError,
            "no second input; it has 1 input",
        ),
        (lambda g: g.op("formula", "w", formula="2*"), engine.InvalidAttributeError, "expected"),
        (lambda g: g.op("formula", "w"), engine.InvalidAttributeError, "needs its text"),
        (
            lambda g: g.op("formula", "w", formula="u+v", inputs=["u"]),
            engine.InvalidAttributeError,
            "uses 'v', which is not among its inputs",
        ),
        (
            lambda g: g.op("formula", "w", formula="u", inputs=["u", "v"]),
            engine.InvalidAttributeError,
            "does not use its input 'v'",
        ),
        (
            lambda g: g.op("formula", "w", formula="u", inputs=["u", "u"]),
            engine.InvalidAttributeError,
            "must not repeat",
        ),
        (
            lambda g: g.op("formula", "w", formula="u", inputs="u"),
            engine.InvalidAttributeError,
            "a list of names",
        ),
        (lambda g: g.op("leaky_relu", "w", slope="a"), engine.InvalidAttributeError, "slope"),
        (lambda g: g.op("sum", "w", axis="a"), engine.InvalidAttributeError, "axis"),
        (lambda g: g.op("sum", "w", keepdims=1), engine.InvalidAttributeError, "keepdims"),
        (lambda g: g.op("softmax", "w", axis=True), engine.InvalidAttributeError, "axis"),
        (lambda g: g.input("v", position=[1]), engine.InvalidAttributeError, "position"),
        (lambda g: g.input("v", position=[1, "2"]), engine.InvalidAttributeError, "position"),
        (lambda g: g.input("v", position=[1, 1e300]), engine.InvalidAttributeError, "position"),
        (lambda g: g.input("v", position=[1, float("nan")]), engine.InvalidAttributeError, "posit"),
        (
            lambda g: g.input("v", label=3),
            engine.InvalidAttributeError,
            "label of v must be",
        ),
        (
            lambda g: g.add_edge("w", "a", 0),
            engine.OccupiedPortError,
            "the first input of a already",
        ),
        (lambda g: g.add_edge("c", "c", 0), engine.SelfEdgeError, "cannot feed itself"),
        (lambda g: g.add_edge("c", "w", 0), engine.UnknownPortError, "w is a leaf .parameter."),
        (
            lambda g: g.add_edge("w", "d", 2),
            engine.UnknownPortError,
            "no third input; it has 2 inputs",
        ),
        (lambda g: g.add_edge("w", "a", -1), engine.UnknownPortError, "no input -1"),
        (lambda g: g.add_edge("w", "a", True), engine.UnknownPortError, "no input True"),
        (
            lambda g: g.add_edge("J", "a", 2),
            engine.CycleError,
            "J would depend on itself: J → a → d → J",
        ),
        (lambda g: g.add_edge("v", "a", 0), engine.UnknownNodeError, "no node named .v."),
        (lambda g: g.add_edge("w", "v", 0), engine.UnknownNodeError, "no node named .v."),
        (lambda g: g.remove_edge("w", "a", 0), engine.UnknownEdgeError, "no edge from w"),
        (lambda g: g.remove_edge("w", "c", None), engine.UnknownEdgeError, "no edge from w"),
        (lambda g: g.remove_edge("w", "c", "0"), engine.UnknownEdgeError, "no edge from w"),
        (lambda g: g.remove_edge("w", "c", -1), engine.UnknownEdgeError, "to the input -1 of c"),
        (lambda g: g.remove_node("q"), engine.UnknownNodeError, "no node named 'q'"),
        (lambda g: g.rename_node("w", "x"), engine.DuplicateNameError, "already a node named x"),
        (lambda g: g.rename_node("w", ""), engine.InvalidNameError, "a name cannot be empty"),
        (lambda g: g.set_attribute("c", "op", "add"), engine.InvalidAttributeError, "op cannot"),
        (lambda g: g.set_attribute("w", "op", "add"), engine.InvalidAttributeError, "w is a leaf"),
        (lambda g: g.set_attribute("w", "id", "v"), engine.InvalidAttributeError, "called 'id'"),
        (lambda g: g.input("v", id="u"), engine.InvalidAttributeError, "called 'id'"),
        (lambda g: g.input("v", op="add"), engine.InvalidAttributeError, "called 'op'"),
        (lambda g: g.restore_node(g.copy().remove_node("w")), engine.DuplicateNameError, "named w"),
        (lambda g: g.set_attribute("w", "value", "a"), engine.InvalidValueError, "a number"),
        (lambda g: g.value("c"), engine.InvalidAttributeError, "computes its value"),
        (lambda g: setattr(g, "output", "q"), engine.UnknownNodeError, "no node named 'q'"),
    ],
)
def test_what_the_rules_forbid_has_its_sentence_and_changes_nothing(
    linear_unit, do, kind, sentence
):
    before = dumps(linear_unit)
    with pytest.raises(kind, match=sentence):
        do(linear_unit)
    assert dumps(linear_unit) == before


def test_an_attribute_an_op_does_not_take_is_kept_not_given_to_it(linear_unit):
    linear_unit.op("relu", "w", name="r", colour="red")
    assert linear_unit.attributes("r")["colour"] == "red"


def test_an_edge_may_replace_another_if_asked(linear_unit):
    linear_unit.check_edge("x", "a", 0, replace=True)
    with pytest.raises(engine.OccupiedPortError, match="the first input of a already has an edge"):
        linear_unit.check_edge("x", "a", 0)
    with pytest.raises(engine.OccupiedPortError, match="c already feeds the first input of a"):
        linear_unit.check_edge("c", "a", 0, replace=True)
    with pytest.raises(engine.CycleError, match="d would depend on itself"):
        linear_unit.check_edge("d", "a", 0, replace=True)


def test_a_copy_is_independent(linear_unit):
    before = dumps(linear_unit)
    copy = linear_unit.copy()
    assert dumps(copy) == before
    copy.remove_node("c")
    copy.title = ""
    assert dumps(linear_unit) == before


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 7), min_size=1, max_size=8, unique=True), st.data())
def test_nodes_removed_and_restored_backwards_give_the_same_bytes(order, data):
    graph = engine.Graph("t")
    for k in range(8):
        names = graph.nodes()
        if k < 2:
            graph.parameter(f"n{k}", float(k))
        else:
            inputs = data.draw(st.lists(st.sampled_from(names), min_size=2, max_size=3))
            graph.op("add", *inputs, name=f"n{k}")
    graph.output = "n7"
    before = dumps(graph)
    names = graph.nodes()
    removed = [graph.remove_node(names[k]) for k in order]
    assert len(graph) == 8 - len(order)
    for record in reversed(removed):
        graph.restore_node(record)
    assert dumps(graph) == before


def test_an_output_that_is_removed_is_the_output_again_when_it_comes_back(linear_unit):
    linear_unit.output = "J"
    removed = linear_unit.remove_node("J")
    assert linear_unit.output is None
    linear_unit.restore_node(removed)
    assert linear_unit.output == "J"


def test_a_node_whose_edges_cannot_come_back_stays_away(linear_unit):
    removed = linear_unit.remove_node("w")
    linear_unit.remove_node("c")
    before = dumps(linear_unit)
    with pytest.raises(engine.UnknownNodeError, match="no node named 'c'"):
        linear_unit.restore_node(removed)
    assert dumps(linear_unit) == before


def test_values_of_every_kind_become_floats_or_read_only_arrays():
    graph = engine.Graph()
    graph.parameter("a", 3)
    graph.parameter("b", np.float32(0.5))
    graph.parameter("c", np.array(2))
    graph.parameter("d", [[1, 2]])
    assert [type(graph.value(n)) for n in "abc"] == [float, float, float]
    assert graph.value("d").dtype == np.float64
    assert graph.value("d").shape == (1, 2)


def test_many_values_are_set_at_once_or_none():
    graph = engine.Graph()
    graph.parameter("w", 2.0)
    graph.parameter("v", [1.0, 2.0])
    graph.parameter("n", float("nan"))
    graph.op("square", "w", name="J")
    before = graph.set_values({"w": 3, "v": [1.0, 2.0], "n": float("nan")})
    assert before == {"w": 2.0}
    assert graph.value("w") == 3.0
    assert list(graph.set_values({"w": -0.0, "v": 1.0})) == ["w", "v"]
    assert list(graph.set_values({"w": 0.0, "v": [1.0]})) == ["w", "v"]
    assert list(graph.set_values({"v": [2.0]})) == ["v"]
    for wrong, error in (
        ({"w": 9.0, "J": 1.0}, engine.InvalidAttributeError),
        ({"w": 9.0, "q": 1.0}, engine.UnknownNodeError),
        ({"w": 9.0, "v": "many"}, engine.InvalidValueError),
    ):
        with pytest.raises(error):
            graph.set_values(wrong)
        assert graph.value("w") == 0.0


def test_many_nodes_are_placed_at_once_or_none() -> None:
    graph = engine.Graph()
    graph.parameter("w", 2.0, position=(1.0, 2.0))
    graph.parameter("v", 3.0, position=(0.0, 0.0))
    graph.op("square", "w", name="J")
    assert graph.set_positions({"w": [5, 6], "v": (0.0, 0.0), "J": (7.0, 8.0)}) == {
        "w": (1.0, 2.0),
        "J": None,
    }
    assert graph.attributes("w")["position"] == (5.0, 6.0)
    for wrong, error in (
        ({"w": (9.0, 9.0), "q": (1.0, 1.0)}, engine.UnknownNodeError),
        ({"w": (9.0, 9.0), "v": (1.0, float("nan"))}, engine.InvalidAttributeError),
    ):
        with pytest.raises(error):
            graph.set_positions(wrong)
        assert graph.attributes("w")["position"] == (5.0, 6.0)
    assert graph.set_positions({"w": (1.0, 2.0), "J": None}) == {"w": (5.0, 6.0), "J": (7.0, 8.0)}
    assert "position" not in graph.attributes("J")
