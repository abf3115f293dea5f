"""LaTeX: formulas, derivatives, names; what they say, and that it compiles whatever they hold."""

import numpy as np
import pytest
import tex
from examples import example
from hostile_graphs import hostile, unfinished, unit

import engine
from engine.assignments import graph_from_text
from engine.expression import parse
from engine.formats.dot import dot
from engine.formats.figure import operand
from engine.formats.latex import latex
from engine.formats.latex_math import expression_latex
from engine.formats.latex_text import label_latex, letters_latex, name_latex, told_latex
from engine.formats.mermaid import mermaid
from engine.graph.own_ops import OwnOp
from resources import resource

BACK, LOCAL = r"\frac{\partial J}{\partial a}", r"\frac{\partial a}{\partial z}"


def test_latex_has_the_expression_its_derivatives_and_the_chain_rule():
    text = latex(unit())
    for line in [
        r"J &= \tfrac{1}{2} (w \cdot x + b - y)^{2}",
        r"\frac{\partial J}{\partial w} &= (w \cdot x + b - y) \cdot x",
        r"d &= a - y = 2",
        r"\frac{\partial J}{\partial c} &= \frac{\partial J}{\partial a} \cdot 1 = 2",
        r"\frac{\partial J}{\partial d} \cdot (-1) = -2",
    ]:
        assert line in text


def test_latex_writes_an_op_s_own_sign_as_the_card_and_what_it_stands_for():
    graph = engine.Graph()
    graph.own_ops = (OwnOp("swish", "u*sigmoid(u)"),)
    z = graph.parameter("z", 2.0)
    a = graph.op("relu", z, name="a", symbol="g")
    graph.op("formula", a, name="b", formula="u*sigmoid(u)", own="swish")
    text = latex(graph)
    assert r"a &= g(z) = \operatorname{ReLU}(z) = 2" in text
    assert r"b &= \mathrm{swish}(a) = a \cdot \sigma(a) = 1.762" in text


def test_latex_does_not_write_an_op_s_usual_sign_twice():
    graph = graph_from_text("z = w*x; a = sigmoid(z)", {"w": 1.0, "x": 2.0})
    graph.set_attribute("a", "symbol", "σ")
    assert r"a &= \sigma(z) = 0.8808" in latex(graph)


def test_latex_writes_a_product_with_its_dot_as_the_card_whatever_its_sign_is():
    graph = graph_from_text("z = w*x; a = sigmoid(z)", {"w": 1.0, "x": 2.0})
    graph.set_attribute("z", "symbol", "⊙")
    assert r"z &= w \cdot x = 2" in latex(graph)


def test_a_constant_is_written_by_its_number_as_on_its_card():
    graph = engine.Graph()
    w, k = graph.parameter("w", 3.0), graph.constant("k", -2.5)
    e, many = graph.constant("e", 2.0, label="\\eta"), graph.constant("v", [1.0, 2.0])
    a = graph.op("multiply", w, k, e, name="a")
    graph.op("sum", graph.op("multiply", a, many, name="b"), name="J")
    text = latex(graph)
    assert r"a &= w \cdot (-2.5) \eta  = -15" in text
    assert r"{\partial a} \cdot (-2.5 \eta ) = -15" in text
    assert r"b &= a \cdot v = " in text
    assert r"{\partial k}" not in text  # nobody asks for it
    for drawn in (dot(graph), mermaid(graph)):
        assert '["-2.5"]'.replace("-", "−") in drawn or '"−2.5", fill' in drawn
        assert "k =" not in drawn


def test_of_arrays_latex_multiplies_entry_by_entry_sums_what_is_spread_and_turns_matrices():
    graph = engine.load(resource("lessons/layer-with-a-batch.chainrule"))
    text = latex(graph)
    for line in [
        r"T &= W \, X \in \mathbf{R}^{4 \times 5}",
        r"{\partial Z} &= \frac{\partial J}{\partial A} \odot (1 - {A}^{2}) \in",
        r"{\partial T} &= \frac{\partial J}{\partial Z} \in",
        r"{\partial b} &= \sum \frac{\partial J}{\partial Z} \in \mathbf{R}^{4 \times 1}",
        r"{\partial W} &= \frac{\partial J}{\partial T} \, {X}^{\top} \in \mathbf{R}^{4 \times 3}",
        r"{\partial X} &= {W}^{\top} \, \frac{\partial J}{\partial T} \in",
    ]:
        assert line in text


