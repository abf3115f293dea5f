"""Typed expressions: what a text means, what is wrong with it and where, how a tree is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import ExpressionError
from engine.expression import (
    FUNCTIONS,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_NESTING,
    Call,
    Name,
    Number,
    is_name,
    kept,
    names,
    parse,
    rename,
    substitute,
    written,
)

x, y, z = Name("x"), Name("y"), Name("z")


def call(op, *arguments):
    return Call(op, arguments)


def number(value):
    return Number(float(value))


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("x", x),
        ("2", number(2)),
        (".5", number(0.5)),
        ("1.", number(1)),
        ("6.022e23", number(6.022e23)),
        ("1e-3", number(0.001)),
        ("x+y", call("add", x, y)),
        ("x-y-z", call("subtract", call("subtract", x, y), z)),
        ("x+y*z", call("add", x, call("multiply", y, z))),
        ("(x+y)*z", call("multiply", call("add", x, y), z)),
        ("x/y/z", call("divide", call("divide", x, y), z)),
        ("x^y^z", call("power", x, call("power", y, z))),
        ("x**2", call("power", x, number(2))),
        ("2x", call("multiply", number(2), x)),
        ("2x^2", call("multiply", number(2), call("power", x, number(2)))),
        ("2(x+1)", call("multiply", number(2), call("add", x, number(1)))),
        ("1/2x", call("multiply", call("divide", number(1), number(2)), x)),
        ("1/2*x", call("multiply", call("divide", number(1), number(2)), x)),
        ("3exp(x)", call("multiply", number(3), call("exp", x))),
        ("-x^2", call("negate", call("power", x, number(2)))),
        ("-x*y", call("multiply", call("negate", x), y)),
        ("-2x", call("multiply", number(-2), x)),
        ("-2", number(-2)),
        ("--2", number(2)),
        ("x--y", call("subtract", x, call("negate", y))),
        ("x*-y", call("multiply", x, call("negate", y))),
        ("x^-1", call("power", x, number(-1))),
        ("(-2)^x", call("power", number(-2), x)),
        ("-2^x", call("negate", call("power", number(2), x))),
        ("½d²", call("multiply", number(0.5), call("power", Name("d"), number(2)))),
        ("w·x + b − y", parse("w*x+b-y")),
        ("w×x÷y", parse("w*x/y")),
        ("max(0, x)", call("maximum", number(0), x)),
        ("ln(x)", call("log", x)),
        ("minimum(x, y, z)", call("minimum", x, y, z)),
        ("negate(2)", call("negate", number(2))),
        ("exp", Name("exp")),
        ("θ1", Name("θ1")),
        (" x\n+ y ", call("add", x, y)),
    ],
)
def test_text_means_what_a_lecturer_means(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the expression is empty"),
        ("  ", "the expression is empty"),
        ("w*", "expected a number, a name or '(' at the end: \"w*\""),
        ("|x", "nothing closes the '|' at character 1: \"|x\""),
        (
            "|x y|",
            "expected an operator such as '+' or '*' at character 4: \"|x y|\"; write x*y to",
        ),
        ("x|y", "'|' has no meaning in an expression at character 2: \"x|y\"; between two bars"),
        ("‖x‖", "'‖' has no meaning in an expression at character 1: \"‖x‖\"; norm takes a whole"),
        ("||x||", "'||' has no meaning in an expression at character 1: \"||x||\"; norm takes"),
        ("√x^2", 'this root may end before the power or behind it at character 1: "√x^2"; write'),
        ("√", "expected a number, a name or '(' at the end: \"√\""),
        ("Σ(x)", "unknown function 'Σ' at character 1: \"Σ(x)\"; sum takes a whole array and is"),
        ("sin²(x)", 'at character 5: "sin²(x)"; write sin(…)^2'),
        ("sin^3 x", 'at character 7: "sin^3 x"; write sin(…)^3'),
        (
            "tanh^(-1)(x)",
            '"tanh^(-1)(x)"; tanh has no inverse here, and for 1/tanh write 1/tanh(…)',
        ),
        ("x^2y", 'at character 4: "x^2y"; write * between both to multiply'),
        ("log_2(x)", "unknown function 'log_2' at character 1: \"log_2(x)\"; write log(…)/log(2)"),
        ("log_2 x", 'at character 7: "log_2 x"; write log(x)/log(2)'),
        ("y log a", 'at character 3: "y log a"; write y*log(…) to multiply'),
        ("x.relu()", 'at character 2: "x.relu()"; write relu(x)'),
        ("(x-y).exp()", 'at character 6: "(x-y).exp()"; write exp(…)'),
        ("x.y", 'at character 2: "x.y"; write * for a product'),
        (
            "nn.ReLU()(x)",
            'ReLU takes one argument, not 0 at character 4: "nn.ReLU()(x)"; write relu',
        ),
        (
            "np.dot(w, x)",
            "unknown function 'dot' at character 4: \"np.dot(w, x)\"; a product of matr",
        ),
        ("lambda x: x", 'at character 9: "lambda x: x"; Python is not run'),
        ("w: 2", "at character 2: \"w: 2\"; a name and its value have a '=': w = 2"),
        ("h_{t-1}", 'at character 3: "h_{t-1}"; call it h_tm1, and give it the label h_{t-1}'),
        ("W^{[1]}*x", '"W^{[1]}*x"; call it W1, and give it the label W^{[1]}'),
        ("exp{x}", 'at character 4: "exp{x}"; write exp(…)'),
        ("exp[x]", 'at character 4: "exp[x]"; write exp(…)'),
        ("{x + 1}*2", 'at character 1: "{x + 1}*2"; brackets are ( and )'),
        ("2*[x + 1]", 'at character 3: "2*[x + 1]"; brackets are ( and )'),
        ("2*[1, 2]", 'at character 3: "2*[1, 2]"; rows of numbers are a leaf\'s value'),
        ("x[0]", "an entry of an array is no node: give it a leaf of its own, such as x_0"),
        ("x[:, 0]", "an entry of an array is no node: give it a leaf of its own, such as x_0"),
        ("\\frac{1}{2}", 'at character 1: "\\frac{1}{2}"; LaTeX is not read'),
        ("sin 2x", 'at character 5: "sin 2x"; write sin(…)'),
        ("log_2 8x", 'at character 7: "log_2 8x"; write log(…)/log(2)'),
        ("sqrt exp", 'at character 6: "sqrt exp"; write sqrt(exp)'),
        ("1½", 'at character 2: "1½"; write 1.5'),
        ("10 000*x", 'at character 4: "10 000*x"; write 10000'),
        ("x + 1 # one", 'at character 7: "x + 1 # one"; write x + 1'),
        ("w*x.", 'at character 4: "w*x."; write w*x'),
        ("f(x)", 'at character 1: "f(x)"; write f*(…) to multiply, or make f an op of your own'),
        ("d/dx(x^2)", '"d/dx(x^2)"; derivatives are computed by themselves: they stand on the e'),
        ("x ? 1 : 0", 'at character 3: "x ? 1 : 0"; nothing is compared'),
        ("x%2", 'at character 2: "x%2"; there is no op for a remainder'),
        ("w*/", "expected a number, a name or '(' at character 3: \"w*/\""),
        ("w*+", "expected a number, a name or '(' at the end: \"w*+\""),
        ("(x", "nothing closes the '(' at character 1: \"(x\""),
        ("x)", "this ')' closes nothing at character 2: \"x)\""),
        ("2*(x+(y)", "nothing closes the '(' at character 3"),
        ("sqrt(2", "nothing closes the '(' after sqrt at character 5"),
        ("max(3,", "nothing closes the '(' after max at character 4: \"max(3,\""),
        ("w*(", "nothing closes the '(' at character 3"),
        ("max(relu(x), (", "nothing closes the '(' at character 14"),
        ("max(x, y))", "this ')' closes nothing at character 10"),
        (")x", "this ')' closes nothing at character 1"),
        ("(w+x]", "a '(' ends with ')', not with ']' at character 5"),
        ("w+x]", "this ']' closes nothing at character 4"),
        ("()", "nothing stands in these brackets at character 1"),
        ("relu()", "relu takes one argument, not 0 at character 1"),
        ("max(x,)", "expected a number, a name or '(' at character 7"),
        (
            "x y",
            "expected an operator such as '+' or '*' at character 3: \"x y\"; write x*y to mul",
        ),
        (
            "tanh x",
            "expected an operator such as '+' or '*' at character 6: \"tanh x\"; write tanh(x)",
        ),
        ("ln 2", "expected an operator such as '+' or '*' at character 4: \"ln 2\"; write log(2)"),
        ("w, b", "a comma stands between the arguments of a function, nowhere else at character 2"),
        ("tan(w)", "unknown function 'tan' at character 1: \"tan(w)\"; write sin(…)/cos(…)"),
        ("log10(w)", "unknown function 'log10' at character 1: \"log10(w)\"; write log(…)/log(10)"),
        ("0,5*w", 'a number takes a point, such as 0.5, and not the comma at character 2: "0,5*w"'),
        ("2 3", "expected an operator such as '+' or '*' at character 3: \"2 3\""),
        ("2^3x", "expected an operator such as '+' or '*' at character 4: \"2^3x\""),
        ("2^-3x", "expected an operator such as '+' or '*' at character 5: \"2^-3x\""),
        ("(2)x", 'at character 4: "(2)x"; write * between both to multiply'),
        ("(x+1)(x-1)", "; write * between both to multiply"),
        ("sin(x)2", "; write * between both to multiply"),
        ("x²y", "; write * between both to multiply"),
        ("Relu x", "; write relu(x)"),
        ("max x y", "; write maximum(x, …)"),
        ("norm(x)", "; norm takes a whole array: make it of nodes, sqrt(sum(x^2))"),
        ("Max x", "; write maximum(x, …)"),
        ("transpose x", "; transpose takes a whole array and is a node of its own"),
        ("W^T(x)", "; a matrix is transposed by transpose(x), a node of its own"),
        ("argmax(x)", "; there is none"),
        (
            "(x y)",
            "expected an operator such as '+' or '*' at character 4: \"(x y)\"; write x*y",
        ),
        ("x²^2", "expected an operator such as '+' or '*' at character 3"),
        (
            "sigmod(x)",
            "unknown function 'sigmod' at character 1: \"sigmod(x)\"; did you mean 'sigmoid'?",
        ),
        ("w(x+1)", "unknown function 'w' at character 1: \"w(x+1)\"; write w*(…) to multiply"),
        ("foo((x+1)*2)", "unknown function 'foo' at character 1: \"foo((x+1)*2)\"; write foo*(…)"),
        (
            "foo(3,",
            "unknown function 'foo' at character 1: \"foo(3,\"; and nothing closes its '('",
        ),
        ("2*foo((x", "unknown function 'foo' at character 3: \"2*foo((x\"; and nothing closes"),
        ("x+exp(x, y)", 'exp takes one argument, not 2 at character 3: "x+exp(x, y)"'),
        ("subtract(x)", "subtract takes two arguments, not 1 at character 1"),
        ("max(x)", "max takes two or more arguments, not 1 at character 1"),
        ("exp()", "exp takes one argument, not 0 at character 1"),
        ("(0,5*w)", "a number takes a point, such as 0.5, and not the comma at character 3"),
        (
            "x = y",
            "'=' has no meaning in an expression at character 3: \"x = y\"; divide several form",
        ),
        (
            "sum(x)",
            "unknown function 'sum' at character 1: \"sum(x)\"; sum takes a whole array and is",
        ),
        ("\\frac", "'\\' has no meaning in an expression at character 1: \"\\frac\"; LaTeX is not"),
        ("x'", '"\'" has no meaning in an expression at character 2'),
        ("x\x00", "'�' has no meaning in an expression at character 2: \"x�\""),
        ("x\ud800", "'�' has no meaning in an expression at character 2"),
        ("__import__(os)", "unknown function '__import__'"),
        ("x.real", "'.' has no meaning in an expression at character 2"),
        ("x;y", "';' has no meaning in an expression at character 2: \"x;y\"; give each formula"),
        ("W.T @ x", '"W.T @ x"; a matrix is transposed by transpose(x), a node of its own'),
        ("x.Total", '"x.Total"; write * for a product'),
        ("W^[1]", "'[' has no meaning in an expression at character 3: \"W^[1]\"; call it W1"),
        ("$w x$", "LaTeX is not read"),
        ("x > 0", "nothing is compared: relu(x) and max(a, b) switch"),
        ("x⁴ + 1", '"x⁴ + 1"; write ^4'),
        ("x₁", "'₁' has no meaning in an expression at character 2: \"x₁\"; write _1"),
        ("w^T x", '"w^T x"; a matrix is transposed by transpose(x), a node of its own'),
        ("∞ + 1", "; give it to a leaf, such as c = ∞, and write c"),
        ("∂J", "; derivatives are computed by themselves"),
        ("w⁽¹⁾", "; call it w1, and give it the label w^(1)"),
        ("dot(w, x)", "; a product of matrices is a node of its own"),
        ("x⁻¹", '"x⁻¹"; write ^(-1)'),
        ("lambda x", "; Python is not run: write such as"),
        ("x if", "; Python is not run: write such as"),
        ("2, x = 3", "several formulas are divided by ';', not ',' at character 2"),
        ("atan(x)", "unknown function 'atan' at character 1: \"atan(x)\"; there is none"),
        (
            "MSE(a, y)",
            "unknown function 'MSE' at character 1: \"MSE(a, y)\"; write squared_error(…)",
        ),
        ("1e999", "the number is too large at character 1"),
        ("x" + " " * 60 + "?", 'at character 62: "…' + " " * 24 + '?"'),
        ("x" * (MAX_BYTES + 1), f"an expression may be at most {MAX_BYTES} bytes long"),
        ("(" * 1000, f"nested more than {MAX_NESTING} levels deep at character 65"),
        ("-" * 1000 + "x", f"nested more than {MAX_NESTING} levels deep"),
        ("x" + "^x" * 1000, f"nested more than {MAX_NESTING} levels deep"),
        ("x" + "+x" * 1000, f"the expression is more than {MAX_DEPTH} operations deep"),
    ],
)
def test_whatever_is_malformed_gets_one_sentence_with_its_place(text, message):
    with pytest.raises(ExpressionError) as failure:
        parse(text)
    assert message in str(failure.value)
    assert "\n" not in str(failure.value)
    assert failure.value.text == text


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+w", "w"),
        ("3 + +w*x^+2", "3 + w*x^2"),
        ("-+-w", "-(-w)"),
        ("|x - 2|*|y|", "abs(x - 2)*abs(y)"),
        ("2|x| + |-x|^2", "2*abs(x) + abs(-x)^2"),
        ("|x + (3|y|)|", "abs(x + 3*abs(y))"),
        ("max(|x|, |y|)/2", "maximum(abs(x), abs(y))/2"),
        ("√x + 2√(x + 1)", "sqrt(x) + 2*sqrt(x + 1)"),
        ("σ(w*x + σ)", "sigmoid(w*x + σ)"),
        ("ReLU(x)*LogSigmoid", "relu(x)*LogSigmoid"),
        ("LeakyReLU(x) + SIN(x)", "leaky_relu(x) + sin(x)"),
        ("np.exp(-x)/math.sqrt(2)", "exp(-x)/sqrt(2)"),
        ("tf.nn.relu(x) + F.softplus(y)", "relu(x) + softplus(y)"),
        ("2np.pi*r", "2*pi*r"),
        ("x ∗ w ⊙ y • z", "x*w*y*z"),
        ("⅛x ⁄ 2 — y", "0.125*x/2 - y"),
    ],
)
def test_what_stands_on_paper_or_in_python_is_read(typed, text):
    assert written(parse(typed)) == text


def test_capitals_and_sums_of_arrays_are_read():
    assert written(parse("∑(x) + Σ(y) + LogSoftmax(z)", arrays=True)) == (
        "sum(x) + sum(y) + log_softmax(z)"
    )
    assert parse("σ(x)", own={"σ": 1}) == Call("σ", (Name("x"),))


def test_the_position_of_an_error_counts_from_zero():
    with pytest.raises(ExpressionError) as failure:
        parse("w*/")
    assert failure.value.position == 2


def test_limits_are_reached_before_they_are_refused():
    parse("(" * MAX_NESTING + "x" + ")" * MAX_NESTING)
    deep = parse("x" + "+x" * MAX_DEPTH)
    assert parse(written(deep)) == deep


@pytest.mark.parametrize(
    "text",
    [
        "a - (b + c)",
        "a - b + c",
        "a*(b/c)",
        "(a + b)^2/2",
        "2^3^2",
        "(2^3)^2",
        "-x^2",
        "(-x)^2",
        "x^-2",
        "a*(-x)",
        "a - (-2)",
        "-(-x)",
        "-(a*b)",
        "-a*b",
        "negate(2)",
        "maximum(0, x)",
        "add(a, b, c)",
        "exp(-x)",
        "1e+22*x",
        "0.5*(a - y)^2",
    ],
)
def test_written_text_is_minimal(text):
    assert written(parse(text)) == text


finite = st.floats(allow_nan=False, allow_infinity=False)
leaves = st.builds(Number, finite) | st.sampled_from([x, y, Name("w_1"), Name("exp"), Name("e3")])


def calls(children):
    def of(op):
        count = FUNCTIONS[op]
        size = {"min_size": count or 2, "max_size": count or 4}
        return st.lists(children, **size).map(lambda arguments: Call(op, tuple(arguments)))

    return st.sampled_from(sorted(FUNCTIONS)).flatmap(of)


trees = st.recursive(leaves, calls, max_leaves=24)


@given(trees)
def test_what_is_written_parses_to_the_same_tree(tree):
    text = written(tree)
    if len(text.encode()) <= MAX_BYTES:
        assert parse(text) == tree


@given(st.text(max_size=60) | st.text(alphabet="xy2.()+-*/^e,½² ", max_size=40))
def test_any_text_parses_or_is_refused_with_one_line(text):
    try:
        tree = parse(text)
    except ExpressionError as error:
        refusal = str(error)
        assert refusal.encode().isascii() or refusal.isprintable()
    else:
        assert parse(written(tree)) == tree


def test_a_hint_is_on_one_line_whatever_it_is_about():
    with pytest.raises(ExpressionError, match=r"; write a b$"):
        parse("a\nb.")


def test_what_is_too_long_to_be_parsed_is_kept_as_it_is():
    long = "|x| + " * MAX_BYTES + "x"
    assert kept(long) == long


def test_names_come_once_in_order_of_first_appearance():
    assert names(parse("y*x + exp(x) - 2z/y")) == ("y", "x", "z")
    assert names(parse("1/2")) == ()


def test_substitute_replaces_names_only():
    tree = substitute(parse("x + exp(2y)"), {"x": parse("a*b"), "y": x})
    assert tree == parse("a*b + exp(2x)")


@pytest.mark.parametrize(
    ("text", "old", "new", "renamed"),
    [
        ("d^2/2", "d", "error", "error^2/2"),
        ("½ d²  + dd", "d", "e_1", "½ e_1²  + dd"),
        ("exp(exp) + exp", "exp", "x", "exp(x) + x"),
        ("max(x,y)", "max", "z", "max(x,y)"),
        ("2x", "x", "y", "2y"),
        ("2x + 1", "x", "e3", "2*e3 + 1"),  # 2e3 would be a number
        ("x·x", "x", "w", "w·w"),
    ],
)
def test_rename_changes_the_name_and_nothing_else(text, old, new, renamed):
    assert rename(text, old, new) == renamed


def test_only_identifiers_are_names():
    assert is_name("w_1")
    assert is_name("θ")
    assert not is_name("a·b")
    assert not is_name("a^{[1]}")
    assert not is_name("")


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("np.std(x, axis=0)", "sqrt(mean((x - mean(x, axis=0, keepdims=true))^2, axis=0))"),
        ("var(x, dim=-1)", "mean((x - mean(x, axis=-1, keepdims=true))^2, axis=-1)"),
        ("norm(x, axis=1)", "sqrt(sum(x^2, axis=1))"),
        ("logsumexp(x, axis=1)", "log(sum(exp(x), axis=1))"),
        ("norm(mean(x, axis=0))", "sqrt(sum(x^2))"),
        ("norm(x, axis)", "sqrt(sum(x^2))"),
        ("norm(x, axis", "sqrt(sum(x^2))"),
        ("norm(x, axis=-", "sqrt(sum(x^2))"),
        ("norm(x, axis=None)", "sqrt(sum(x^2))"),
        ("norm(x, axis=1.5)", "sqrt(sum(x^2))"),
        ("norm(x, axis=− 1, keepdims=True)", "sqrt(sum(x^2, axis=-1))"),
        ("norm(x, axis=(0, -1))", "sqrt(sum(x^2, axis=[0,-1]))"),
        ("norm(x, axis=[0,])", "sqrt(sum(x^2, axis=[0]))"),
        ("norm(x, axis=(0)", "sqrt(sum(x^2))"),
    ],
)
def test_what_a_function_is_made_of_goes_along_the_axis_that_is_told(text: str, made: str):
    with pytest.raises(ExpressionError) as caught:
        parse(text, arrays=True)
    assert str(caught.value).endswith(f"; write {made}")
    assert isinstance(parse(made, arrays=True), Call)


def test_ops_of_whole_arrays_are_called_only_where_they_may_be():
    w, x, b = Name("W"), Name("x"), Name("b")
    product = Call("matmul", (w, x))
    assert parse("W @ x + b", arrays=True) == Call("add", (product, b))
    assert parse("mean(matmul(W, x))", arrays=True) == Call("mean", (product,))
    for text, reason in (
        ("W @ x", "a product of matrices is a node of its own"),
        ("mean(x)", "mean takes a whole array and is a node of its own"),
    ):
        with pytest.raises(ExpressionError, match=reason):
            parse(text)
    with pytest.raises(ExpressionError, match="mean takes one argument, not 2"):
        parse("mean(x, 2)", arrays=True)


def test_a_call_with_several_arguments_is_never_meant_to_multiply():
    with pytest.raises(ExpressionError) as caught:
        parse("foo(max(x, y), 4)")
    assert str(caught.value) == "unknown function 'foo' at character 1: \"foo(max(x, y), 4)\""
    with pytest.raises(ExpressionError, match=r"write foo\*\(…\) to multiply$"):
        parse("foo(max(x, y))")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("norm(x)", "sqrt(sum(x^2))"),
        ("transpose x", "transpose(x)"),
        ("matmul a b", "matmul(a, …)"),
    ],
)
def test_where_arrays_are_meant_their_ops_are_told(text, meant):
    with pytest.raises(ExpressionError) as error:
        parse(text, arrays=True)
    assert str(error.value).endswith(f"; write {meant}")
