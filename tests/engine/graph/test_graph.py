"""The graph's rules, each with its sentence; and that every edit can be taken back exactly."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import engine
from engine.formats.chainrule_file import dumps


def refused(kind, sentence):
    return pytest.raises(kind, match=sentence)


def test_a_graph_built_in_code_is_the_networkx_graph_itself(linear_unit):
    assert linear_unit.network.is_multigraph()
    assert set(linear_unit.network.edges(keys=True)) == set(linear_unit.edges())
    assert linear_unit.nodes() == ["w", "x", "c", "b", "a", "y", "d", "J"]
    assert [linear_unit.op_of(n) for n in "wxc"] == ["parameter", "input", "multiply"]
    assert len(linear_unit) == 8
    assert "w" in linear_unit


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
        (
            lambda g: g.add_edge("J", "a", 2),
            engine.CycleError,
            "J would depend on itself: J → a → d → J",
        ),
        (lambda g: g.add_edge("v", "a", 0), engine.UnknownNodeError, "no node named .v."),
        (lambda g: g.add_edge("w", "v", 0), engine.UnknownNodeError, "no node named .v."),
        (lambda g: g.remove_edge("w", "a", 0), engine.UnknownEdgeError, "no edge from w"),
        (lambda g: g.remove_node("q"), engine.UnknownNodeError, "no node named 'q'"),
        (lambda g: g.rename_node("w", "x"), engine.DuplicateNameError, "already a node named x"),
        (lambda g: g.rename_node("w", ""), engine.InvalidNameError, "a name cannot be empty"),
        (lambda g: g.set_attribute("w", "op", "add"), engine.InvalidAttributeError, "op cannot"),
        (lambda g: g.set_attribute("w", "value", "a"), engine.InvalidValueError, "a number"),
        (lambda g: g.value("c"), engine.InvalidAttributeError, "computes its value"),
        (lambda g: setattr(g, "output", "q"), engine.UnknownNodeError, "no node named 'q'"),
    ],
)
def test_what_the_rules_forbid_has_its_sentence_and_changes_nothing(
    linear_unit, do, kind, sentence
):
    before = dumps(linear_unit)
    with refused(kind, sentence):
        do(linear_unit)
    assert dumps(linear_unit) == before


def test_an_attribute_an_op_does_not_take_is_kept_not_given_to_it(linear_unit):
    linear_unit.op("relu", "w", name="r", colour="red")
    assert linear_unit.attributes("r")["colour"] == "red"


def test_an_edge_may_replace_another_if_asked(linear_unit):
    linear_unit.check_edge("x", "a", 0, replace=True)
    with refused(engine.OccupiedPortError, "already has an edge"):
        linear_unit.check_edge("c", "a", 0, replace=True)
    with refused(engine.CycleError, "d would depend on itself"):
        linear_unit.check_edge("d", "a", 0, replace=True)


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
    with refused(engine.OutputError, "empty"):
        engine.Graph().resolve_output()
    many = engine.Graph()
    for k in range(9):
        many.input(f"x{k}")
    with refused(engine.OutputError, r"9 nodes lead nowhere: x0, .*x5, …"):
        many.resolve_output()


def test_a_rename_is_followed_by_output_edges_and_formulas(linear_unit):
    linear_unit.output = "J"
    linear_unit.rename_node("d", "delta")
    linear_unit.rename_node("J", "cost")
    assert linear_unit.output == "cost"
    assert linear_unit.attributes("cost")["formula"] == "delta^2/2"
    assert linear_unit.inputs("cost") == ("delta",)
    assert linear_unit.nodes()[-2:] == ["delta", "cost"]
    program = engine.compile(linear_unit)
    program.forward()
    assert program.value("cost") == 2.0


def test_a_name_no_formula_can_hold_leaves_the_formula_as_it_was(linear_unit):
    linear_unit.rename_node("d", "the difference")
    assert linear_unit.attributes("J")["inputs"] == ["d"]
    assert linear_unit.inputs("J") == ("the difference",)


def test_a_formula_whose_port_has_an_edge_cannot_lose_it():
    graph = engine.Graph()
    u, v = graph.input("u", 1.0), graph.input("v", 2.0)
    graph.op("formula", u, v, name="f", formula="u+v")
    with refused(engine.InvalidAttributeError, "has no second input, which has an edge"):
        graph.set_attribute("f", "formula", "u^2")
    assert graph.attributes("f")["formula"] == "u+v"
    assert graph.set_attribute("f", "formula", "u*v") == "u+v"
    assert graph.set_attribute("f", "label", "F") is None
    assert graph.set_attribute("f", "label", None) == "F"
    assert "label" not in graph.attributes("f")


def test_a_copy_is_independent(linear_unit):
    before = dumps(linear_unit)
    copy = linear_unit.copy()
    assert dumps(copy) == before
    copy.remove_node("c")
    copy.title = ""
    assert dumps(linear_unit) == before


def test_unique_names():
    graph = engine.Graph()
    graph.input("x")
    graph.input("x2")
    assert graph.unique_name("y") == "y"
    assert graph.unique_name("x") == "x3"
    assert graph.op("sin", "x") == "sin"
    assert graph.op("sin", "x") == "sin2"


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


def test_values_of_every_kind_become_floats_or_read_only_arrays():
    graph = engine.Graph()
    graph.parameter("a", 3)
    graph.parameter("b", np.float32(0.5))
    graph.parameter("c", np.array(2))
    graph.parameter("d", [[1, 2]])
    assert [type(graph.value(n)) for n in "abc"] == [float, float, float]
    assert graph.value("d").dtype == np.float64
    assert graph.value("d").shape == (1, 2)


def test_a_rename_never_turns_a_name_into_a_number():
    graph = engine.Graph()
    graph.op("formula", graph.input("x", 3.0), name="f", formula="2x+1")
    graph.rename_node("x", "e3")
    assert graph.attributes("f")["formula"] == "2*e3 + 1"
    assert graph.attributes("f")["inputs"] == ["e3"]
    assert graph.inputs("f") == ("e3",)


def test_a_rename_is_followed_where_the_node_feeds_two_ports_of_a_formula():
    graph = engine.Graph()
    graph.input("u", 3.0)
    graph.op("formula", "u", "u", name="f", formula="u - v", inputs=["u", "v"])
    graph.rename_node("u", "z")
    assert graph.attributes("f")["formula"] == "z - v"
    assert graph.attributes("f")["inputs"] == ["z", "v"]


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
    for _ in range(2500):
        graph.remove_edge("a", "b", 0)
        graph.add_edge("a", "b", 0)
    assert graph.touched_since(mark) is None
    assert graph.edge_count() == len(graph.edges()) == 2


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