def test_a_sum_over_entries_among_others_has_parentheses():
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0), graph.input("x", [1.0, 2.0])
    s = graph.op("sum", graph.op("multiply", w, x, name="a"), name="s")
    graph.op("add", s, graph.op("square", w, name="q"), name="J")
    flows = (
        r"\left(\sum \frac{\partial J}{\partial a} \odot x\right) + \frac{\partial J}{\partial q}"
    )
    assert f"{flows} \\cdot 2 w = 7" in latex(graph)


@pytest.mark.parametrize(
    ("op", "x", "flow"),
    [
        ("mean", [1.0, 2.0, 3.0], r" \cdot \tfrac{1}{3} \mathbf{1} = \begin{bmatrix} 1.333"),
        ("sum", [1.0, 2.0], r" \cdot \mathbf{1} = \begin{bmatrix} 6 & 6"),
        ("mean", 3.0, r" = 6"),
    ],
)
def test_what_flows_back_of_a_mean_is_shared_by_all_entries(op, x, flow):
    """Behind a mean there was the number alone, and the chain of formulas broke."""
    graph = engine.Graph()
    graph.op("square", graph.op(op, graph.input("x", x), name="m"), name="J")
    derivative = rf"\frac{{\partial J}}{{\partial x}} &= \frac{{\partial J}}{{\partial m}}{flow}"
    assert derivative in latex(graph)


def test_a_product_of_stacks_of_matrices_is_told_by_its_numbers():
    graph = engine.Graph()
    w, x = graph.parameter("w", np.ones((2, 2, 3))), graph.input("x", np.ones((3, 2)))
    graph.op("sum", graph.op("matmul", w, x, name="T"), name="J")
    assert r"{\partial w} &\in \mathbf{R}^{2 \times 2 \times 3}" in latex(graph)


def test_what_an_op_is_told_is_written_with_it():
    graph = engine.Graph()
    x = graph.parameter("X", np.ones((2, 3)))
    s = graph.op("sum", x, name="s", axis=[0, -1], keepdims=True)
    r = graph.op("leaky_relu", s, name="r", slope=0.2)
    m = graph.op("mean", r, name="m", axis=0, keepdims=False)
    graph.op("sum", m, name="J", axis=None)
    text = latex(graph)
    kept = r"\mathrm{keepdims} = \mathrm{true}"
    assert rf"\operatorname{{sum}}(X, \mathrm{{axis}} = [0,\ -1], {kept})" in text
    assert r"\operatorname{LReLU}(s, \mathrm{slope} = 0.2)" in text
    assert r"\operatorname{mean}(r, \mathrm{axis} = 0)" in text
    assert r"\operatorname{sum}(m)" in text
    assert 'label="s = sum(X, axis=[0, -1], keepdims=true)"' in dot(graph)


def test_what_an_op_is_told_is_written_in_a_derivative_too():
    graph = graph_from_text("J = w*sin(leaky_relu(x, slope=0.2))", {"w": 1.0, "x": -2.0})
    told = r"\sin(\operatorname{LReLU}(x, \mathrm{slope} = 0.2))"
    assert rf"\frac{{\partial J}}{{\partial w}} &= {told}" in latex(graph)


def test_a_derivative_is_no_sum_over_what_the_output_does_not_depend_on():
    graph = graph_from_text("a = w^2; J = a^2", {"w": 2.0})
    graph.op("exp", "a", name="e")
    graph.output = "J"
    text = latex(graph)
    assert r"{\partial a} &= \frac{\partial J}{\partial J} \cdot 2 a = 8" in text
    assert r"{\partial e}" not in text


def test_what_the_output_depends_on_is_gathered_once_for_all_derivatives(monkeypatch):
    given = []
    monkeypatch.setattr(
        "engine.formats.latex._backward", lambda *all_: given.append(all_[-1]) or "a &= b"
    )
    latex(unit())
    assert len(given) > 1
    assert all(relevant is given[0] for relevant in given)


def test_what_cannot_be_seen_in_a_label_is_a_space():
    graph = graph_from_text("J = w^2", {"w": 2.0})
    graph.set_attribute("w", "label", "u\nv")
    assert r"J &= {u\ v}^{2}" in latex(graph)


def test_an_accent_in_italics_is_an_accent():
    assert letters_latex("ŷ") == letters_latex("y\u0302") == r"\hat{y}"


