"""From text to graph: which nodes, which names, and the sentence for what is no graph."""

import math
import re

import numpy as np
import pytest
from programs import ran

import engine
from engine.assignments import (
    assigns,
    divided,
    exponential_text,
    free_names,
    graph_from_text,
    parts,
    with_exp,
)
from engine.formats import chainrule_file

NUMBERS = {"w": 2.0, "x": -2.0, "b": 8.0, "y": 2.0}


def made(text, values=NUMBERS, **options) -> engine.Graph:
    return graph_from_text(text, values, **options)


def shape(graph) -> dict[str, tuple]:
    return {
        name: (graph.op_of(name), *graph.inputs(name))
        for name in graph.nodes()
        if not graph.is_leaf(name)
    }


def test_one_assignment_becomes_one_node_per_operation_with_the_lectures_names():
    graph = made("J = (w*x+b-y)^2/2")
    assert shape(graph) == {
        "c": ("multiply", "w", "x"),
        "a": ("add", "c", "b"),
        "d": ("subtract", "a", "y"),
        "e": ("square", "d"),
        "J": ("formula", "e"),
    }
    assert graph.attributes("J")["formula"] == "e/2"
    assert graph.output == "J"
    assert ran(graph).derivative("w") == -4.0
    assert ran(graph).counts.nodes == 5


def test_an_operation_keeps_its_number_to_itself_as_an_assignment_of_it_does():
    text = "1/2*w^3 + max(0, w) - 3/w"
    graph = graph_from_text(text, {"w": 2.0})
    assert [n for n in graph.nodes() if graph.is_leaf(n)] == ["w"]
    formulas = [graph.attributes(n).get("formula") for n in graph.nodes()]
    assert [f for f in formulas if f] == ["w^3", "0.5*c", "maximum(0, w)", "3/w"]
    assert ran(graph).value("J") == 4.5
    assert ran(graph).derivative("w") == 7.75


def test_several_assignments_become_one_node_each():
    graph = made("c = w*x; a = c+b\nd = a-y; J = d^2/2")
    assert shape(graph) == {
        "c": ("multiply", "w", "x"),
        "a": ("add", "c", "b"),
        "d": ("subtract", "a", "y"),
        "J": ("formula", "d"),
    }
    assert graph.attributes("J")["formula"] == "d^2/2"
    counts = ran(graph).counts
    assert (counts.backprop_steps, counts.bump_steps) == (6, 8)


def test_the_choice_can_be_turned_around():
    assert shape(made("J = w*x+b-y", expand=False)) == {"J": ("formula", "w", "x", "b", "y")}
    graph = made("c = w*x; J = (c+b-y)^2", expand=True)
    assert shape(graph) == {
        "c": ("multiply", "w", "x"),
        "a": ("add", "c", "b"),
        "d": ("subtract", "a", "y"),
        "J": ("square", "d"),
    }


@pytest.mark.parametrize("expand", [False, True])
def test_what_has_a_name_already_is_used_by_it(expand):
    graph = graph_from_text("c = w*x; J = (w*x+b)^2", {"w": 1.0, "x": 2.0, "b": 3.0}, expand=expand)
    assert [n for n in graph.nodes() if graph.op_of(n) == "multiply"] == ["c"]
    assert {e.target for e in graph.consumers("c")} == ({"a"} if expand else {"J"})
    assert ran(graph).value("J") == 25.0


def test_an_op_is_itself_where_it_is_a_single_one():
    values = {"u": 1.0, "v": 2.0, "t": 3.0}
    text = "s = u+v+t; p = u*v*t; q = s^2; r = relu(q); m = max(r, p); J = m - s"
    assert shape(graph_from_text(text, values)) == {
        "s": ("add", "u", "v", "t"),
        "p": ("multiply", "u", "v", "t"),
        "q": ("square", "s"),
        "r": ("relu", "q"),
        "m": ("maximum", "r", "p"),
        "J": ("subtract", "m", "s"),
    }


def test_fractions_of_numbers_are_one_number_and_a_bare_expression_is_j():
    graph = graph_from_text("1/2*x^3 - -4*log(1/4)", {"x": 2.0})
    formulas = [graph.attributes(n).get("formula") for n in graph.nodes()]
    assert [f for f in formulas if f] == ["x^3", "0.5*c", "-4*d"]
    constants = {n: graph.value(n) for n in graph.nodes() if graph.op_of(n) == "constant"}
    assert constants == {"0.25": 0.25}  # an op of numbers alone needs a leaf
    assert ran(graph).value("J") == pytest.approx(4.0 + 4.0 * math.log(0.25))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("-(1/2)*x", -1.0),  # a negated fraction is one number
        ("negate(3)*x", -6.0),
        ("x*(1e308/1e-10)", float("inf")),
        ("x + 1/0", float("inf")),  # which no number stands for, so it stays a division
        ("w = negate(3); J = w*x", -6.0),
        ("v = -x; J = v*x", -4.0),
        ("v = x; J = v*x", 4.0),  # a copy is a node, too
    ],
)
def test_negated_numbers_and_divisions_by_zero(text, value):
    assert ran(graph_from_text(text, {"x": 2.0})).value("J") == value


