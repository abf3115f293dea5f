"""A long formula in two lines, on the dense picture of a slide, and a long caption."""

import pytest
from examples import example

import engine
from engine.assignments import graph_from_text
from gui.picture.caption import caption
from gui.picture.card import card
from gui.picture.packing import DENSE
from gui.picture.plain_text import plain_text
from gui.picture.step import walk
from gui.picture.two_lines import broken_caption, lines_of
from gui.run import read


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


def test_what_is_given_is_broken_between_two_leaves(qapp):
    del qapp
    graph = example("two-layer-network")
    readings = read(graph)
    given = caption(walk(graph, readings), 0, readings)
    lines = [plain_text(line).strip() for line in broken_caption(given[0])]
    assert lines == ["Given: w^[1] = 2, x = 1, b^[1] = 0,", "w^[2] = 3, b^[2] = 1, y = 5"]


def test_an_equation_is_broken_before_an_equals_sign_and_not_amid_what_an_op_takes(qapp):
    del qapp
    graph = graph_from_text("a = max(b, c)", {"b": 1.234, "c": 2.345})
    readings = read(graph)
    (line,) = caption(walk(graph, readings), 1, readings)
    lines = [plain_text(part).strip() for part in broken_caption(line)]
    assert lines == ["a = max(b, c)", "= max(1.234, 2.345) = 2.345"]