@pytest.mark.parametrize(("count", "end"), [(3, r"\cdot 1 = 3"), (4, r"{\partial w} &= 4")])
def test_a_sum_over_more_edges_than_fit_a_line_is_told_by_its_number(count, end):
    graph = engine.Graph()
    graph.op("add", *[graph.parameter("w", 1.0)] * count, name="J")
    assert f"{end}\n\\end{{align*}}" in latex(graph)


def test_where_edges_meet_latex_adds_and_where_there_is_no_formula_it_tells_the_number():
    graph = example("fan-out")
    text = latex(graph)
    assert r"\cdot 3 + \frac{\partial J}{\partial b} \cdot 2 x + \frac" in text
    graph = engine.Graph()
    w = graph.parameter("w", [[1.0, 2.0], [3.0, 4.0]])
    product = graph.op("matmul", w, graph.op("transpose", w, name="t"))
    graph.op("sum", graph.op("sum", product, name="s", axis=0), name="J")
    text = latex(graph)
    assert r"t &= {w}^{\top}" in text
    assert r"\begin{bmatrix} 1 & 2 \\ 3 & 4 \end{bmatrix}" not in text  # a leaf's value is given
    assert r"\frac{\partial J}{\partial \mathrm{matmul}} &= \begin{bmatrix}" in text
    flows = r"{\left(\frac{\partial J}{\partial t}\right)}^{\top}"
    assert f"{flows} + " in text


@pytest.mark.parametrize("build", [unit, hostile, unfinished])
def test_latex_compiles_alone_and_by_input(tmp_path, build):
    text = latex(build())
    tex.compiles(tmp_path, text, "amsmath")


def test_a_letter_of_another_script_is_itself_where_the_font_has_it(tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.parameter("ж̂", 2.0), name="漢")
    text = latex(graph)
    assert r"\hat{\chainruleletter{1078}{ж}{U+0436}}" in text
    assert text.count(r"\providecommand\chainruleletter") == 1
    tex.compiles(tmp_path, text, "amsmath")
    if tex.is_there("lualatex"):
        tex.compiles(tmp_path, text, "amsmath", "lualatex")


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("a*(b+c)", r"a \cdot (b + c)"),
        ("a-(b-c)", r"a - (b - c)"),
        ("a - -b", r"a - (-b)"),
        ("a + -2", r"a + (-2)"),
        ("2x^3/7", r"\frac{2 {x}^{3}}{7}"),
        ("x^3/7", r"\tfrac{1}{7} {x}^{3}"),
        ("-x/2", r"\frac{-x}{2}"),
        ("a - -b*c", r"a - (-b \cdot c)"),
        ("(2e10)^2", r"(2 \cdot 10^{10})^{2}"),
        ("1/(1+exp(-x))", r"\frac{1}{1 + e^{-x}}"),
        ("sqrt(abs(x))", r"\sqrt{\left|x\right|}"),
        ("relu(x)*sigmoid(y)", r"\operatorname{ReLU}(x) \cdot \sigma(y)"),
        ("softplus(-(x^2))", r"\operatorname{softplus}(-{x}^{2})"),
        ("square(x)", r"{x}^{2}"),
        ("-2*x", r"-2 x"),
        ("y*negate(x)", r"y \cdot (-x)"),
        ("max(x, 1e30)", r"\max(x, 1 \cdot 10^{30})"),
        ("tanh(a/b)", r"\tanh\mathopen{}\left(\frac{a}{b}\right)"),  # without a gap before it
    ],
)
def test_formulas_as_latex(text, set_):
    assert expression_latex(parse(text)) == set_


def test_a_raised_index_is_told_from_a_power_in_latex():
    text = expression_latex(parse("z^2 - z^k"), lambda name: {"z": "z^{[1]}"}.get(name, name))
    assert text == r"(z^{[1]})^{2} - (z^{[1]})^{k}"