def test_one_leaf_used_often_is_one_leaf():
    graph = graph_from_text("J = x*x + x", {"x": 3.0})
    assert graph.nodes().count("x") == 1
    assert ran(graph).derivative("x") == 7.0


def test_which_leaves_are_parameters():
    kinds = {n: made("w*x + b - y").op_of(n) for n in "wbxy"}
    assert kinds == {"w": "parameter", "b": "parameter", "x": "input", "y": "input"}
    graph = made("w*x + b - y", parameters=["x"])
    assert [n for n in graph.nodes() if graph.op_of(n) == "parameter"] == ["x"]


def test_values_may_stand_in_the_text():
    graph = graph_from_text("w = 3; x = -2; J = w*x", {})
    assert graph.value("x") == -2.0
    assert ran(graph).value("J") == -6.0


@pytest.mark.parametrize(
    ("text", "values", "sentence"),
    [
        ("", {}, "there is no expression"),
        (" ; \n", {}, "there is no expression"),
        ("J =", {}, "nothing follows 'J ='"),
        ("J == 3", {}, "one '=' is enough"),
        ("= 3", {}, "a name is missing before '='"),
        (
            "w*x = y",
            {},
            r"'w\*x' cannot be a name: a letter, .*such as w_1; write y = w\*x",
        ),
        ("2x = 3", {}, "'2x' cannot be a name: a letter, then letters, digits or _, such as w_1"),
        ("J = w*", {"w": 1.0}, "expected a number, a name or '\\('"),
        ("J = foo(x)", {"x": 1.0}, "foo"),
        ("J = w*x", {"w": 1.0}, "x has no value: add x=NUMBER"),
        ("J = e^w", {"w": 1.0}, r"e has no value: add e=NUMBER, or write exp\(x\) for e\^x"),
        ("J = wx", {"w": 1.0}, "wx has no value: add wx=NUMBER, or write w\\*x for a product"),
        ("J = w", {"w": 1.0, "v": 2.0}, "v is given a value but nothing uses it"),
        ("c = w; c = w", {"w": 1.0}, "c is assigned twice"),
        ("w + 1; w + 2", {"w": 1.0}, "give each formula a name: a = "),
        ("J = w; J = w", {"w": 1.0}, "J is assigned twice"),
        ("J = c; c = w", {"w": 1.0}, "J uses c before it is computed"),
        ("J = J + w", {"w": 1.0}, "J is computed from itself"),
        ("c = w*w; J = c", {"w": 1.0, "c": 3.0}, "c is computed by the text"),
        ("w = 2; J = w", {"w": 1.0}, "w is given two values"),
        ("w = 2; v = 3", {}, "the text computes nothing"),
    ],
)
def test_what_is_no_graph_has_its_sentence(text, values, sentence):
    with pytest.raises(engine.GraphError, match=sentence):
        graph_from_text(text, values)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("w*x = y", "y = w*x"),
        ("2*x + 1 = y", "y = 2*x + 1"),
        ("2 = x", "x = 2"),
        ("w := 2*x", "w = 2*x"),
        ("a^{[0]} = x", ""),
        ("h_{t-1} = x", ""),
        ("y' = x", ""),
        ("x != y", ""),
        ("a <= b", ""),
        ("dJ/dw = g", ""),
        ("f(x) = y", ""),
        ("x y = z", ""),
        ("2*y = y", ""),
        ("w := 2*", ""),
        ("w*x = 2", ""),
    ],
)
def test_what_is_proposed_for_an_assignment_is_one(text, meant):
    with pytest.raises(engine.GraphError) as error:
        free_names(text)
    assert "".join(re.findall("; write (.*)", str(error.value))) == meant
    if meant:
        assert free_names(meant) in {("w", "x"), ("x",), ()}


@pytest.mark.parametrize(("name", "call"), [("lnx", "ln(x)"), ("cosθ", "cos(θ)")])
def test_a_name_without_a_value_may_be_a_call(name, call):
    with pytest.raises(engine.GraphError) as error:
        graph_from_text(f"J = 2*{name}", {})
    said = str(error.value)
    assert said == f"{name} has no value: add {name}=NUMBER, or write {call}"
    assert free_names(call) == (name[-1],)


