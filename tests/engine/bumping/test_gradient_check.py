"""Bumping against backpropagation: agreement, kinks, and what does disagree."""

import numpy as np
import pytest

import engine
from engine import ops
from engine.assignments import graph_from_text
from engine.bumping import kinks
from engine.bumping.gradient_check import check
from engine.graph.paths import feeding
from engine.network import Form, Network
from engine.progress import listening
from resources import resource


def test_the_lectures_bump_stands_beside_the_derivative(linear_unit):
    report = check(linear_unit)
    assert report.agree
    assert [row.name for row in report.rows] == ["w", "b"]
    row = report.rows[0]
    assert (row.index, row.backprop) == (None, -4.0)
    assert row.bump == pytest.approx(-4.0, abs=1e-9)
    assert (row.before, row.after) == (2.0, pytest.approx(1.996002))
    assert row.one_sided == pytest.approx(-3.998)


def test_every_entry_of_an_array_is_bumped():
    graph = engine.Graph()
    w, x = graph.parameter("W", [[1.0, 2.0], [3.0, 4.0]]), graph.input("x", [1.0, -1.0])
    graph.op("sum", graph.op("square", graph.op("matmul", w, x)), name="J")
    report = check(graph)
    assert report.agree
    assert [row.index for row in report.rows] == [(0, 0), (0, 1), (1, 0), (1, 1)]
    assert [row.backprop for row in report.rows] == [-2.0, 2.0, -2.0, 2.0]


def test_a_kink_is_named_and_no_cry_of_wolf():
    graph = engine.Graph()
    graph.op("relu", graph.parameter("w", 0.0), name="J")
    report = check(graph)
    assert report.agree
    assert report.rows[0].note == "a kink: 0 on one side, 1 on the other"


@pytest.mark.parametrize(
    ("formula", "at", "note"),
    [
        ("abs(w)", 0.0, "a kink: -1 on one side, 1 on the other"),
        ("maximum(w, 2w)", 0.0, "a kink: 1 on one side, 2 on the other"),
        ("relu(w)", 0.0005, "a kink: 0.5 on one side, 1 on the other"),
        ("sqrt(w)", 0.0, "a border: no value on one side, 31.6228 on the other"),
        ("sqrt(-w)", 0.0, "a border: no value on one side, -31.6228 on the other"),
        ("3w + sqrt(w - 1)*0", 1.0005, "a border: no value on one side, 3 on the other"),
    ],
)
def test_where_there_is_no_one_slope_it_says_so(formula, at, note):
    graph = engine.Graph()
    graph.op("formula", graph.parameter("w", at), name="J", formula=formula)
    report = check(graph)
    assert (report.rows[0].note, report.agree) == (note, True)


def test_a_bend_is_no_kink():
    graph = engine.Graph()
    graph.op("square", graph.parameter("w", 0.0), name="J")
    assert check(graph).rows[0].note == ""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("J = sin(40*w)", 0.3),
        ("J = sin(5000*w)", 0.3),
        ("J = exp(100*w)", 0.3),
        ("J = w^2", 0.01),
        ("J = w^3", 0.0),
        ("J = log(w)", 0.0011),
        ("J = w*sin(1/w)", 0.01),
    ],
)
def test_a_steep_curve_is_no_kink(text, at):
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (True, "")


@pytest.mark.parametrize("text", ["relu(w)^2", "max(w, 0)^3", "sqrt(abs(w))", "exp(1e6*w)"])
def test_what_comes_together_or_overflows_is_no_kink_and_no_border(text):
    row = check(graph_from_text(f"J = {text}", {"w": 0.0})).rows[0]
    assert (row.agree, row.note) == (True, "")


@pytest.mark.parametrize(
    ("op", "text", "at", "share"),
    [
        ("square", "J = square(w)", 0.01, 1.05),
        ("exp", "J = exp(100*w)", 0.3, 1.02),
        ("sin", "J = sin(100*w)", 0.3, 1.001),
        ("relu", "J = relu(w)", 0.0005, 1.05),
        ("relu", "J = relu(w)", 0.0003, 0.85),
        ("sqrt", "J = sqrt(w)", 0.0005, 1.01),
    ],
)
def test_no_curve_kink_or_border_excuses_a_wrong_derivative(op, text, at, share, monkeypatch):
    right = ops.OPS[op].vjp
    monkeypatch.setattr(ops.OPS[op], "vjp", lambda *a: tuple(share * x for x in right(*a)))
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (False, "")


