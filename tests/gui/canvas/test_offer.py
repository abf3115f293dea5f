"""What typed text offers; no canvas is needed."""

import math
import re
from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

import engine
from gui.canvas.offers.offer import Join, Offer
from gui.canvas.offers.quick_add import offers
from gui.canvas.prompt import WIDTH
from gui.fonts import Face
from gui.language import speak
from gui.picture.item import ITEM_MARGIN, SIGN_WIDTH, paint_sign
from gui.picture.runs import advance
from gui.theme import LIGHT


@pytest.fixture
def graph(qapp) -> engine.Graph:
    del qapp  # formulas are set with fonts
    graph = engine.Graph()
    graph.input("x", 1.0)
    graph.op("square", "x", name="c")
    graph.constant("2", 2.0)
    return graph


def ops(found: list[Offer]) -> list[str]:
    return [offer.nodes[0].op for offer in found]


def test_nothing_typed_offers_everything(graph):
    assert ops(offers(graph, ""))[:4] == ["parameter", "input", "constant", "add"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("-2", "constant"),
        ("1/3", "constant"),
        ("[1, 2]", "constant"),
        ("b=8", "parameter"),
        ("y=8", "input"),
        ("-", "subtract"),
        ("/", "divide"),
        ("@", "matmul"),
        ("max", "maximum"),
        ("leaky", "leaky_relu"),
        ("σ", "sigmoid"),
        ("w", "parameter"),
        ("y", "input"),
        ("relu(x)", "relu"),
        ("r", "relu"),
        ("l", "log"),
        ("s", "subtract"),
    ],
)
def test_the_likeliest_comes_first(graph, text, first):
    assert ops(offers(graph, text))[0] == first


def test_a_name_that_begins_so_comes_before_a_later_word_and_what_is_needed_often_first(graph):
    found = [op for op in ops(offers(graph, "r")) if op in engine.ops.OPS]
    assert found == ["relu", "sqrt", "leaky_relu"]
    found = [op for op in ops(offers(graph, "c")) if op in engine.ops.OPS]
    assert found == ["cross_entropy", "cos"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("mutliply", "no op is called ‘mutliply’; did you mean 'multiply'?"),
        ("= 3", "a name is missing before ‘=’"),
        ("2 = 3", "‘2’ cannot be a name: a letter, then letters, digits or _, such as w_1"),
        ("c = 2", "there is already a node named c"),
        ("c = x*2", "there is already a node named c"),
        ("J = J*2", "J is computed from itself"),
        ("p =", "nothing follows 'p ='"),
        ("p == 2", "one '=' is enough"),
        ("p; q", "give each formula a name: a = w*x; b = a + 1"),
        ("p^2; J = 3", "give each formula a name: a = w*x; b = a + 1"),
        ("p := 2", "one ‘=’ is enough: p = 2"),
        ("p=2, q=3", "several formulas are divided by ';', not ','"),
        ("p = [1, 2", "nothing closes the ‘[’ at character 1"),
        ("[1, 2; 3]", "write an array as rows of equal length, such as [1, 2; 3, 4]"),
        ("0x10", "‘0x10’ is not a number; write 16"),
        ("p = 0b101", "‘0b101’ is not a number; write 5"),
        ("g(x) = x^2", "‘g(x)’ would be an op of your own: it is made in Graph › New own op…"),
        ("sqrt x", "expected an operator .*; write sqrt(x)"),
        ("log x", "expected an operator .*; write log(x)"),
        ("a b c", "expected an operator .*; write a*b to multiply"),
        ("import numpy as np", "expected an operator .*; Python is not run: write such as"),
        ("(", "nothing closes the '(' at character 1"),
    ],
)
def test_text_that_means_nothing_says_why(graph, text, reason):
    pattern = re.escape(reason).replace(r"\.\*", ".*")
    with pytest.raises(engine.GraphError, match="^" + pattern):
        offers(graph, text)


@pytest.mark.parametrize(
    ("text", "op", "others"),
    [
        ("times", "multiply", ["input", "parameter", "constant"]),
        ("Σ", "sum", ["input", "parameter", "constant", "sigmoid"]),
        ("x²", "square", ["square"]),
        ("– 2", "constant", []),
        ("x^2;", "square", []),
        ("π", "constant", []),
        ("|x|", "abs", ["abs"]),
        ("√x", "sqrt", ["sqrt"]),
        ("+w_7", "parameter", ["input", "constant"]),
    ],
)
def test_what_is_meant_comes_first_and_what_else_it_may_be_behind(graph, text, op, others):
    assert ops(offers(graph, text)) == [op, *others]


