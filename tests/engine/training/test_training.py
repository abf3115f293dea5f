"""Training against PyTorch's own figures and against rules written out by hand."""

import json
import math
from pathlib import Path

import numpy as np
import pytest

import engine
from engine.assignments import graph_from_text
from engine.training import Feed, Table, Training, optimizer

FIGURES = json.loads(
    (Path(__file__).parents[2] / "data/pytorch-training.json").read_text(encoding="utf-8")
)
LEAVES = {"w": 2.0, "x": -2.0, "b": 8.0, "y": 2.0}
OPTIMIZERS = ("gd", "momentum", "adam")
NEAR = {"rel": 1e-9, "abs": 1e-12}


def unit(w: float = 2.0, b: float = 8.0) -> engine.Graph:
    return graph_from_text("J = (w*x+b-y)^2/2", {"w": w, "x": -2.0, "b": b, "y": 2.0})


def network() -> engine.Graph:
    graph, start = engine.Graph(), FIGURES["network"]["start"]
    x, y = graph.input("x", [[0.0, 0.0]]), graph.input("y", [[0.0]])
    s = graph.op("matmul", x, graph.parameter("W1", start["W1"]))
    h = graph.op("tanh", graph.op("add", s, graph.parameter("b1", start["b1"])))
    t = graph.op("matmul", h, graph.parameter("W2", start["W2"]))
    a = graph.op("add", t, graph.parameter("b2", start["b2"]))
    graph.op("mean", graph.op("squared_error", a, y), name="J")
    return graph


XOR = Table(
    ("x[0]", "x[1]", "y"), ((0.0, 0.0, 0.0), (0.0, 1.0, 1.0), (1.0, 0.0, 1.0), (1.0, 1.0, 0.0))
)
POINTS = Table(("x", "y"), ((-2.0, 2.0), (1.0, 3.5), (0.5, -1.0)))


def assert_trains_like_pytorch(training: Training, figures: dict) -> None:
    for _ in training.run(100):
        pass
    assert training.history == pytest.approx(figures["history"], **NEAR)
    values = training.values()
    for name, expected in figures["parameters"].items():
        assert values[name] == pytest.approx(np.array(expected), **NEAR)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_a_unit_is_trained_as_pytorch_trains_it(name):
    figures = FIGURES["unit"][name]
    assert_trains_like_pytorch(Training(unit(), optimizer(name, figures["rate"])), figures)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_rows_are_fed_one_by_one_as_in_pytorch(name):
    figures = FIGURES["rows"][name]
    training = Training(unit(0.5, -1.0), optimizer(name, figures["rate"]), POINTS, Feed.ROWS)
    assert_trains_like_pytorch(training, figures)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_arrays_are_fed_as_a_batch_as_in_pytorch(name):
    figures = FIGURES["network"][name]
    training = Training(network(), optimizer(name, figures["rate"]), XOR)
    assert training.as_arrays
    assert_trains_like_pytorch(training, figures)


@pytest.mark.parametrize("name", OPTIMIZERS)
def test_the_rules_written_out_by_hand_give_the_same(name):
    w, b, rate = 2.0, 8.0, 0.02
    speed, mean, square = [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]
    expected = []
    for step in range(1, 101):
        d = w * -2.0 + b - 2.0
        expected.append(d * d / 2)
        moves = []
        for k, g in enumerate((-2.0 * d, d)):
            speed[k] = 0.9 * speed[k] + g
            mean[k] = 0.9 * mean[k] + 0.1 * g
            square[k] = 0.999 * square[k] + 0.001 * g * g
            first, second = mean[k] / (1 - 0.9**step), square[k] / (1 - 0.999**step)
            moves.append(
                {"gd": g, "momentum": speed[k], "adam": first / (math.sqrt(second) + 1e-8)}[name]
            )
        w, b = w - rate * moves[0], b - rate * moves[1]
    training = Training(unit(), optimizer(name, rate))
    assert len(list(training.run(100))) == 100
    assert training.history[:-1] == pytest.approx(expected, **NEAR)
    assert training.values() == pytest.approx({"w": w, "b": b}, **NEAR)