def test_names_and_values_as_latex():
    assert name_latex("w_1") == name_latex("w1") == "w_{1}"
    assert name_latex("log2") == r"\mathrm{log}2"
    assert name_latex("loss") == r"\mathrm{loss}"
    assert name_latex("σ") == r"\sigma "
    assert name_latex("sigma_2") == r"\sigma _{2}"
    assert name_latex("eps") == name_latex("ε") == label_latex(r"\epsilon") == r"\varepsilon "
    assert name_latex("phi") == r"\varphi "
    assert name_latex("x₁₂") == r"x{}_{1}{}{}_{2}{}"
    assert name_latex("e⁻ˣ") == r"e{}^{-}{}{}^{x}{}"
    assert name_latex("x̂") == r"\hat{x}"
    assert name_latex("ℓ₂") == r"\ell {}_{2}{}"
    assert name_latex("𝐱") == "x"
    assert name_latex("ŷ") == r"\hat{y}"
    assert name_latex("∇f") == r"\nabla f"
    assert label_latex("a^{[1]}_i") == label_latex("a^[1]_i") == "a^{[1]}_{i}"
    assert label_latex("x^(i)") == "x^{(i)}"
    assert label_latex("x^{a{b}}c") == r"x^{a\{b\}}c"
    assert label_latex("x_{ab") == label_latex("x_{ab}")
    assert label_latex("x^[1") == "x^{[}1"
    assert letters_latex("aσ_") == "a\\sigma \\_"
    assert told_latex(np.ones((4, 5))) == r"\in \mathbf{R}^{4 \times 5}"
    assert told_latex(np.array([1.0, 2.0])) == r"= \begin{bmatrix} 1 & 2 \end{bmatrix}"
    assert told_latex(None) == r"= \text{---}"
    assert told_latex(float("nan")) == r"= \mathrm{NaN}"
    assert told_latex(float("-inf")) == r"= -\infty"


def test_latex_without_one_output_has_no_derivatives():
    graph = engine.Graph()
    w = graph.parameter("w", 2.0)
    graph.op("exp", w, name="a")
    graph.op("log", w, name="b")
    assert "partial" not in latex(graph)
    assert r"a &= e^{w} = 7.389" in latex(graph)


def test_latex_of_an_unfinished_graph_has_question_marks():
    text = latex(unfinished())
    assert r"c &= w \cdot {?} = \text{---}" in text
    assert r"\frac{\partial J}{\partial w}" not in text


def test_a_long_expression_is_written_node_by_node_only():
    graph = engine.Graph()
    at = graph.parameter("w", 0.5)
    for _ in range(30):
        at = graph.op("tanh", at)
    assert latex(graph).count(r"\begin{align*}") == 2
    leaf = engine.Graph()
    leaf.parameter("w", 0.5)
    assert r"\frac{\partial w}{\partial w} &= 1" in latex(leaf)


def test_a_derivative_that_is_no_formula_is_left_out_of_the_whole():
    graph = graph_from_text("J = relu(w)*v + v", {"w": 1.0, "v": 2.0}, ["w", "v"])
    whole = latex(graph).split("align*")[1]
    assert whole.count(r"\partial") == 2


@pytest.mark.parametrize(
    ("text", "values", "row"),
    [
        ("a = relu(z); J = a^2", {"z": 2.0}, rf"{BACK} \cdot {LOCAL} = 4"),
        (
            "a = relu(z); J = sum(a)",
            {"z": [2.0, 3.0]},
            rf"{BACK} \odot {LOCAL} = \begin{{bmatrix}} 1 & 1 \end{{bmatrix}}",
        ),
        ("J = relu(z)", {"z": 2.0}, "1"),
        ("a = max(z, z); J = a^2", {"z": 2.0}, "4"),
        ("a = max(z, u); J = sum(a)", {"z": 2.0, "u": [1.0, 3.0]}, "1"),
    ],
)
def test_a_local_derivative_that_is_no_formula_is_called_by_its_name(text, values, row):
    """Behind a ReLU there were numbers alone, as if no chain rule led there."""
    graph = graph_from_text(text, values, expand=True)
    assert rf"\frac{{\partial J}}{{\partial z}} &= {row}" in latex(graph)


def test_what_feeds_a_wide_sum_is_written_once_not_for_each_of_its_edges(monkeypatch):
    graph = engine.Graph()
    graph.op("add", *[graph.parameter(f"w{k}") for k in range(50)], name="J")
    asked = []
    monkeypatch.setattr(
        "engine.formats.figure.operand", lambda *of: asked.append(of) or operand(*of)
    )
    monkeypatch.setattr(
        "engine.formats.latex.operand", lambda *of: asked.append(of) or operand(*of)
    )
    assert r"\frac{\partial J}{\partial w_{49}} &= \frac{\partial J}{\partial J}" in latex(graph)
    assert len(asked) <= 2 * 50
