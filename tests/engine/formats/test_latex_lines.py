"""Long rows of LaTeX in lines: nothing runs off the page, nothing is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import engine
from engine.expression import parse
from engine.formats.latex import latex
from engine.formats.latex_lines import aligned, width
from engine.formats.latex_math import expression_latex
from resources import resource

PAGE = 34.5  # em, LaTeX's article
ON = " \\\\\n  &\\qquad {} "  # from a line to the one that goes on


def rows_of(text: str) -> list[str]:
    """Return the rows of a block, each in one line again."""
    whole = text.split("\\begin{align*}\n")[1].split("\n\\end{align*}}")[0]
    for open_ones in range(9, 0, -1):  # parentheses that grow are shut and opened again
        before, behind = " \\right." * open_ones, "\\left." * open_ones + " {} "
        whole = whole.replace(f"{before}{ON}{behind}", " ")
    return [row.strip() for row in whole.replace(ON, " ").split(" \\\\\n")]


def lines_of(text: str) -> list[str]:
    whole = text.split("\\begin{align*}\n")[1].split("\n\\end{align*}}")[0]
    return [line.strip() for line in whole.split(" \\\\\n")]


@pytest.mark.parametrize(  # measured by TeX, in Computer Modern
    ("formula", "em"),
    [
        ("= w^{[1]}_{21} \\cdot x_{1} = 0.01319", 9.33),
        ("= a^{[1]} \\, W^{[2]} \\in \\mathbf{R}^{5 \\times 2}", 8.47),
        ("= \\frac{\\partial J}{\\partial n_{5}} \\cdot 1 = 1", 5.99),
        ("= -\\left(\\frac{y}{a} - \\frac{1 - y}{1 - a}\\right)", 7.95),
        ("\\begin{bmatrix} 1 & 2 \\\\ 3 & 4 \\end{bmatrix}", 3.06),
        ("\\sqrt{x} + \\log(\\tanh(x)) - \\tfrac{1}{2}", 9.91),
        ("\\chainruleletter{1078}{ж}{U+0436} \\cdot \\mathrm{rate}", 5.6),
    ],
)
def test_a_formula_is_about_as_wide_as_latex_sets_it(formula: str, em: float):
    assert width(formula) == pytest.approx(em, rel=0.2)


def test_what_fits_is_one_line_and_nothing_is_no_block():
    assert aligned([]) == ""
    block = aligned(["a &= b + c = 3", "d &= 1"])
    assert block == (
        "{\\allowdisplaybreaks\n\\begin{align*}\n  a &= b + c = 3 \\\\\n  d &= 1\n\\end{align*}}\n"
    )


def test_a_long_sum_goes_on_below_and_a_product_is_left_whole_where_it_can():
    terms = [f"w_{{{k}}} \\cdot x_{{{k}}}" for k in range(12)]
    block = aligned([f"z &= {' + '.join(terms)} = 0.5"])
    assert len(lines_of(block)) == 2
    assert all(line.startswith(("z &= w", "&\\qquad {} + w")) for line in lines_of(block))
    assert all(width(line.partition("&")[2]) < PAGE for line in lines_of(block))
    assert rows_of(block) == [f"z &= {' + '.join(terms)} = 0.5"]


def test_it_breaks_outside_of_parentheses_where_a_good_part_of_a_line_is_before_that():
    inner = " + ".join(f"w_{{{k}}}" for k in range(9))
    first, second = lines_of(aligned([f"z &= ({inner}) \\cdot ({inner})"]))
    assert (first, second) == (f"z &= ({inner})", f"&\\qquad {{}} \\cdot ({inner})")
    inner = " - ".join(f"w_{{{k}}}" for k in range(20))
    first, second = lines_of(aligned([f"z &= 2 \\cdot ({inner})^{{2}}"]))
    assert first.startswith("z &= 2 \\cdot (w_{0}")
    assert second.startswith("&\\qquad {} - w_{")


@pytest.mark.parametrize(("begin", "end"), [("(", ")"), ("|", "|")])
def test_what_grows_with_what_it_holds_is_shut_and_opened_again(begin: str, end: str):
    half = " + ".join(["\\frac{a}{b}"] * 12)
    whole = f"\\left{begin}{half} + {half}\\right{end}"
    block = aligned([f"z &= {whole}"])
    first, second = lines_of(block)
    assert first.startswith(f"z &= \\left{begin}\\frac{{a}}{{b}} + ")
    assert first.endswith("\\frac{a}{b} \\right.")
    assert second.startswith("&\\qquad {} \\left. {} + \\frac{a}{b}")
    assert second.endswith(f"\\right{end}")
    assert rows_of(block) == [f"z &= {whole}"]
    assert all(width(line.partition("&")[2]) < PAGE for line in lines_of(block))


def test_what_grows_within_what_grows_is_shut_as_often():
    terms = " + ".join(["\\frac{a}{b}"] * 30)
    row = f"z &= \\left(1 - \\left({terms}\\right)^{{2}}\\right)"
    first, second = lines_of(aligned([row]))
    assert first.endswith(" \\right. \\right.")
    assert second.startswith("&\\qquad {} \\left.\\left. {} + ")
    assert second.endswith("\\right)^{2}\\right)")
    assert rows_of(aligned([row])) == [row]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("({}) / b", "\\frac{1}{b} \\cdot (a_{0} + a_{1}"),
        ("({}) / 3", "\\tfrac{1}{3} (a_{0} + a_{1}"),
        ("b / ({})", "b \\cdot (a_{0} + a_{1}"),
        ("(b + 1) / ({})", "(b + 1) \\cdot (a_{0} + a_{1}"),
        ("({0}) / (b + {0})", "(a_{0} + a_{1}"),
        ("tanh({})^2", "(\\tanh(a_{0} + a_{1}"),
        ("sqrt({})", "(a_{0} + a_{1}"),
        ("exp({})", "\\exp(a_{0} + a_{1}"),
    ],
)
def test_what_a_line_has_no_room_for_is_written_otherwise(text: str, begins: str):
    short, long = (" + ".join(f"a_{k}" for k in range(count)) for count in (3, 30))
    alike = expression_latex(parse(text.format(short)))
    assert not alike.startswith(begins) or begins.startswith("\\tfrac")
    written = expression_latex(parse(text.format(long)))
    assert written.startswith(begins)
    lines = lines_of(aligned([f"J &= {written} = 2.5"]))
    assert len(lines) > 1
    assert all(width(line.partition("&")[2]) < PAGE for line in lines)


def test_a_label_with_a_parenthesis_alone_keeps_no_row_whole():
    many = " + ".join(f"x_{k}" for k in range(30))
    names = [f"x_{k}" for k in range(30)]
    graph = engine.Graph()
    for name in names:
        graph.input(name, 1.0)
    graph.set_attribute("x_7", "label", "[0,1)")
    graph.set_attribute("x_8", "label", "a) (b")
    graph.op("formula", *names, name="J", formula=many, inputs=names)
    text = latex(graph)
    assert "{[0,1)}" in text
    assert "{a)\\ (b}" in text
    rows = [line for line in text.splitlines() if "&" in line]
    assert all(width(row) < PAGE + 2.0 for row in rows)


def test_a_sign_is_not_parted_from_what_it_belongs_to():
    term = "1.234 \\cdot 10^{-5}"
    block = aligned([f"z &= {' + '.join(f'f({{-}}{term}, -{term})' for _ in range(6))}"])
    assert all(line.startswith(("z &= f", "&\\qquad {} + f")) for line in lines_of(block))


@pytest.mark.parametrize(
    "whole",
    [
        "\\frac{" + " + ".join(["a"] * 60) + "}{b}",
        "a) + " + " + ".join(["b"] * 60),
        "(a + " + " + ".join(["b"] * 60),
        "long" * 40,
    ],
)
def test_what_cannot_be_parted_stays_whole(whole: str):
    assert rows_of(aligned([f"z &= {whole}"])) == lines_of(aligned([f"z &= {whole}"]))


def test_a_label_may_hold_the_sign_between_columns():
    many = " + ".join(["b"] * 60)
    block = aligned([f"a\\&c &= {many}"])
    assert lines_of(block)[0].startswith("a\\&c &= b + b")
    assert rows_of(block) == [f"a\\&c &= {many}"]


def test_behind_what_is_too_wide_by_itself_the_next_line_begins():
    wide = "\\frac{" + " + ".join(["a"] * 60) + "}{b}"
    assert lines_of(aligned([f"z &= {wide} + c + d"])) == [f"z &= {wide}", "&\\qquad {} + c + d"]


@given(
    st.recursive(
        st.sampled_from(["a", "b_1", "w", "2.5", "theta"]),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=6).map(lambda some: f"({' + '.join(some)})"),
            st.lists(inner, min_size=2, max_size=4).map(lambda some: f"({' * '.join(some)})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} - {two[1]})"),
            st.tuples(inner, inner).map(lambda two: f"({two[0]} / {two[1]})"),
            inner.map(lambda one: f"tanh({one})"),
            inner.map(lambda one: f"({one})^2"),
            inner.map(lambda one: f"sqrt(-{one})"),
        ),
        max_leaves=60,
    )
)
def test_whatever_is_broken_is_what_it_was(text: str):
    row = f"J &= {expression_latex(parse(text))}"
    block = aligned([row])
    once = re.compile(" +")  # behind \theta two spaces are as one
    assert [once.sub(" ", kept) for kept in rows_of(block)] == [once.sub(" ", row).strip()]
    for line in lines_of(block):
        for opening, closing in (("{", "}"), ("\\left", "\\right")):
            assert line.count(opening) == line.count(closing)


@pytest.mark.parametrize("name", ["logistic-neuron", "two-hidden-units"])
def test_no_example_runs_off_the_page(name: str):
    text = latex(engine.load(resource(f"examples/{name}.chainrule")))
    rows = [line for line in text.splitlines() if "&" in line]
    widest = max(width(row.partition("&")[0]) for row in rows)
    assert all(widest + width(row.partition("&")[2]) < PAGE + 2.0 for row in rows)
    assert any("\\qquad" in row for row in rows)
