"""Formulas set as mathematics: which signs, which parentheses, how small an exponent."""

import pytest

import engine
from engine.expression import Call, Name, parse
from gui.fonts import Face
from gui.picture.formula import set_formula
from gui.picture.markup import SCRIPT, set_label, set_name
from gui.picture.picture import Picture
from gui.picture.plain_text import plain_text
from gui.run import read
from gui.theme import Ink


def text_of(typeset) -> str:
    return "".join(run.text for run in typeset.runs)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("d^2/2", "½ d2"),
        ("(a-y)^2/2", "½ (a − y)2"),
        ("w*x", "w · x"),
        ("1/2*(w*x+b-y)^2", "½ (w · x + b − y)2"),
        ("0.5*(a-y)^2", "½ (a − y)2"),
        ("0.25*x*0.5", "¼ x · 0.5"),
        ("x+0.5", "x + 0.5"),
        ("2x", "2 x"),
        ("2x/3", "⅓ · 2 x"),
        ("-2x/3", "⅓ (−2 x)"),
        ("-x*y/2", "½ (−x) · y"),
        ("2*3", "2 · 3"),
        ("a-(b-c)", "a − (b − c)"),
        ("a-b-c", "a − b − c"),
        ("x/(y*z)", "x / (y · z)"),
        ("x/y*z", "x / y · z"),
        ("-x^2", "−x2"),
        ("(-x)^2", "(−x)2"),
        ("w*-x", "w · (−x)"),
        ("exp(-x)", "e−x"),
        ("abs(x)", "|x|"),
        ("sqrt(x+1)", "√(x + 1)"),
        ("max_w*theta", "maxw · θ"),
        ("maximum(a,b)", "max(a, b)"),
        ("x+?", "x + ?"),
    ],
)
def test_a_formula_is_written_as_mathematics(typed, written):
    expression = parse(typed.replace("?", "Q"))
    typeset = set_formula(
        expression, 20, lambda name, size: set_name("?" if name == "Q" else name, size)
    )
    assert text_of(typeset) == written


@pytest.mark.parametrize(
    ("formula", "written"), [("W^2", "(W[1])2"), ("1-W^k", "1 − (W[1])k"), ("w^2", "w12")]
)
def test_a_raised_index_is_told_from_a_power(formula, written):
    labels = {"W": "W^{[1]}", "w": "w_1"}
    typeset = set_formula(
        parse(formula), 20, lambda name, size: set_label(labels.get(name, name), size)
    )
    assert text_of(typeset) == written


def test_a_raised_index_may_stand_before_the_sign_of_a_transpose():
    transposed = Call("transpose", (Name("W"),))
    typeset = set_formula(transposed, 20, lambda _, size: set_label("W^{[1]}", size))
    assert text_of(typeset) == "W[1]T"


def test_a_function_is_written_by_its_sign():
    typeset = set_formula(parse("relu(z)"), 20, symbols={"relu": "g"})
    assert text_of(typeset) == "g(z)"
    assert typeset.runs[0].face is Face.ITALIC


def test_an_exponent_is_small_and_raised():
    base, exponent = set_formula(parse("d^2"), 20).runs
    assert exponent.size == round(20 * SCRIPT)
    assert exponent.y < base.y
    assert exponent.x >= base.x + 5


def test_sub_and_superscript_stand_over_each_other():
    base, over, under = set_label("W^{2}_{3}", 20).runs
    assert over.x == under.x > base.x
    assert over.y < base.y < under.y