def test_pi_is_its_number_and_e_to_a_power_the_exponential(graph):
    (found,) = offers(graph, "2π")
    assert [(node.name, node.op) for node in found.nodes] == [("π", "constant"), ("a", "formula")]
    assert found.nodes[0].attributes["value"] == math.pi
    (called,) = offers(graph, "pi")
    assert called.nodes[0].attributes == {"value": math.pi}
    exponential, _, power, formula = offers(graph, "q = 1/(1 + e^-x)")
    assert formula.item.title == "2 nodes, e a leaf"
    assert "exp" in [node.op for node in exponential.nodes]
    assert "e" in [node.name for node in power.nodes]
    graph.input("e", 3.0)
    assert [node.op for node in offers(graph, "e^x")[0].nodes] == ["power"]


@pytest.mark.parametrize(
    ("code", "text", "op"),
    [
        ("de", "Log-Softmax", "log_softmax"),
        ("fr", "Log-softmax", "log_softmax"),
        ("fr", "Valeur absolue", "abs"),
        ("fr", "Entropie-croisée", "cross_entropy"),
        ("", "cross-entropy", "cross_entropy"),
        ("", "Leaky-ReLU", "leaky_relu"),
    ],
)
def test_what_is_called_just_so_comes_before_an_expression(graph, qapp, code, text, op):
    translators = speak(qapp, code) if code else []
    try:
        assert ops(offers(graph, text))[0] == op
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
    assert offers(graph, "x - mean")[0].item.title == "2 nodes"


@pytest.mark.parametrize("text", ["e^2", "J = e^2/2", "(e^2 + d^2)/2"])
def test_a_square_of_e_is_that_of_an_error_first_and_of_the_exponential_behind(graph, text):
    found = offers(graph, text)
    assert found[0].item.title.endswith(", e a leaf")
    assert {"e"} <= {node.name for node in found[0].nodes}
    assert "exp" in [node.op for offer in found[1:] for node in offer.nodes]


@pytest.mark.parametrize("text", ["e^x", "e^-z", "e^-1", "e^2*e^-x"])
def test_e_to_another_power_is_the_exponential_first(graph, text):
    found = offers(graph, text)
    assert "exp" in [node.op for node in found[0].nodes]
    assert found[-1].item.title.endswith(", e a leaf")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("h₁ = 2", ["h_1"]),
        ("h₁", ["h_1"]),
        ("(h₁*u)⁴", ["h_1", "u"]),
        ("uⁿ", ["u", "n"]),
        ("eˣ", []),
        ("Xᵀ", []),
    ],
)
def test_lowered_signs_are_part_of_the_name_and_raised_ones_powers_or_signs_of_ops(
    graph, text, names
):
    nodes = offers(graph, text)[0].nodes
    assert [node.name for node in nodes if node.op in engine.ops.LEAVES] == names


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,000", "‘1,000’ is not a number; write 1000 or 1.000"),
        ("1 2 3", "‘1 2 3’ is not a number; write [1, 2, 3]"),
        ("q = (1,2)", "‘(1,2)’ is not a number; write [1, 2]"),
        ("x = two", "‘two’ is not a number"),
        ("x = 2*3", "‘2*3’ is not a number; write 6"),
        ("x = c*2", "there is already a node named x"),
        ("x >= 0", "nothing is compared: relu(x) and max(a, b) switch"),
    ],
)
def test_a_number_that_is_typed_otherwise_and_a_leafs_value_are_told(graph, text, reason):
    with pytest.raises(engine.GraphError, match="^" + re.escape(reason)):
        offers(graph, text)


def test_a_difference_is_no_list_of_numbers_and_pi_no_product(graph):
    assert offers(graph, "2 -1")[0].nodes[-1].op == "subtract"
    assert "one name" not in offers(graph, "pi/2")[0].item.note


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("inf + 1", "inf is no name, and no number that an expression has"),
        ("nan*u", "nan is no name"),
        ("inf = 3", "inf is no name"),
        ("exp^u", "exp would be the name of a new leaf; write exp(…)"),
        ("dL/du", "dL/du would be a quotient of two new leaves; derivatives are computed"),
        ("dL/du = 2", "derivatives are computed by themselves: they stand on the edges"),
        ("h^{[1]} = u", "'h^{[1]}' cannot be a name"),
        ("J(u) = u^2", "‘J(u)’ would be an op of your own: it is made in Graph › New own op…; a"),
        ("q = [1, 2]ᵀ", "a column of numbers is [1; 2; 3]"),
        ("q = [1.000,5]", "‘1.000,5’ may be one number or two"),
        ("uᵀv", "uᵀ transposed is transpose(u), so write transpose(u) @ v"),
    ],
)
def test_what_would_be_a_leaf_with_a_name_that_means_something_else_is_told(graph, text, reason):
    with pytest.raises(engine.GraphError, match="^" + re.escape(reason)):
        offers(graph, text)


def test_a_number_that_is_computed_is_a_leaf_too_and_first_for_a_parameter(graph):
    assert [offer.nodes[0].op for offer in offers(graph, "w = 2*3")] == [
        "parameter",
        "constant",
        "formula",
    ]
    assert offers(graph, "w = 2*3")[0].nodes[0].attributes["value"] == 6.0
    assert [offer.nodes[-1].op for offer in offers(graph, "q = 2*3")] == [
        "multiply",
        "formula",
        "input",
    ]


