"""What the tooltip says of a node and of an edge."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument

import engine
from engine.assignments import graph_from_text
from engine.network import Network
from gui.canvas.tooltip import tooltip_at
from gui.picture.bump_seen import BumpSeen
from gui.picture.layout import place_all
from gui.picture.name_text import input_text
from gui.picture.picture import Picture
from gui.run import read
from gui.theme import LIGHT, Ink


def test_a_missing_input_shows_no_number_but_why(apart):
    apart.drag(apart.out("w"), apart.port("c", 0))
    apart.drag(apart.out("c"), apart.port("a", 0))
    picture = apart.canvas.picture
    assert [text.runs[0].text for text in picture.edge_texts(1)] == ["—", "—"]
    tip = tooltip_at(picture, QPointF(*apart.middle("c")), 6.0)
    assert "its second input has no edge yet" in tip


def test_the_tooltip_has_every_digit_but_those_of_rounding(linear_unit):
    linear_unit.graph.set_attribute("w", "value", 2.001)
    linear_unit.canvas.document.reset(linear_unit.graph)
    linear_unit.canvas.evaluation.flush()
    tip = tooltip_at(linear_unit.canvas.picture, QPointF(*linear_unit.middle("J")), 6.0)
    assert "<b>J</b> = 1.996002<br>" in tip


def test_a_node_is_called_as_where_it_was_chosen(hands):
    """ReLU was called relu there, and an own op a formula."""
    graph = graph_from_text("c = relu(w); J = c^2", {"w": 1.0})
    graph.own_ops = [engine.OwnOp("swish", "u*sigmoid(u)")]
    graph.op("formula", "c", name="s", formula="c*sigmoid(c)", own="swish")
    place_all(graph)
    hands.canvas.document.reset(graph)
    hands.canvas.evaluation.flush()
    picture = hands.canvas.picture
    begins = {
        name: tooltip_at(picture, QPointF(*hands.middle(name)), 6.0).split("<br>")[0]
        for name in "wcs"
    }
    assert begins == {"w": "Parameter", "c": "ReLU", "s": "Own op swish"}


def test_an_edge_s_tooltip_counts_inputs_from_the_first(linear_unit):
    linear_unit.canvas.evaluation.flush()
    picture = linear_unit.canvas.picture
    said = [
        tooltip_at(picture, QPointF(*linear_unit.edge(*into)), 6.0) for into in (("a", 1), ("J", 0))
    ]
    assert "<b>b → a</b>, second input<br>" in said[0]
    assert "<b>d → J</b>, input (d)<br>" in said[1]


def test_an_input_far_down_has_a_number():
    graph = engine.Graph()
    w = graph.parameter("w", 1.0)
    graph.op("add", *[w] * 8, name="s")
    assert [input_text(graph, "s", port) for port in (5, 6, 8, 9)] == [
        "sixth input",
        "seventh input",
        "ninth input",
        "input no. 10",
    ]


def network(hands):
    graph = Network((3, 2, 2), loss="cross_entropy", batch=3).build()
    place_all(graph)
    hands.canvas.document.reset(graph)
    hands.canvas.evaluation.flush()
    return hands.canvas.picture


def test_names_are_raised_as_on_the_cards(linear_unit):
    picture = network(linear_unit)
    node = tooltip_at(picture, QPointF(*linear_unit.middle("W1")), 6.0)
    assert "<b>W<sup>[1]</sup></b> = 3×2" in node
    assert "∂J/∂W<sup>[1]</sup> = 3×2" in node
    edge = tooltip_at(picture, QPointF(*linear_unit.edge("s1", 1)), 6.0)
    assert "<b>W<sup>[1]</sup> → s<sup>[1]</sup></b>, second input" in edge


def test_around_a_table_is_no_empty_line(linear_unit):
    picture = network(linear_unit)
    tip = tooltip_at(picture, QPointF(*linear_unit.middle("W1")), 6.0)
    assert tip.count("<table") == 2
    assert "<br><table" not in tip
    assert "</table><br>" not in tip
    document = QTextDocument()
    document.setHtml(tip)
    texts = [document.begin()]
    while texts[-1].next().isValid():
        texts.append(texts[-1].next())
    assert [block.text() for block in texts if not block.text()] == [""]  # the last, after a table


def seen_of(text: str, values: dict[str, engine.Value | list], name: str) -> str:
    """Return what is told of the value of c while w is bumped by 0.001."""
    graph = graph_from_text(text, values)
    place_all(graph)
    readings = read(graph)
    picture = Picture(graph, BumpSeen(readings, readings.bump(name, 0.001, None)))
    x, y = picture.centres[picture.index["c"]].tolist()
    return tooltip_at(picture, QPointF(x, y), 6.0)


def test_of_an_array_that_a_bump_moved_each_entry_that_did_is_told_before_and_after():
    tip = seen_of("c = w*x; J = mean(c)", {"w": 2.0, "x": [1.0, 0.0, 3.0]}, "w")
    document = QTextDocument()
    document.setHtml(tip)
    assert "2 → 2.001\n0\n6 → 6.003" in document.toPlainText()
    assert f'color: {LIGHT.inks[Ink.MUTED]}">0<' in tip


def test_of_a_large_array_that_a_bump_moved_the_changes_are_a_heat_map():
    tip = seen_of("c = w*x; J = mean(c)", {"w": 2.0, "x": [[1.0] * 9] * 12}, "w")
    assert "What the bump changed:" in tip
    assert tip.count("<img") == 2  # and the derivatives