def test_a_name_with_one_index_is_set_with_it_and_another_is_literal():
    assert [run.text for run in set_name("w_12", 20).runs] == ["w", "12"]
    assert text_of(set_name("learning_rate_2", 20)) == "learning_rate_2"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("w1", "w₁"), ("b12", "b₁₂"), ("dz2", "dz₂"), ("θ0", "θ₀"), ("log2", "log2"), ("x2y", "x2y")],
)
def test_a_letter_before_a_number_is_indexed_without_a_stroke_and_a_word_is_not(name, shown):
    assert plain_text(set_name(name, 20)) == shown
    assert plain_text(set_label(name, 20)) == name


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        *[("mu", "μ"), ("Sigma", "Σ"), ("lam", "λ"), ("eps", "ε"), ("dgamma", "dγ")],
        *[("theta0", "θ₀"), ("sigma_2", "σ₂"), ("dbeta1", "dβ₁"), ("x_mu", "x_μ")],
        *[("mute", "mute"), ("alphabet", "alphabet"), ("learning_rate_eta", "learning_rate_eta")],
    ],
)
def test_the_name_of_a_greek_letter_is_written_as_the_letter_except_in_a_label(name, shown):
    assert plain_text(set_name(name, 20)) == shown
    assert text_of(set_label(name.partition("_")[0], 20)) == name.partition("_")[0]


def test_letters_that_a_label_sets_upright_are_so_however_few():
    _, script = set_label(r"\mathcal{L}_\mathrm{CE}", 20).runs
    assert (script.text, script.face) == ("CE", Face.ROMAN)
    assert [run.face for run in set_label("ab", 20).runs] == [Face.ITALIC]
    assert text_of(set_label(r"\text{if }x", 20)) == "if x"


@pytest.mark.parametrize("label", ["", "^", "_", "a^", "a_{", "a^{b", "^^^", "}{", "a^{x}^{y}_{z}"])
def test_a_broken_label_is_still_written(label):
    assert set_label(label, 20).width >= 0.0


@pytest.mark.parametrize(
    ("label", "same"),
    [
        ("a^[1]", "a^{[1]}"),
        ("a^[l-1]_i", "a^{[l-1]}_{i}"),
        ("a_i^[1]", "a_{i}^{[1]}"),
        ("x^(i)", "x^{(i)}"),
        ("x^(f(i))y", "x^{(f(i))}y"),
        ("a^[1", "a^{[}1"),
        ("w_12", "w_{1}2"),
    ],
)
def test_what_is_in_brackets_is_raised_with_them(label, same):
    assert set_label(label, 20) == set_label(same, 20)


def test_greek_is_written_by_its_command():
    assert text_of(set_label(r"\theta_1", 20)) == "θ1"
    assert text_of(set_label(r"\nosuch", 20)) == r"\nosuch"


def test_letters_carry_their_ink():
    assert {run.ink for run in set_label("a_1", 20, Ink.MUTED).runs} == {Ink.MUTED}


@pytest.mark.parametrize("name", ["gradient_of_the_cost", "new_weight", "of_weights_w"])
def test_a_name_of_words_is_upright_with_its_short_words(name):
    assert {run.face for run in set_name(name, 20).runs} == {Face.ROMAN}


def test_letters_with_a_mark_between_them_stay_italic():
    assert set_name("dw_b_x", 20).runs[0].face is Face.ITALIC


def test_an_accent_stays_on_its_letter():
    assert [run.text for run in set_label("x\u0302_1", 20).runs] == ["x\u0302", "1"]
    assert [run.text for run in set_name("y\u0304", 20).runs] == ["y\u0304"]


@pytest.mark.parametrize(
    ("factors", "written"),
    [
        (("half", "x"), "j = ½ x"),
        (("half", "quarter"), "j = ½ · 0.25"),
        (("half", "quarter", "x"), "j = ½ · 0.25 x"),
        (("x", "below"), "j = x · (−3)"),
    ],
)
def test_two_constants_side_by_side_have_a_dot_between_them(qapp, factors, written):
    del qapp
    graph = engine.Graph()
    for name, value in {"half": 0.5, "quarter": 0.25, "below": -3.0}.items():
        graph.constant(name, value)
    graph.parameter("x", 1.0)
    graph.op("multiply", *factors, name="j")
    picture = Picture(graph, read(graph))
    assert plain_text(picture.cards[picture.index["j"]].text) == written
