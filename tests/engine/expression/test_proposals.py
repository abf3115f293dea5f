"""What a message proposes is accepted where it is typed, and is what was meant."""

import re

import pytest

from engine.errors import ExpressionError
from engine.expression import parse, without_scripts

_PROPOSED = re.compile(r"; write (.*?)(?: to multiply.*)?$")


def _told(text, *, arrays=True, own=None):
    with pytest.raises(ExpressionError) as error:
        parse(without_scripts(text), arrays=arrays, own=own)
    return str(error.value)


def _called(text):
    return re.search(r"call it (\S+), and give it the label (.+)$", _told(text)).groups()


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("x.max(y)", "maximum(x, y)"),
        ("x.add(y)", "add(x, y)"),
        ("x.add(2)", "add(x, 2)"),
        ("x.squared_error(y)", "squared_error(x, y)"),
        ("x.pow(2)", "x^2"),
        ("(x - y).pow(2)", "…^2"),
        ("w.matmul(x)", "matmul(w, x)"),
        ("w.matmul(x.exp())", "matmul(w, …)"),
        ("w.dot(x)", "w @ x"),
        ("x.sum()", "sum(x)"),
        ("x.sum(0)", "sum(x, axis=0)"),
        ("x.sum(axis=0)", "sum(x, axis=0)"),
        ("x.mean(dim=1, keepdim=True)", "mean(x, axis=1, keepdims=true)"),
        ("x.softmax(dim=-1)", "softmax(x, axis=-1)"),
        ("y.std()", "sqrt(mean((y - mean(y))^2))"),
        ("w*y.norm()", "sqrt(sum(y^2))"),
        ("y.silu()", "y*sigmoid(y)"),
        ("norm y", "sqrt(sum(y^2))"),
        ("swish y", "y*sigmoid(y)"),
        ("sum{x}", "sum(…)"),
        ("mean[x]", "mean(…)"),
        ("linear(x)", "W @ x + b"),
        ("w*10 000 000", "10000000"),
        ("1 000 000.5", "1000000.5"),
        ("1234567½", "1234567.5"),
        ("1⅓", "(1 + ⅓)"),
        ("nn.ReLU()(x)", "relu(x)"),
        ("max()", "maximum(a, b)"),
    ],
)
def test_what_is_proposed_is_accepted(text, meant):
    proposed = _PROPOSED.search(_told(text))[1]
    parse(proposed.replace("…", "x"), arrays=True)
    assert proposed == meant


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 9])
def test_an_own_op_is_proposed_with_all_its_inputs(count):
    proposed = _PROPOSED.search(_told("swish()", own={"swish": count}))[1]
    assert len(parse(proposed, own={"swish": count}).arguments) == count


@pytest.mark.parametrize(
    "text",
    ["x.sum(axis=(0, 1))", "x.std(axis=0)", "x.relu(2)", "sp.exp(x)", "sp.maximum(a, b)", "x.T()"],
)
def test_nothing_that_is_something_else_is_proposed(text):
    assert not re.search(r"; write (?!\* for)", _told(text))


@pytest.mark.parametrize("text", ["x^2 100", "x.max()", "x.min(axis=0)", "1 00", "2^1 000"])
def test_what_has_no_other_way_is_proposed_none(text):
    assert "write" not in _told(text)


def test_the_entry_of_an_array_that_is_largest_is_told_to_be_no_op():
    assert _told("x.max()").endswith("; there is no op for the largest entry of an array")
    assert _told("x.min(axis=0)").endswith("; there is no op for the smallest entry of an array")


@pytest.mark.parametrize(
    "text",
    [
        *("norm x", "std x", "var x", "logsumexp x", "linear(x)", "linear x", "dot(w, x)"),
        *("x.sum()", "x.norm()", "x.std()", "w.dot(x)", "w.matmul(x)", "x.sum(axis=0)"),
        *("sum{x}", "mean[x]", "Σ{x}", "||x||", "‖x‖", "sum x", "x.softmax()"),
    ],
)
def test_in_a_formula_nothing_of_arrays_is_proposed(text):
    said = _told(text, arrays=False)
    assert "a node of its own" in said or "make it of nodes" in said
    assert "write" not in said


@pytest.mark.parametrize("text", ["norm(x)", "norm x", "‖x‖", "std(x)", "var(x)", "logsumexp(x)"])
def test_what_is_no_op_is_no_node_of_its_own(text):
    """Who looked for the node norm found none: it is made of several."""
    said = _told(text, arrays=False)
    assert "a node of its own" not in said
    assert "takes a whole array: make it of nodes, " in said


