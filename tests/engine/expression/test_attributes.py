"""What an op is told besides its inputs: `sum(x, axis=0)`; typed, written, refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import ops
from engine.errors import ExpressionError
from engine.expression import (
    ARRAY_FUNCTIONS,
    ATTRIBUTES,
    FUNCTIONS,
    MAX_BYTES,
    Call,
    Name,
    Number,
    parse,
    simplified,
    substitute,
    written,
)

x, y = Name("x"), Name("y")


def test_all_attributes_of_all_ops_are_known():
    called = {name: op.attributes for name, op in ops.OPS.items() if name != "formula"}
    assert {op: tuple(known) for op, known in ATTRIBUTES.items()} == {
        name: attributes for name, attributes in called.items() if attributes
    }


@pytest.mark.parametrize(
    ("text", "op", "told"),
    [
        ("sum(x, axis=1)", "sum", {"axis": 1}),
        ("sum(x, axis = -1)", "sum", {"axis": -1}),
        ("mean(x, axis=[0, −1])", "mean", {"axis": (0, -1)}),
        ("mean(x, axis=[])", "mean", {"axis": ()}),
        ("sum(keepdims=True, x, axis=0)", "sum", {"axis": 0, "keepdims": True}),
        ("sum(x, keepdims=false)", "sum", {"keepdims": False}),
        ("softmax(x,axis=0)", "softmax", {"axis": 0}),
        ("log_softmax(x, axis=2)", "log_softmax", {"axis": 2}),
        ("leaky_relu(x, slope=0.2)", "leaky_relu", {"slope": 0.2}),
        ("leaky_relu(x, slope=-1)", "leaky_relu", {"slope": -1}),
    ],
)
def test_an_attribute_is_told_by_name(text, op, told):
    assert parse(text, arrays=True) == Call(op, (x,), tuple(told.items()))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sum(x, axes=1)", "sum takes no 'axes' at character 8: \"sum(x, axes=1)\""),
        (
            "sum(x, axis=)",
            "axis is a whole number or several, such as axis=0 or axis=[0, 1] at char",
        ),
        ("sum(x, axis=1.5)", "axis is a whole number or several"),
        ("sum(x, axis=1.0)", "axis is a whole number or several"),
        ("sum(x, axis=y)", "axis is a whole number or several"),
        ("sum(x, axis=[0, 1.5])", "axis is a whole number or several"),
        ("sum(x, axis=[[0]])", "axis is a whole number or several"),
        ("sum(x, axis=[0 1])", "axis is a whole number or several"),
        ("sum(x, axis=[0, ", "nothing closes the '[' at character 13"),
        ("sum(x, axis=[0)", "a '[' ends with ']', not with ')' at character 15"),
        ("sum(x, axis=true)", "axis is a whole number or several"),
        ("softmax(x, axis=[0])", "axis is a whole number, such as axis=0 at character 17"),
        ("sum(x, keepdims=1)", "keepdims is true or false at character 17"),
        ("leaky_relu(x, slope=true)", "slope is a number, such as slope=0.2 at character 21"),
        ("leaky_relu(x, slope=1e999)", "the number is too large"),
        ("sum(x, axis=0, axis=1)", "axis is given twice at character 16"),
        ("sum(axis=0)", "sum takes one argument, not 0"),
        ("sum(x, 1)", 'sum takes one argument, not 2 at character 1: "sum(x, 1)"; write axis=…'),
        ("sum(x, dim=1)", "sum takes no 'dim' at character 8: \"sum(x, dim=1)\"; write axis=…"),
        ("leaky_relu(x, negative_slope=1)", "; write slope=…"),
        ("softmax(x, keepdims=true)", "softmax takes no 'keepdims'"),
        ("exp(x, axis=1)", "exp takes no 'axis' at character 8"),
        ("exp(x, axis=1", "exp takes no 'axis' at character 8"),
        ("sum(x, axis=0 + 1)", "expected an operator"),
        ("sum(x, (axis=0))", "'=' has no meaning in an expression at character 13"),
        ("axis=0", "'=' has no meaning in an expression at character 5"),
        ("[0, 1]", "'[' has no meaning in an expression at character 1"),
        ("x + ]", "this ']' closes nothing at character 5"),
    ],
)
def test_what_is_told_wrongly_has_one_sentence_with_its_place(text, message):
    with pytest.raises(ExpressionError) as error:
        parse(text, arrays=True)
    assert message in str(error.value)
    assert "\n" not in str(error.value)


def test_within_a_formula_nothing_is_told():
    with pytest.raises(ExpressionError, match="in a formula leaky_relu is not told its slope at c"):
        parse("2leaky_relu(x, slope=0.2)")
    with pytest.raises(ExpressionError, match="exp takes no 'slope'"):
        parse("exp(x, slope=0.2)")


def test_substitution_and_simplification_keep_what_is_told():
    tree = parse("sum(x, axis=0)", arrays=True)
    assert simplified(tree) == tree
    assert substitute(tree, {"x": y}) == parse("sum(y, axis=0)", arrays=True)


axis = st.integers(-40, 40)
VALUES = {
    ("sum", "axis"): axis | st.lists(axis, max_size=3).map(tuple),
    ("mean", "axis"): axis | st.lists(axis, max_size=3).map(tuple),
    ("sum", "keepdims"): st.booleans(),
    ("mean", "keepdims"): st.booleans(),
    ("softmax", "axis"): axis,
    ("log_softmax", "axis"): axis,
    ("leaky_relu", "slope"): st.floats(allow_nan=False, allow_infinity=False) | axis,
}
FUNCTIONS_OF_ALL = FUNCTIONS | ARRAY_FUNCTIONS


def calls(children):
    def of(op):
        count = FUNCTIONS_OF_ALL[op]
        size = {"min_size": count or 2, "max_size": count or 3}
        told = {key: st.none() | VALUES[op, key] for key in ATTRIBUTES.get(op, ())}
        return st.builds(
            lambda arguments, told: Call(
                op,
                tuple(arguments),
                tuple((k, told[k]) for k in ATTRIBUTES.get(op, ()) if told[k] is not None),
            ),
            st.lists(children, **size),
            st.fixed_dictionaries(told),
        )

    return st.sampled_from(sorted(FUNCTIONS_OF_ALL)).flatmap(of)


numbers = st.floats(allow_nan=False, allow_infinity=False).map(Number)


@given(st.recursive(numbers | st.sampled_from([x, y, Name("axis")]), calls, max_leaves=12))
def test_what_is_written_is_read_back(tree):
    text = written(tree)
    if len(text.encode()) <= MAX_BYTES:
        assert parse(text, arrays=True) == tree


PIECES = ["sum(", "softmax(", "leaky_relu(", "exp(", "x", ",", "axis", "=", "1", "-", "[", "]", ")"]
PIECES += ["keepdims", "true", "slope", "0.5", "(", "+", " ", "@", "2", "é", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join))
def test_any_text_parses_or_is_refused_with_one_line(text):
    for arrays in (False, True):
        try:
            tree = parse(text, arrays=arrays)
        except ExpressionError as error:
            said = str(error)
        else:
            assert parse(written(tree), arrays=arrays) == tree
            said = ""
        assert "\n" not in said