def test_a_parameter_without_a_value_has_its_sentence():
    with pytest.raises(engine.GraphError, match="q is listed as a parameter but has no value"):
        made("w*x+b-y", parameters=["q"])


def test_a_number_is_one_constant_called_by_it():
    graph = graph_from_text("J = w*exp(2)*exp(22)*exp(2)", {"w": 1.0})
    leaves = {name: graph.value(name) for name in graph.nodes() if graph.is_leaf(name)}
    assert leaves == {"w": 1.0, "2": 2.0, "22": 22.0}
    assert ran(graph).value("J") == pytest.approx(math.exp(26), rel=1e-12)


def test_an_inner_node_leaves_a_name_to_what_is_assigned_later():
    letters = "; ".join(f"{letter} = w^2" for letter in "cadefghkmpqrstuv")
    graph = graph_from_text(f"{letters}; y = exp(w)*w; n1 = y*c", {"w": 1.0}, expand=True)
    assert graph.inputs("y") == ("n2", "w")
    assert graph.output == "n1"


def test_names_do_not_run_out():
    text = "+".join(f"x{k}*x{k}" for k in range(20))
    graph = graph_from_text(text, {f"x{k}": 1.0 for k in range(20)})
    assert ran(graph).value("J") == 20.0
    assert "n1" in graph


def test_the_free_names_are_those_that_the_text_does_not_compute():
    assert free_names("c = w*x; a = c + b; J = a^2 + w") == ("w", "x", "b")
    assert free_names("exp(2)") == ()


def test_what_is_written_twice_is_one_node_where_it_is_to_be_shared():
    text, values = "J = (w*x + 1)*sigmoid(w*x + 1)", {"w": 2.0, "x": 3.0}
    apart = graph_from_text(text, values)
    shared = graph_from_text(text, values, share=True)
    count = [sum(graph.op_of(n) == "multiply" for n in graph.nodes()) for graph in (apart, shared)]
    assert count == [3, 2]
    assert shared.inputs("J")[0] == shared.inputs(shared.inputs("J")[1])[0]


def test_a_semicolon_between_rows_of_numbers_divides_no_assignments():
    assert parts("x = [1, 2; 3, 4]; y = [1\n2]\nz=3;") == ["x = [1, 2; 3, 4]", "y = [1\n2]", "z=3"]
    assert parts("x = [1; y = 2") == ["x = [1; y = 2"]


def test_ops_that_take_whole_arrays_are_called_and_are_nodes_of_their_own():
    rows = {"w": 2.0, "x": np.arange(3.0), "y": np.ones(3)}
    graph = graph_from_text("L = mean((w*x - y)^2)", rows)
    assert [graph.op_of(n) for n in ("c", "a", "d", "L")] == [
        "multiply",
        "subtract",
        "square",
        "mean",
    ]
    program = ran(graph)
    assert program.value("L") == pytest.approx(11 / 3)
    assert program.derivative("w") == pytest.approx(14 / 3)


def test_what_an_op_is_told_is_an_attribute_of_its_node():
    rows = {"W": np.arange(6.0).reshape(2, 3), "b": [1.0, 2.0]}
    text = "J = sum(mean(softmax(W, axis=0), axis=[0, 1]) + sum(W, axis=1, keepdims=false)*b)"
    graph = graph_from_text(text, rows)
    told = {
        graph.op_of(name): {k: v for k, v in graph.attributes(name).items() if k != "op"}
        for name in graph.nodes()
        if graph.op_of(name) in ("softmax", "mean")
    }
    assert told == {"softmax": {"axis": 0}, "mean": {"axis": [0, 1]}}
    softmax = np.exp(rows["W"]) / np.exp(rows["W"]).sum(axis=0)
    expected = np.sum(softmax.mean() + rows["W"].sum(axis=1) * rows["b"])
    assert ran(graph).value("J") == pytest.approx(expected)
    again = chainrule_file.loads(chainrule_file.dumps(graph))
    assert ran(again).value("J") == ran(graph).value("J")


def test_an_equals_sign_within_a_call_divides_no_assignment():
    graph = graph_from_text("sum(x, axis=0)", {"x": [1.0, 2.0]})
    assert ran(graph).value("J") == 3.0
    graph = graph_from_text(
        "a = leaky_relu(x, slope=0.2); J = 2a + leaky_relu(x, slope=0.5)", {"x": -1.0}
    )
    assert [graph.op_of(n) for n in ("a", "J")] == ["leaky_relu", "add"]
    assert ran(graph).value("J") == -0.9
    assert free_names("a = sum(x, axis=0); b") == ("x", "b")
    with pytest.raises(engine.ExpressionError, match="cannot be a name"):
        graph_from_text("f(x) = 3", {"x": 1.0})
    shared = graph_from_text("sum(x, axis=0)/sum(x, axis=[0])", {"x": [1.0]}, share=True)
    assert len([n for n in shared.nodes() if shared.op_of(n) == "sum"]) == 2
    with pytest.raises(engine.ShapeError, match="there is no axis 3 in"):
        ran(graph_from_text("J = sum(x, axis=3)", {"x": [1.0, 2.0]}))