@pytest.mark.parametrize(("op", "text"), [("abs", "J = abs(w)"), ("sqrt", "J = sqrt(w)")])
def test_a_slope_beyond_both_sides_of_a_kink_or_a_border_is_wrong(op, text, monkeypatch):
    monkeypatch.setattr(ops.OPS[op], "vjp", lambda *_: (1.5,))
    assert not check(graph_from_text(text, {"w": 0.0})).agree


@pytest.mark.parametrize(
    ("text", "at", "note"),
    [
        ("J = 1/w", 0.0, "J is ∞ here: there is no slope"),
        ("J = log(w)", -1.0, "J is NaN here: there is no slope"),
        ("J = sqrt(-w^2)", 0.0, "no value on either side"),
        ("J = 1e12 + w", 1.0, "lost in the rounding of J"),
        ("J = 1 + 1e-14*w", 1.0, "lost in the rounding of J"),
    ],
)
def test_where_no_bump_can_tell_it_says_why(text, at, note):
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (True, note)


@pytest.mark.no_cover
@pytest.mark.parametrize("seed", [0, 2])
def test_a_kink_that_a_dead_neuron_has_within_the_bump_is_no_disagreement(seed):
    graph = Network((10,) * 12, form=Form.NEURONS, seed=seed).build()
    report = check(graph)
    assert [row.name for row in report.rows if not row.agree] == []
    assert any(row.note.startswith("a kink: 0 on one side") for row in report.rows)


def test_what_has_kinks_is_gathered_once_for_all_parameters(monkeypatch):
    right, gathered = ops.OPS["relu"].vjp, []
    monkeypatch.setattr(ops.OPS["relu"], "vjp", lambda *a: tuple(1.05 * x for x in right(*a)))
    monkeypatch.setattr(kinks, "feeding", lambda *a: gathered.append(a) or feeding(*a))
    report = check(Network((3, 4, 4, 1), form=Form.OPERATIONS, seed=1).build())
    assert sum(not row.agree for row in report.rows) > 3
    assert len(gathered) <= 3


def test_a_slope_of_0_beside_a_kink_is_a_kink():
    row = check(graph_from_text("J = relu(w - 0.0007)", {"w": 0.0})).rows[0]
    assert (row.agree, row.note) == (True, "a kink: 0 on one side, 0.3 on the other")


def test_a_slope_that_is_not_0_beside_a_kink_in_a_flat_place_is_wrong(monkeypatch):
    monkeypatch.setattr(ops.OPS["relu"], "vjp", lambda _self, _m, g, _v, _x: (1e-3 * g,))
    row = check(graph_from_text("J = relu(w - 0.0007)", {"w": 0.0})).rows[0]
    assert (row.agree, row.note) == (False, "")


@pytest.mark.parametrize(("text", "at"), [("J = 5e-9*w^2", 0.0), ("J = w^3", 5e-6)])
def test_a_curve_that_rounding_hides_is_no_disagreement(text, at):
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (True, "")


@pytest.mark.parametrize(
    ("text", "at", "note"),
    [
        ("J = sqrt(w)", {"w": 1e-12}, "a border: no value on one side, 31.6218 on the other"),
        ("J = 0^b", {"b": 0.0}, "a border: no value on one side, -1000 on the other"),
        ("J = 0^abs(b)", {"b": 0.0}, "a jump: 1 here, 0 below and 0 above"),
        ("J = 0^relu(b)", {"b": 0.0}, "a jump: 1 here, 1 below and 0 above"),
        ("J = 1/w", {"w": 1e-5}, ""),
        ("J = 1/w", {"w": 1e-12}, ""),
    ],
)
def test_close_to_a_pole_a_border_and_at_a_jump_it_cries_no_wolf(text, at, note):
    row = check(graph_from_text(text, at)).rows[0]
    assert (row.agree, row.note) == (True, note)


_STEEPER = "a border: no value on one side, ever steeper on the other"


@pytest.mark.parametrize(
    ("text", "at", "note"),
    [
        ("J = w^w", 0.0, _STEEPER),
        ("J = w^w + w", 0.0, _STEEPER),
        ("J = log(w + 1)^w", 0.0, _STEEPER),
        ("J = relu(w)^w", 0.0, _STEEPER),
        ("J = w^w", 1e-200, _STEEPER),
        ("J = 5 + w^0.99", 0.0, _STEEPER),
        ("J = sum(w^w)", np.array([0.0, 1.0]), _STEEPER),
        ("J = (w*w)^w", 0.0, "ever steeper on both sides"),
        ("J = abs(w)^w", 0.0, "ever steeper on both sides"),
    ],
)
def test_where_the_slope_grows_without_end_it_says_so(text, at, note):
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (True, note)


