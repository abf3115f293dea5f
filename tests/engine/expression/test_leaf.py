"""Names in an expression that would be new leaves, and mean something else on paper."""

import re

import pytest

from engine.errors import InvalidNameError
from engine.expression import as_call, check_new_leaves, names, parse

_REFUSED = [
    ("exp^x", "exp would be the name of a new leaf; write exp(…)"),
    ("tanh^-1 + 1", "tanh would be the name of a new leaf; write tanh(…)"),
    ("ReLU*x", "ReLU would be the name of a new leaf; write ReLU(…)"),
    ("w1x1 + b", "w1x1 would be the name of a new leaf; write w1*x1"),
    ("w_1x_12", "w_1x_12 would be the name of a new leaf; write w_1*x_12"),
    ("2πr", "πr would be the name of a new leaf; write π*r"),
    ("Σx/2", "Σx would be the name of a new leaf; write sum(x)"),
    ("Σx_i/2", "Σx_i would be the name of a new leaf; write sum(x_i)"),
    ("∑*x", "∑ would be the name of a new leaf; write sum(…)"),
    ("True", "True would be the name of a new leaf; write 1"),
]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        *_REFUSED,
        ("2*dJ/dw", "dJ/dw would be a quotient of two new leaves; derivatives are computed by"),
        ("dL / dw_1", "dL / dw_1 would be a quotient of two new leaves; derivatives"),
        ("dcost/db", "dcost/db would be a quotient"),
        ("x = v*t; a = dx/dt", "dx/dt would be a quotient"),
        ("inf*x", "inf is no name"),
    ],
)
def test_what_is_no_name_on_paper_is_told(text, said):
    with pytest.raises(InvalidNameError) as error:
        check_new_leaves(_names(text), text)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize("said", [said for _, said in _REFUSED])
def test_what_a_refusal_says_to_write_is_taken(said):
    meant = said.partition("; write ")[2].replace("…", "x")
    assert meant
    check_new_leaves(_names(meant), meant)


@pytest.mark.parametrize(
    "name",
    [
        *(
            "cost",
            "costs",
            "logit",
            "logits",
            "logp",
            "logw",
            "logz",
            "lnx",
            "exponent",
            "expected",
        ),
        *("maximum_1", "minimum", "signal", "sine", "single", "since", "sint", "cosy", "tangent"),
        *("absolute", "meanx", "sumx", "mean", "max", "variance", "var1", "std1", "norm1", "sum1"),
        *("l_n", "LN", "Ln", "L_N", "Log", "π_1", "π_k", "π0", "πθ", "Π_1", "Σk", "Σ_1", "σ", "Σ"),
        *("cross_entropy", "softmax", "squared_error", "transpose", "matmul", "h12", "w1x", "e"),
    ],
)
def test_any_other_name_is_a_new_leaf(name):
    for text in (f"{name}/m", f"J = {name} + lam"):
        check_new_leaves(_names(text), text)


@pytest.mark.parametrize(
    "text",
    ["(x - mean)/max", "w - rate*dw", "days/dose", "d_1/d_2 + da/b", "c*dt/dx", "d/dx", "k*dQ/dt"],
)
def test_a_quotient_of_two_names_is_one(text):
    check_new_leaves(_names(text), text)


def test_a_quotient_is_a_derivative_of_what_is_computed():
    with pytest.raises(InvalidNameError, match="dQ/dt would be a quotient"):
        check_new_leaves(["dQ", "dt"], "k*dQ/dt", computed={"Q"}.__contains__)
    check_new_leaves(["dQ", "dt"], "k*dQ/dt", computed={"t"}.__contains__)


def test_names_that_are_there_already_are_used():
    check_new_leaves(["x"], "exp^x + dJ/dw")
    check_new_leaves(["dw"], "dJ/dw")


def test_a_name_that_is_a_call_on_paper_is_known_for_it():
    assert [as_call(name) for name in ("lnx", "sinθ", "expy")] == ["ln(x)", "sin(θ)", "exp(y)"]
    assert not any(as_call(name) for name in ("cost", "logit", "sint", "x"))


def _names(text: str) -> list[str]:
    """Return what is used and not assigned."""
    parts = [re.fullmatch(r"(?:(\w+) = )?(.*)", part.strip()) for part in text.split(";")]
    assigned = {part[1] for part in parts if part}
    used = [name for part in parts if part for name in names(parse(part[2], arrays=True))]
    return [name for name in used if name not in assigned]
