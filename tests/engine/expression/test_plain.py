"""Raised and lowered signs as they are typed, and names that stand for numbers."""

import pytest

from engine.errors import ExpressionError, InvalidNameError
from engine.expression import as_typed, check_new_names, parse, without_scripts


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("w₁*x₁ + b", "w_1*x_1 + b"),
        ("h₁₂", "h_12"),
        ("xᵢ", "x_i"),
        ("x⁴ + y¹⁰", "x^4 + y^10"),
        ("x⁻¹", "x^(-1)"),
        ("(w + x)⁴", "(w + x)^4"),
        ("xⁿ⁺¹ - eˣ", "x^(n+1) - e^x"),
        ("w₁²", "w_1²"),
        ("eˣ² + e⁻ˣ² + xⁿ¹⁰", "e^(x^2) + e^(-x^2) + x^(n^10)"),
        ("x²ⁿ", "x^(2n)"),
        ("d²/2 + x³", "d²/2 + x³"),
        ("₁", "₁"),
        ("x₍₁", "x₍₁"),
        ("w₊", "w₊"),
        ("2₁", "2₁"),
        ("w⁽¹⁾", "w⁽¹⁾"),
        ("½d² + θ1·λ™", "½d² + θ1·λ™"),
        ("w_{11}*x^{2} + e^{-x}", "w_11*x^(2) + e^(-x)"),
        ("W^{[1]} + _{1}", "W^{[1]} + _{1}"),
        ("", ""),
        ("x⁴2 + xⁿy", "x^(4)2 + x^(n)y"),
        ("eˣy + xⁿ (y) + x⁴.5", "e^(x)y + x^(n) (y) + x^(4).5"),
        ("x_{1}² + x_{1}ⁿ + x₁ᵏ", "x_1² + x_1^n + x_1^k"),
        ("x^T + x^Total + x^T1", "x^T + x^Total + x^T1"),
        ("x_{n²}", "x_{n²}"),
    ],
)
def test_a_raised_sign_is_a_power_and_a_lowered_one_part_of_the_name(typed, plain):
    assert without_scripts(typed) == plain


def test_a_name_that_is_known_stays():
    assert without_scripts("xᵢ*yᵢ + wᵀ", {"xᵢ", "wᵀ"}) == "xᵢ*y_i + wᵀ"


@pytest.mark.parametrize(
    ("typed", "said", "place"),
    [
        ("wᵀx + b", "wᵀ transposed is transpose(w), so write transpose(w) @ x; for single nu", 0),
        ("2*Wᵀ", "Wᵀ transposed is transpose(W)", 2),
        ("(W*x)ᵀ", "xᵀ transposed is transpose(x)", 5),
        ("2*W^Tx", "W^Tx is a power: write transpose(W) @ x, or W^(Tx)", 2),
        ("(W)^Tx", "(…)^Tx is a power: write transpose(…) @ x, or (…)^(Tx)", 2),
        ("W^{T}xs", "W^{T}xs is a power: write transpose(W) @ xs, or W^T*xs", 0),
    ],
)
def test_what_is_transposed_is_told_its_op(typed, said, place):
    with pytest.raises(ExpressionError) as error:
        without_scripts(typed)
    assert str(error.value).startswith(said)
    assert error.value.position == place


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("w₁x₁", "w_1*x_1"),
        ("w_{1}x_{1}", "w_1*x_1"),
        ("x_{1}2", "x_1*2"),
        ("x₁x⁴y", "x_1*x^(4)*y"),
    ],
)
def test_what_stands_behind_an_index_does_not_grow_onto_it(typed, written):
    with pytest.raises(ExpressionError, match="no part of it") as error:
        without_scripts(f"2*{typed} + b")
    assert str(error.value).endswith(f"write {written}")
    assert error.value.position == 2


def test_a_name_that_is_known_stays_before_a_power():
    known = {"xₙ", "aⁿ", "x"}
    assert without_scripts("xₙ²+xₙ + xₙ⁴ + aⁿ⁴ + x₁", known) == "xₙ²+xₙ + xₙ^4 + aⁿ^4 + x_1"
    with pytest.raises(ExpressionError, match=r"write xₙ\*y$"):
        without_scripts("xₙy", known)


def test_a_fault_is_told_at_its_place_in_what_is_typed():
    typed = "a = b; J = w₁*x⁻¹ + ) + y"
    with pytest.raises(ExpressionError) as error:
        parse("w_1*x^(-1) + ) + y")
    told = as_typed(error.value, typed)
    assert (told.text, told.position) == ("w₁*x⁻¹ + ) + y", 9)
    assert 'at character 10: "w₁*x⁻¹ + ) + y"' in str(told)
    with pytest.raises(ExpressionError) as error:
        parse("x^(-1")
    assert as_typed(error.value, typed).position == 2
    assert as_typed(error.value, "x^(-1") is error.value
    assert as_typed(error.value, "y₁") is error.value


def test_a_power_of_a_name_that_is_known_is_one():
    assert without_scripts("W^Tx", {"Tx"}) == "W^Tx"


@pytest.mark.parametrize("name", ["inf", "NaN", "Infinity"])
def test_a_number_that_is_not_finite_is_no_new_name(name):
    with pytest.raises(InvalidNameError, match=f"^{name} is no name, and no number that an ex"):
        check_new_names(["w", name])


def test_other_names_are():
    check_new_names(["w", "info", "nano"])


def test_a_node_that_is_called_as_a_function_may_be_a_factor():
    assert without_scripts("σ(x)") == "σ(x)"
    with pytest.raises(ExpressionError) as error:
        without_scripts("2*σ (x)", {"σ"})
    assert str(error.value) == "σ is a node here: write σ*(…) to multiply, or sigmoid(…)"
    assert error.value.position == 2


@pytest.mark.no_cover
def test_a_very_long_word_is_looked_through_once():
    """Each of its ends was tried as a name, and each of its signs as the beginning of a matrix."""
    assert without_scripts("a" * 300_000 + "⁴") == "a" * 300_000 + "^4"