@pytest.mark.parametrize(
    ("texts", "called"),
    [
        (("h_{t-1}", "h_{t+1}", "h_{t − 2}"), ["h_tm1", "h_tp1", "h_tm2"]),
        (("x_{-1}", "x_{+1}"), ["x_m1", "x_p1"]),
        (("x_{1,12}", "x_{11,2}"), ["x_1_12", "x_11_2"]),
        (("W^{[1]}", "W^[2]", "W^{[l-1]}", "W_1^{[2]}"), ["W1", "W2", "Wlm1", "W_1_2"]),
    ],
)
def test_two_indices_are_told_two_names(texts, called):
    told = [_called(text)[0] for text in texts]
    assert told == called
    for name in told:
        parse(name)


@pytest.mark.parametrize("text", ["h_{t-1}", "h_{t + 1}", "W^[2]", "W^{[l]}", "x_{i,j}"])
def test_the_label_is_what_was_typed(text):
    assert _called(text)[1] == text


@pytest.mark.parametrize("text", ["x_{}", "x_{,}", "x_{*}", "x_{1/2}", "x_{ }"])
def test_an_index_that_makes_no_name_is_proposed_none(text):
    assert "call it" not in _told(text)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("||x|-1|", "abs(abs(x) - 1)"),
        ("|a-|b||", "abs(a - abs(b))"),
        ("||a|-|b||", "abs(abs(a) - abs(b))"),
        ("|-|x||", "abs(-abs(x))"),
        ("|x|*|y|", "abs(x)*abs(y)"),
        ("|x + |y + |z|||", "abs(x + abs(y + abs(z)))"),
        ("2||x|-1|", "2*abs(abs(x) - 1)"),
        ("|2^|x||", "abs(2^abs(x))"),
        ("|√|x||", "abs(sqrt(abs(x)))"),
        ("||x|^2|", "abs(abs(x)^2)"),
        ("max(|x|, ||y|-1|)", "maximum(abs(x), abs(abs(y) - 1))"),
    ],
)
def test_bars_may_stand_within_bars(text, same):
    assert parse(text) == parse(same)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("|x||y|", 'at character 4: "|x||y|"; write * between both to multiply'),
        ("x|y|", 'at character 2: "x|y|"; write * between both to multiply'),
        ("|x|2|y|", 'at character 4: "|x|2|y|"; write * between both to multiply'),
        ("||x|", "nothing closes the '|' at character 1"),
        ("|x||", 'at character 4: "|x||"; between two bars stands what abs(x) is of'),
        ("a||b", 'at character 2: "a||b"; between two bars stands what abs(x) is of'),
        ("2*||x||^2", "'||' has no meaning in an expression at character 3: \"2*||x||^2\"; write"),
        ("||x - y||", "write sum(x^2) for ‖x‖², and sqrt(sum(x^2)) for ‖x‖"),
        ("||x||*||y||", "write sum(x^2) for ‖x‖², and sqrt(sum(x^2)) for ‖x‖"),
    ],
)
def test_bars_that_may_be_meant_otherwise_are_told(text, said):
    assert said in _told(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("∛x", "; for x ≥ 0 write x^(1/3), which is NaN where x is negative"),
        ("cbrt(x)", "; for x ≥ 0 write x^(1/3), which is NaN where x is negative"),
        ("np.cbrt(x)", "; for x ≥ 0 write x^(1/3), which is NaN where x is negative"),
        ("cbrt x", "; for x ≥ 0 write x^(1/3), which is NaN where x is negative"),
        ("x%2", "; there is no op for a remainder"),
        ("7 % 2", "; there is no op for a remainder"),
        ("(x + 1) % y", "; there is no op for a remainder"),
        ("log^-1(x)", "; its inverse is exp(…), and for 1/log write 1/log(…)"),
        ("exp^(-1)(x)", "; its inverse is log(…), and for 1/exp write 1/exp(…)"),
        ("sin^-1(x)", "; sin has no inverse here, and for 1/sin write 1/sin(…)"),
        ("w_1 % x", "; there is no op for a remainder"),
        ("x mod 2", "; there is no op for a remainder"),
        ("5%", "; 5% is 0.05"),
        ("5% * x", "; 5% is 0.05"),
    ],
)
def test_what_no_op_computes_as_it_is_written_is_told(text, said):
    assert _told(text).endswith(said)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("⁽¹⁾ + x", "call it W1, and give it the label W^(1)"),
        ("zeros(x)", "; rows of numbers are a leaf's value, such as w = [1, 2]"),
        ("Σ_1 x", "; write sum(x)"),
        ("W x", "; write W*x to multiply, or W @ x for matrices"),
        ("x.dot(w, x)", "; write * for a product, and exp(x) without what is before it"),
        ("x.add()", "; write * for a product, and exp(x) without what is before it"),
        ("[1, 2]ᵀ", "a column of numbers is [1; 2; 3]"),
    ],
)
def test_where_no_call_can_be_proposed_the_way_on_is_told(text, told):
    assert _told(text).endswith(told)
