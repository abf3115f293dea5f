"""A long formula in two lines, on the dense picture of a slide."""

import pytest

import engine
from gui.picture.card import card
from gui.picture.packing import DENSE
from gui.picture.plain_text import plain_text
from gui.picture.two_lines import lines_of


def dense(graph: engine.Graph, name: str):
    return card(graph, name, None, DENSE.pitch, packing=DENSE)


def one_op(formula: str) -> engine.Graph:
    graph = engine.Graph()
    names = dict.fromkeys(c for c in formula if c.islower() and c not in "log")
    for name in names:
        graph.input(name, 1.0)
    graph.op("formula", *names, name="J", formula=formula)
    return graph


@pytest.mark.parametrize(
    ("formula", "lines"),
    [
        ("a*b + c*d + e", ["J = a · b", "+ c · d + e"]),
        ("-(y*log(a) + (1-y)*log(1-a))", ["J = −(y · log(a)", "+ (1 − y) · log(1 − a))"]),
        ("a + b", ["J = a + b"]),
        ("(a + b + c + d) * e", ["J = (a + b + c + d) · e"]),
        ("a*b*c*d*e*f*h", ["J = a · b · c · d · e · f · h"]),
    ],
)
def test_a_formula_is_broken_before_a_sign_that_stands_free(formula, lines):
    graph = one_op(formula)
    text = dense(graph, "J").text
    assert [plain_text(line) for line in lines_of(text)] == lines
    assert plain_text(text) == plain_text(card(graph, "J", None).text)


def test_both_lines_stand_in_the_middle_of_a_card_that_is_narrower_for_it():
    graph = one_op("a*b + c*d + e")
    one, two = card(graph, "J", None), dense(graph, "J")
    assert two.width < 0.8 * one.width
    first, second = (
        [run for run in two.text.runs if run.y < 0],
        [run for run in two.text.runs if run.y > 0],
    )
    assert first[0].y == -second[0].y
    assert two.text.ascent == pytest.approx(one.text.ascent - first[0].y)
    assert two.text.descent == pytest.approx(one.text.descent + second[0].y)
    assert min(first[0].x, second[0].x) == pytest.approx(0.0)
    assert second[0].text == "+ "


def test_a_card_with_one_port_is_too_low_for_two_lines():
    graph = engine.Graph()
    x = graph.input("x", 1.0)
    graph.op("formula", x, name="J", formula="x*x*x*x + x*x*x + x*x + x")
    assert len(lines_of(dense(graph, "J").text)) == 1