@pytest.mark.parametrize(
    ("op", "text", "at"),
    [
        ("power", "J = w^w", 1e-9),
        ("power", "J = w^w", 1e-12),
        ("power", "J = w^1.5 + w", 0.0),
        ("sqrt", "J = sqrt(w) + w^2", 0.0),
        ("exp", "J = exp(1e5*w)", 0.0),
    ],
)
def test_a_slope_that_grows_for_a_while_excuses_no_wrong_derivative(op, text, at, monkeypatch):
    right = ops.OPS[op].vjp
    monkeypatch.setattr(
        ops.OPS[op],
        "vjp",
        lambda _self, m, g, *a: tuple(
            m.where(x < 1e300, 1.05 * x + 0.1, 3.0) for x in right(_self, m, g, *a)
        ),
    )
    assert not check(graph_from_text(text, {"w": at}, expand=True)).agree


@pytest.mark.parametrize(
    ("op", "text", "at"),
    [
        ("sqrt", "J = sqrt(w)", 1e-12),
        ("sqrt", "J = sqrt(w)", 1e-10),
        ("divide", "J = 1/w", 1e-5),
        ("divide", "J = 1/w", 1e-12),
        ("divide", "J = 1/w", 3e-10),
        ("log", "J = log(w)", 1e-9),
        ("relu", "J = relu(w)", 1e-12),
        ("relu", "J = relu(w)", 3e-11),
    ],
)
def test_a_wrong_derivative_close_to_a_pole_or_a_border_is_found(op, text, at, monkeypatch):
    right = ops.OPS[op].vjp
    monkeypatch.setattr(ops.OPS[op], "vjp", lambda *a: tuple(1.05 * x for x in right(*a)))
    row = check(graph_from_text(text, {"w": at})).rows[0]
    assert (row.agree, row.note) == (False, "")


_BOTH = "a kink: 1 on both sides, though not for each op on the way"


@pytest.mark.parametrize(
    ("text", "at", "note"),
    [
        ("J = relu(w) - relu(-w)", 0.0, _BOTH),
        ("J = leaky_relu(w) + 0.99*relu(w) - 1.98*relu(-w)", 0.0, "a kink: 1.99"),
        ("J = exp(relu(w) - relu(-w))", 0.0, _BOTH),
        ("J = 2*relu(w) - relu(-w)", 0.0, "a kink: 1 on one side, 2 on the other"),
        ("J = maximum(w, 2, 2) + minimum(w, 2)", 2.0, _BOTH),
        ("J = sum(relu(w) - relu(-w))", np.zeros(2), _BOTH),
    ],
)
@pytest.mark.parametrize("expand", [True, False])
def test_kinks_that_make_a_smooth_whole_are_kinks(text, at, note, expand):
    report = check(graph_from_text(text, {"w": at}, expand=expand))
    for row in report.rows:
        assert row.agree
        assert row.note.startswith(note)


@pytest.mark.parametrize(
    ("op", "text"), [("multiply", "J = relu(w)*1 - relu(-w)*1"), ("square", "J = (w + 1)^2")]
)
def test_kinks_that_make_a_smooth_whole_excuse_no_wrong_derivative(op, text, monkeypatch):
    right = ops.OPS[op].vjp
    monkeypatch.setattr(ops.OPS[op], "vjp", lambda *a: tuple(1.05 * x for x in right(*a)))
    assert not check(graph_from_text(text, {"w": 0.0})).agree


def test_a_derivative_that_is_wrong_at_one_place_alone_is_found(monkeypatch):
    """Right beside it is right: there it would pass for a kink, where no op has one."""
    monkeypatch.setattr(
        ops.OPS["sin"], "vjp", lambda _self, m, g, _v, x: (m.where(x == 0.0, 0.0, g * m.cos(x)),)
    )
    assert not check(graph_from_text("J = sin(w) + relu(w + 1)", {"w": 0.0})).agree


def test_parameters_without_entries_are_told():
    report = check(graph_from_text("J = sum(w) + b", {"w": np.zeros(0), "b": 1.0}))
    assert ([row.name for row in report.rows], report.empty) == (["b"], ("w",))


def test_the_relative_error_is_a_share_of_the_larger():
    row = check(graph_from_text("J = w^3", {"w": 1.0})).rows[0]
    assert row.relative_error == pytest.approx(1e-6 / 3.000001)
    assert check(graph_from_text("J = 0*w", {"w": 1.0})).rows[0].relative_error == 0.0


def test_each_parameter_is_bumped_beside_the_old_values_of_the_others():
    graph = engine.Graph()
    w, b = graph.parameter("w", 2.0), graph.parameter("b", [3.0, 4.0])
    graph.op("sum", graph.op("multiply", w, b), name="J")
    assert [row.after for row in check(graph, epsilon=0.5).rows] == [17.5, 15.0, 15.0]


