"""Formulas called by name are written out where an expression is typed."""

import pytest

import engine
from engine.expression import MAX_BYTES, parse, spelled_out

OWN = {"swish": "u*sigmoid(u)", "mix": "a + 2b", "half": "x/2"}


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("swish(x)", "x*sigmoid(x)"),
        ("2swish(w*x) + b", "2((w*x)*sigmoid(w*x)) + b"),
        ("mix(x^2, max(y, 1))", "x^2 + 2max(y, 1)"),
        ("half(half(mix(half(z), 1)))", "(z/2 + 2*1)/2/2"),
        ("-swish(-x)^2", "-((-x)*sigmoid(-x))^2"),
    ],
)
def test_a_call_is_the_formula_with_its_names_replaced(text, same):
    assert parse(spelled_out(text, OWN)) == parse(same)


def test_assignments_are_kept_apart():
    text = spelled_out("a = swish(x); b = mix(a, a)\nJ = b", OWN)
    assert [part.partition("=")[0].strip() for part in text.replace("\n", ";").split(";")] == [
        "a",
        "b",
        "J",
    ]


@pytest.mark.parametrize(
    "text",
    ["", "x + 1", "swish", "swish + swish^2", "a = b; ", "a ! b", "half = [1, 2]", "swishes(x)"],
)
@pytest.mark.parametrize("own", [OWN, {}])
def test_a_text_without_a_call_stays_as_it_was_typed(text, own):
    assert spelled_out(text, own) == text


def test_what_calls_nothing_need_be_no_expression():
    assert spelled_out("half = [1, 2]; y = half(half)", OWN) == "half = [1, 2]; y = ((half)/2)"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("swish(x, y)", "swish takes one argument, not 2 at character 1"),
        ("1 + mix(x)", "mix takes 2 arguments, not 1 at character 5"),
        ("swish(x", "nothing closes the '(' after swish at character 6"),
    ],
)
def test_a_call_that_does_not_fit_is_told(text, sentence):
    with pytest.raises(
        engine.ExpressionError, match=sentence.replace("(", "[(]").replace(")", "[)]")
    ):
        spelled_out(text, OWN)


def test_what_is_too_long_as_it_is_typed_is_left_to_the_parser(monkeypatch):
    text = "swish(x) + " * MAX_BYTES + "1"
    monkeypatch.setattr("engine.expression.calling.tokens", None)  # would take seconds
    assert spelled_out(text, OWN) == text


def test_what_doubles_at_every_call_ends_at_a_bound():
    text = "swish(" * 40 + "x" + ")" * 40
    with pytest.raises(engine.ExpressionError, match=f"longer than {MAX_BYTES} bytes"):
        spelled_out(text, OWN)