def test_the_graph_stays_as_it_is_and_an_optimizer_begins_anew_with_each_training():
    graph, adam = unit(), optimizer("adam", 0.1)
    training = Training(graph, adam)
    list(training.run(20))
    assert training.steps == 20
    assert training.values() != {"w": 2.0, "b": 8.0}
    assert (graph.value("w"), graph.value("b")) == (2.0, 8.0)
    assert training.value("w") == training.values()["w"]
    assert training.start == {"w": 2.0, "b": 8.0}
    assert training.parameters == ("w", "b")
    assert training.output == "J"
    again = Training(graph, adam)
    assert (again.history, again.values()) == ([2.0], {"w": 2.0, "b": 8.0})
    list(again.run(20))
    assert (again.history, again.values()) == (training.history, training.values())


def test_the_rate_can_be_changed_between_steps():
    training = Training(unit(), optimizer("gd", 0.1))
    training.step()
    training.optimizer.rate = 1e-30
    before = training.values()
    training.step()
    assert training.values() == before


# --- tables


def test_a_graph_of_numbers_takes_the_mean_over_the_rows():
    training = Training(unit(0.5, -1.0), optimizer("gd", 0.1), POINTS)
    assert not training.as_arrays
    assert training.row is None
    expected = [(0.5 * x - 1.0 - y) ** 2 / 2 for x, y in POINTS.rows]
    slope = np.mean([(0.5 * x - 1.0 - y) * x for x, y in POINTS.rows])
    assert training.history == [pytest.approx(np.mean(expected))]
    assert training.mean() == training.history[0]
    training.step()
    assert training.values()["w"] == pytest.approx(0.5 - 0.1 * slope)
    assert set(training.values()) == {"w", "b"}


def test_rows_are_shown_as_they_are_fed_and_the_mean_can_be_asked_for():
    training = Training(unit(0.5, -1.0), optimizer("gd", 0.1), POINTS, Feed.ROWS)
    seen = []
    for _ in range(4):
        values = training.values()
        seen.append((training.row, values["x"], values["y"]))
        training.step()
    assert seen == [(0, -2.0, 2.0), (1, 1.0, 3.5), (2, 0.5, -1.0), (0, -2.0, 2.0)]
    at = training.values()
    expected = [(at["w"] * x + at["b"] - y) ** 2 / 2 for x, y in POINTS.rows]
    assert training.mean() == pytest.approx(np.mean(expected))
    assert training.history[-1] == pytest.approx(expected[training.row])
    assert training.values() == at


def test_a_seed_shuffles_the_rows_the_same_way_each_time():
    def rows(seed: int | None) -> list[int]:
        training = Training(unit(), optimizer("gd", 1e-3), POINTS, Feed.ROWS, seed=seed)
        found = []
        for _ in range(9):
            found.append(training.row)
            training.step()
        assert all(sorted(found[k : k + 3]) == [0, 1, 2] for k in (0, 3, 6))
        return found

    assert rows(None) == [0, 1, 2] * 3
    assert rows(3) == rows(3) != rows(4)


def test_a_batch_has_the_shape_the_graph_holds():
    training = Training(network(), optimizer("gd"), XOR)
    values = training.values()
    assert values["x"].shape == (4, 2)
    assert values["y"].shape == (4, 1)
    row = Training(network(), optimizer("gd"), XOR, Feed.ROWS).values()
    assert row["x"].tolist() == [[0.0, 0.0]]
    assert row["y"].tolist() == [[0.0]]


# --- going wrong


def test_divergence_names_the_step_and_the_first_node():
    graph = graph_from_text("J = (w*x+b-y)^2/2", LEAVES, expand=False)
    training = Training(graph, optimizer("gd", 5.0))
    assert len(list(training.run(10_000))) == training.steps < 10_000
    divergence = training.diverged
    assert divergence.step == training.steps
    assert str(divergence) == f"diverged at step {training.steps}: J is ∞"
    assert training.step() is False
    assert training.steps == divergence.step


