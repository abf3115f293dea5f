"""Parts of sentences: ports as people count them, the point where a comma was typed."""

import pytest

from engine.errors import WriteError
from engine.expression import is_name
from engine.words.wording import (
    as_product,
    input_words,
    no_name,
    point_hint,
    reason_and_place_of,
    reason_of,
)


def test_ports_are_counted_as_people_count():
    assert [input_words(port) for port in (0, 1, 8)] == [
        "first input",
        "second input",
        "ninth input",
    ]
    assert [input_words(0, count) for count in (1, 2)] == ["input", "first input"]
    assert input_words(9) == "input no. 10"
    assert [input_words(port) for port in (-1, "a", True)] == ["input -1", "input a", "input True"]


def test_of_a_long_text_that_is_no_name_only_the_beginning_is_told():
    assert no_name("a b" * 1000).startswith("'" + "a b" * 20 + "…' cannot be a name")


def test_two_letters_may_be_meant_as_a_product():
    assert [as_product(name) for name in ("wx", "w", "lr2", "eta")] == ["w*x", "", "", ""]


def test_what_is_compared_is_told_so_where_a_name_is_sought():
    assert no_name("x >") == no_name("x !") == "nothing is compared: relu(x) and max(a, b) switch"
    assert no_name("2x").startswith("'2x' cannot be a name")


@pytest.mark.parametrize(
    ("typed", "name", "label"),
    [
        ("a^{[0]}", "a0", "a^{[0]}"),
        ("W^[1]", "W1", "W^[1]"),
        ("W_1^[l]", "W_1_l", "W_1^[l]"),
        ("w⁽¹⁾", "w1", "w^(1)"),
        ("h_{t-1}", "h_tm1", "h_{t-1}"),
        ("h_{t+1}", "h_tp1", "h_{t+1}"),
        ("x[0]", "x0", "x[0]"),
    ],
)
def test_an_index_that_no_name_has_is_the_labels(typed: str, name: str, label: str):
    assert no_name(typed).endswith(f"such as w_1; call it {name}, and give it the label {label}")
    assert is_name(name)


@pytest.mark.parametrize("typed", ["w*x", "y'", "x y", "x_{}", "x[]", "x[0]y", "f(x)"])
def test_what_has_no_such_index_gets_no_label(typed: str):
    assert no_name(typed).endswith("such as w_1")


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("2,5", "2.5"),
        (" -0,5 ", "-0.5"),
        ("1,2,3", ""),
        ("two", ""),
        ("2,", ""),
        ("1,000", "1000 or 1.000"),
        ("-12,345,678", "-12345678"),
        ("0,001", "0.001"),
        ("1,0000", "1.0000"),
        ("1.000,5", "1000.5"),
        ("1,234,567.5", "1234567.5"),
        ("1 000", "1000"),
        ("1'000.5", "1000.5"),
        ("1.000", ""),
        ("1.000.000", "1000000"),
        ("0 000", ""),
    ],
)
def test_a_comma_gets_its_point_and_nothing_else_does(typed: str, hint: str):
    assert point_hint(typed) == hint


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (WriteError("cannot be written: the disk is full", reason="the disk is full"), "the disk"),
        (WriteError("W is no picture"), "W is no picture"),
        (PermissionError(13, "Permission denied", "a.csv"), "permission denied"),
        (OSError("Gone"), "Gone"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_a_reason_stands_behind_a_colon(error: Exception, reason: str):
    assert reason_of(error).startswith(reason)


def test_where_it_failed_stands_behind_the_reason_if_the_system_names_it():
    assert reason_and_place_of(PermissionError(13, "Permission denied", "a")) == (
        "permission denied: 'a'"
    )
    assert reason_and_place_of(ValueError("embedded null byte")) == "embedded null byte"
