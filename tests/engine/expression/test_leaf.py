"""Names in an expression that would be new leaves, and mean something else on paper."""

import pytest

from engine.errors import InvalidNameError
from engine.expression import check_new_leaves, names, parse


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("exp^x", "exp would be the name of a new leaf; write exp(…)"),
        ("tanh^-1 + 1", "tanh would be the name of a new leaf; write tanh(…)"),
        ("ReLU*x", "ReLU would be the name of a new leaf; write ReLU(…)"),
        ("w1x1 + b", "w1x1 would be the name of a new leaf; write w1*x1"),
        ("w_1x_12", "w_1x_12 would be the name of a new leaf; write w_1*x_12"),
        ("2πr", "πr would be the name of a new leaf; write π*r"),
        ("Σx/2", "Σx would be the name of a new leaf; write sum(x)"),
        ("2*dJ/dw", "dJ/dw would be a quotient of two new leaves; derivatives are computed by"),
        ("dL / dw_1", "dL / dw_1 would be a quotient of two new leaves; derivatives"),
        ("d/dx", "d/dx would be a quotient"),
        ("2lnx", "lnx would be the name of a new leaf; write ln(x)"),
        ("True", "True would be the name of a new leaf; write 1"),
        ("inf*x", "inf is no name"),
    ],
)
def test_what_is_no_name_on_paper_is_told(text, said):
    with pytest.raises(InvalidNameError) as error:
        check_new_leaves(names(parse(text)), text)
    assert str(error.value).startswith(said)


@pytest.mark.parametrize(
    "text", ["(x - mean)/max", "w - rate*dw", "days/dose", "d_1/d_2 + da/b", "w1x + h12 + Σ_1 + σ"]
)
def test_other_names_are_new_leaves(text):
    check_new_leaves(names(parse(text)), text)


def test_names_that_are_there_already_are_used():
    check_new_leaves(["x"], "exp^x + dJ/dw")
    check_new_leaves(["dw"], "dJ/dw")