def test_the_name_of_a_node_that_is_there_says_how_to_connect_it(graph):
    graph.parameter("w", 2.0)
    with pytest.raises(engine.GraphError, match="‘w’ is there already; draw an edge to it, or"):
        offers(graph, "w")


def test_several_leaves_are_typed_at_once(graph):
    (offer,) = offers(graph, "w_1 = 2; q = [1, 2]")
    assert [(node.name, node.op) for node in offer.nodes] == [("w_1", "parameter"), ("q", "input")]
    assert offer.item.title == "2 nodes"
    assert offer.edges == ()
    (joined,) = offers(graph, "p = 2; q = 3", Join(into=("J", 0)))
    assert joined.edges == (engine.Edge("p", "J", 0),)
    for text, reason in (("p=1; p=2", "p is assigned twice"), ("p=1; c=2", "there is already")):
        with pytest.raises(engine.GraphError, match=reason):
            offers(graph, text)


def test_an_expression_keeps_clear_of_names_that_are_taken(graph):
    offer, folded = offers(graph, "J = (w*x + 2)^2")
    assert ops([folded]) == ["parameter"]
    assert [node.op for node in folded.nodes] == ["parameter", "formula"]
    names = [node.name for node in offer.nodes]
    assert not {"c", "2", "x"} & set(names)
    assert engine.Edge("x", names[1], 1) in offer.edges
    assert offer.main == "J"


def test_a_bare_expression_gets_a_free_name_that_it_does_not_use(graph):
    assert offers(graph, "a*d + x")[0].main not in {"a", "d", "c", "x"}
    assert offers(engine.Graph(), "w*x")[0].main == "J"


def test_what_does_not_fit_a_dropped_edge_is_not_offered(graph):
    forward = Join(source="c")
    assert not {"parameter", "input", "constant"} & set(ops(offers(graph, "", forward)))
    with pytest.raises(engine.GraphError, match="has to use c"):
        offers(graph, "x*3", forward)
    (offer,) = offers(graph, "c*x", forward)
    assert {edge.source for edge in offer.edges} == {"c", "x"}
    (back,) = offers(graph, "3", Join(into=("c", 0)))
    assert back.edges == (engine.Edge("k", "c", 0),)


@pytest.mark.parametrize(
    ("name", "op"), [("relu", "relu"), ("e", "exp"), ("a", "abs"), ("sum", "sum")]
)
def test_a_node_that_cannot_feed_an_input_keeps_no_op_of_its_name_away(graph, name, op):
    graph.add_node("z", "add")
    graph.op("tanh", "z", name=name)
    found = offers(graph, name, Join(into=("z", 0)))
    assert op in ops(found)
    assert all(len(offer.nodes) == 1 for offer in found)
    graph.op("tanh", name, name="far")
    graph.op("tanh", name, name="y")
    for text in ("far", "y"):  # a sign has the letter, too
        with pytest.raises(engine.GraphError, match=f"{text} would depend on itself"):
            offers(graph, text, Join(into=("z", 0)))


def test_a_product_written_as_on_paper_is_told_to_be_one_name(graph):
    texts = ("J = w1*x+b", "J = (wx+b)^2", "J = 2lnx", "J = cost + lam")
    told = [offers(graph, text)[0].item.note for text in texts]
    assert told == ["", "wx is one name, not w*x", "lnx is one name, not ln(x)", ""]


def test_what_may_be_a_derivative_is_one_of_a_node_that_is_computed(graph):
    graph.op("square", "x", name="Q")
    with pytest.raises(engine.GraphError, match=r"^dQ/du would be a quotient of two new leaves"):
        offers(graph, "2*dQ/du")
    assert {node.name for node in offers(graph, "2*dt/dx")[0].nodes} >= {"dt", "dx"}


def test_what_a_name_is_told_fits_its_row(graph):
    item = offers(graph, "J = (wx+b-y)^2/2")[0].item
    said = advance(item.title, Face.SANS, 13) + advance(item.note, Face.SANS, 12)
    assert said < WIDTH - 2 * ITEM_MARGIN - SIGN_WIDTH - 40


@pytest.mark.parametrize("name", ["A" * 5000, "w_" + "1" * 200, "long name"])
def test_a_name_however_long_stays_within_its_sign(graph, name):
    graph.input("q", 1.0)
    item = replace(offers(graph, "z")[0].item, symbol=name)
    image = QImage(320, 36, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    with QPainter(image) as painter:
        chip = paint_sign(painter, QRectF(0, 0, 320, 36), item, LIGHT)
    outside = [*range(int(chip.left()) - 1), *range(int(chip.right()) + 3, 320)]
    seen = {image.pixelColor(x, y).name() for x in outside for y in range(36)}
    assert seen == {"#ffffff"}