def test_a_parameter_that_is_no_number_any_more_is_named():
    graph = graph_from_text("J = exp(w) + u^2", {"w": 709.0, "u": 1.0}, ["u", "w"])
    training = Training(graph, optimizer("momentum", 1e300))
    list(training.run(3))
    assert str(training.diverged) == "diverged at step 1: w is −∞"
    arrays = engine.Graph()
    arrays.op("sum", arrays.op("exp", arrays.parameter("W", [[0.0, 709.0]])), name="J")
    training = Training(arrays, optimizer("gd", 1e300))
    training.step()
    assert training.diverged.node == "W"


@pytest.mark.parametrize(
    ("x", "said"),
    [
        (1.0, "diverged at step 1: w is −∞, as the derivative by it was ∞"),
        (0.0, "diverged at step 1: w is NaN, as the derivative by it was NaN"),
    ],
)
@pytest.mark.parametrize("rule", ["gd", "momentum"])
def test_a_derivative_that_is_not_finite_is_told_as_what_ended_it(x, said, rule):
    graph = graph_from_text("s = sqrt(w); J = s*x", {"w": 0.0, "x": x})
    training = Training(graph, optimizer(rule, 1e-9))
    assert training.diverged is None  # all values are finite
    training.step()
    assert str(training.diverged) == said


def test_of_a_batch_the_mean_derivative_is_told():
    graph = graph_from_text("J = sqrt(w*x)", {"w": 1.0, "x": 1.0})
    training = Training(graph, optimizer("gd"), Table(("x",), ((0.0,), (1.0,))))
    training.step()
    assert str(training.diverged) == "diverged at step 1: w is NaN, as the derivative by it was NaN"


def test_a_parameter_that_is_infinite_from_the_start_was_moved_by_nothing():
    training = Training(graph_from_text("J = 1/w", {"w": math.inf}), optimizer("gd"))
    assert str(training.diverged) == "w is ∞ before the first step"


def test_what_is_no_number_from_the_start_is_said_before_the_first_step():
    graph = graph_from_text("J = log(w)", {"w": -1.0})
    training = Training(graph, optimizer("gd"))
    assert str(training.diverged) == "J is NaN before the first step"
    assert math.isnan(training.history[0])
    assert training.step() is False


def test_of_an_array_the_entry_that_is_no_number_is_told():
    graph = engine.Graph()
    graph.op("sum", graph.op("log", graph.parameter("w", [2.0, 0.0]), name="logs"), name="J")
    training = Training(graph, optimizer("gd"))
    assert str(training.diverged) == "logs is −∞ before the first step"


def test_a_row_whose_output_is_infinite_is_told_as_the_output():
    graph = graph_from_text("J = w*exp(x)", {"w": 1.0, "x": 0.0})
    training = Training(graph, optimizer("gd"), Table(("x",), ((1000.0,), (0.0,))))
    assert str(training.diverged) == "J is ∞ before the first step"


def test_nothing_to_train_is_said():
    graph = graph_from_text("J = x^2", {"x": 2.0}, [])
    with pytest.raises(
        engine.GraphError, match="J depends on no parameter, and only parameters are trained"
    ):
        Training(graph, optimizer("gd"))


@pytest.mark.parametrize("rate", [0.0, -1.0, math.nan, math.inf])
def test_a_rate_that_is_no_rate_is_refused(rate):
    with pytest.raises(engine.GraphError, match="the rate must be a positive number"):
        optimizer("gd", rate)


def test_an_unknown_optimizer_is_named():
    with pytest.raises(engine.GraphError) as caught:
        optimizer("adan")
    assert str(caught.value) == (
        "unknown optimizer 'adan'; did you mean 'adam'?; known: gd, momentum, adam"
    )


def test_xor_is_learned():
    from engine.network import Network

    graph = Network((2, 3, 1), activation="tanh", batch=4, seed=1).build()
    table = Table(("x[0]", "x[1]", "y[0]"), XOR.rows)
    training = Training(graph, optimizer("adam", 0.05), table)
    list(training.run(500))
    assert training.history[-1] < 0.01