def test_a_wrong_derivative_at_a_border_is_found(monkeypatch):
    monkeypatch.setattr(ops.OPS["sqrt"], "vjp", lambda *_: (100.0,))
    graph = engine.Graph()
    graph.op("sqrt", graph.parameter("w", 0.0005), name="J")
    assert not check(graph).agree


def test_a_wrong_derivative_is_found(linear_unit, monkeypatch):
    def wrong(_self, _m, g, _value, *inputs):
        return (g * inputs[1] * 1.01, g * inputs[0])

    monkeypatch.setattr(ops.OPS["multiply"], "vjp", wrong)
    report = check(linear_unit)
    assert [row.name for row in report.rows if not row.agree] == ["w"]
    assert not report.agree


@pytest.mark.parametrize("op", ["transpose", "negate", "add"])
def test_entries_are_moved_in_turn_whatever_op_they_feed(op):
    """An op may give the very array that it is given, and a node may feed others, too."""
    graph = engine.Graph()
    values = [0.3, -0.2, 0.7]
    w = graph.parameter("w", values)
    made = graph.op(op, *[w] * (2 if op == "add" else 1), name="m")
    graph.op("sum", graph.op("square", made), name="J")
    graph.op("exp", made, name="aside")
    graph.output = "J"
    factor = 4.0 if op == "add" else 1.0
    assert [row.bump for row in check(graph).rows] == pytest.approx(
        [2 * factor * v for v in values]
    )
    assert graph.value("w").tolist() == values


def test_it_says_how_far_it_is():
    graph = graph_from_text("J = sum(w*w) + b", {"w": np.ones(3), "b": 1.0})
    heard = []
    with listening(heard.append):
        check(graph)
    assert heard == sorted(heard)
    assert heard[-4:] == pytest.approx([0.05 + 0.95 * k / 4 for k in (1, 2, 3, 4)])


def test_parameters_the_output_does_not_depend_on_are_left_out(linear_unit):
    linear_unit.parameter("aside", 1.0)
    linear_unit.output = "J"
    assert [row.name for row in check(linear_unit).rows] == ["w", "b"]
    assert check(linear_unit, output="c").rows[0].name == "w"


def test_infinities_that_are_alike_agree():
    graph = engine.Graph()
    graph.op("exp", graph.parameter("w", 800.0), name="J")
    assert check(graph).rows[0].backprop == np.inf


@pytest.mark.parametrize("epsilon", [1e-300, 1e-16, 1e-14])
def test_an_epsilon_whose_effect_is_lost_in_rounding_is_no_disagreement(linear_unit, epsilon):
    with pytest.raises(engine.GraphError, match=f"epsilon {epsilon:g} is too small: what it does"):
        check(linear_unit, epsilon)


def test_a_large_parameter_can_swallow_the_bump_while_the_output_is_small():
    graph = graph_from_text("J = w - 1e10", {"w": 1e10})
    with pytest.raises(engine.GraphError, match="lost in rounding"):
        check(graph, 1e-7)


def test_an_infinite_slope_is_a_border_and_no_rounding():
    graph = graph_from_text("J = sqrt(w - 2)", {"w": 2.0})
    assert check(graph, 1e-8).rows[0].note.startswith("a border")
    assert check(graph, 1e-8).origins == ("J",)
    graph.set_attribute("w", "value", 3.0)
    assert check(graph, 1e-8).origins == ()


@pytest.mark.parametrize("epsilon", [0.0, -1.0, float("nan"), float("inf")])
def test_an_epsilon_that_is_no_bump_is_refused(linear_unit, epsilon):
    with pytest.raises(engine.GraphError, match="epsilon must be a positive number"):
        check(linear_unit, epsilon)


@pytest.mark.parametrize("path", sorted(resource("examples").iterdir()), ids=lambda p: p.stem)
def test_every_example_agrees(path):
    assert check(engine.load(path)).agree


@pytest.mark.parametrize(
    ("text", "values", "sides"),
    [
        ("a = sqrt(w); J = a*a", {"w": 0.0}, "one side"),
        ("c = w^2; a = sqrt(c); J = a*x", {"w": 0.0, "x": 3.0}, "both sides"),
    ],
)
def test_what_is_the_matter_is_told_where_backpropagation_finds_no_slope(text, values, sides):
    """It was called a disagreement, without a reason."""
    (row,) = check(graph_from_text(text, values)).rows
    assert not row.agree
    assert row.note == f"backprop is NaN, a bump finds a slope on {sides}"