@pytest.mark.parametrize(
    ("text", "name", "expression"),
    [
        ("a = b", "a", " b"),
        ("= 3", "", " 3"),
        ("sum(x, axis=0)", None, "sum(x, axis=0)"),
        ("a=sum(x, axis=0)", "a", "sum(x, axis=0)"),
        ("f(x) = 3", "f(x)", " 3"),
        ("x) = 3", "x)", " 3"),
        ("x", None, "x"),
    ],
)
def test_an_assignment_is_divided_where_its_own_equals_sign_is(text, name, expression):
    assert divided(text) == (name, expression)
    assert assigns(text) is (name is not None)
    assert assigns(f"y; {text}") is (name is not None)


def test_of_several_equals_signs_the_first_or_the_last_divides():
    assert divided("a = b = c(d=e)") == ("a", " b = c(d=e)")
    assert divided("a = b = c(d=e)", last=True) == ("a = b", " c(d=e)")


def test_an_assignment_with_such_an_op_is_never_one_formula():
    values = {"W": np.ones((2, 2)), "x": np.ones((2, 3)), "b": 1.0}
    graph = graph_from_text("T = W @ x; Z = T + b; J = mean(relu(Z)^2) + 1", values)
    ops = [graph.op_of(name) for name in graph.nodes() if not graph.is_leaf(name)]
    assert ops == ["matmul", "add", "relu", "square", "mean", "formula"]
    assert ran(graph).value("J") == 10.0


OWN = (engine.OwnOp("sq", "u^2", "S"), engine.OwnOp("mix", "u*v + w"), engine.OwnOp("max", "u"))


def test_a_call_of_an_own_op_is_a_node_of_it_and_no_formula_holds_it():
    values = {"w": 2.0, "x": -2.0, "b": 8.0}
    graph = made("c = w*x; q = 1 + mix(c, 2, b)/2; J = sq(sq(q))", values, own=OWN[:2])
    own = {name: op.name for name in graph.nodes() if (op := graph.own_op(name))}
    assert own == {"a": "mix", "e": "sq", "J": "sq"}
    assert graph.inputs("a") == ("c", "2", "b")
    assert graph.port_names("a") == ("u", "v", "w")
    assert graph.own_ops == OWN[:2]
    assert ran(graph).value("J") == 1.0
    assert chainrule_file.loads(chainrule_file.dumps(graph)).own_ops == OWN[:2]


def test_own_ops_are_called_before_what_stands_for_another_and_only_those_travel():
    graph = made("J = max(x)", {"x": 3.0}, own=OWN)
    assert graph.own_op("J") == OWN[2]
    assert graph.own_ops == OWN[2:]
    assert made("J = max(x, 0)", {"x": 3.0}, own=OWN[:2]).op_of("J") == "formula"
    assert free_names("q = sq(u + sq)", OWN) == ("u", "sq")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mix(x, y)", "mix takes 3 arguments, not 2 at character 1"),
        ("1 + mixx(x)", "unknown function 'mixx' at character 5: .*; did you mean 'mix'?"),
        ("sq x", "expected an operator .*; write sq\\(x\\)"),
    ],
)
def test_what_an_own_op_is_called_with_wrongly_is_said(text, reason):
    with pytest.raises(engine.ExpressionError, match=reason.replace("?", r"\?")):
        free_names(text, OWN)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("e^x", "exp(x)"),
        ("a = w*x; J = 1/(1 + e^-a)", "a = w*x; J = 1/(1 + exp(-a))"),
        ("J = e^2/2", "J = e^2/2"),
        ("J = e^2*e^x", "J = exp(2)*exp(x)"),
        ("e = a - y; J = e^w", "e = a - y; J = e^w"),
        ("J = e + w", "J = e + w"),
    ],
)
def test_e_to_a_power_is_the_exponential_where_e_is_nothing_else(text, meant):
    assert with_exp(text) == meant
    assert with_exp(text, known=["e"]) == text


def test_an_e_that_is_squared_may_still_be_told():
    assert exponential_text("J = e^2/2") == "J = exp(2)/2"
    assert exponential_text("J = e^2/2", known={"e": 1.0}) is None
