"""The programs that train give the history of `chainrule train`; PyTorch's on two processes."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import run_programs
from examples import example

import engine
from engine.formats.code.jax_training import jax_training
from engine.formats.code.micrograd_training import micrograd_training
from engine.formats.code.numpy_training import numpy_training
from engine.formats.code.pytorch_training import pytorch_training
from engine.training import Choice, Feed, Table, Training, optimizer

STEPS = 12
TORCHRUN = [sys.executable, "-m", "torch.distributed.run", "--nproc-per-node", "2"]
Case = tuple[engine.Graph, Choice, Table | None, str]


def unit() -> engine.Graph:
    return example("linear-unit")


def batch(last: str) -> engine.Graph:
    """Return a layer that takes all rows at once; `last` makes a number of their errors."""
    graph = engine.Graph()
    x, y = graph.input("x", np.ones((1, 2))), graph.input("y", np.ones((1, 1)))
    w, b = graph.parameter("W", np.array([[0.3], [-0.2]])), graph.parameter("b", 0.1)
    z = graph.op("add", graph.op("matmul", x, w), b)
    error = graph.op("squared_error", graph.op("tanh", z), y)
    graph.op(last, graph.op("mean", error) if last == "sqrt" else error, name="J")
    return graph


def tables() -> tuple[Table, Table]:
    numbers = Table(("x", "y"), ((1.0, 2.0), (2.0, 3.5), (-1.0, 0.5), (0.5, 1.0), (3.0, 7.0)))
    rows = ((0.0, 0.0, 0.1), (0.0, 1.0, 0.8), (1.0, 0.0, 0.9))
    return numbers, Table(("x[0]", "x[1]", "y"), rows)


def cases() -> list[Case]:
    numbers, vectors = tables()
    unused = unit()
    unused.input("u", 1.0)
    unused.parameter("v", 1.0)  # is not trained, so it is not told
    return [
        (unit(), Choice("gd", 0.05, STEPS), numbers, "[rank::world]"),
        (unit(), Choice("adam", 0.1, STEPS), None, "share = 1.0"),
        (batch("mean"), Choice("momentum", 0.1, STEPS), vectors, "share = len(x) * world / 3"),
        (batch("sum"), Choice("gd", 0.1, STEPS), vectors, "share = world"),
        (batch("sqrt"), Choice("gd", 0.1, STEPS), vectors, "Every process computes all rows"),
        (unit(), Choice("gd", 0.02, STEPS, Feed.ROWS), numbers, "order = [step % 5 for"),
        (batch("mean"), Choice("adam", 0.1, STEPS, Feed.ROWS, 7), vectors, "default_rng(7)"),
        (unused, Choice("gd", 0.05, STEPS), Table(("u",), ((1.0,), (2.0,))), "share = 1.0"),
    ]


def agree(case: Case, printed: str) -> None:
    graph, choice, table, _ = case
    rule = optimizer(choice.optimizer, choice.rate)
    training = Training(graph, rule, table, choice.feed, seed=choice.seed)
    list(training.run(choice.steps))
    theirs = json.loads(printed)
    assert (theirs["optimizer"], theirs["rate"], theirs["steps"]) == (
        choice.optimizer, choice.rate, choice.steps,
    )  # fmt: skip
    assert np.allclose(theirs["history"], training.history, rtol=1e-9, atol=1e-12)
    values = training.values()
    assert theirs["parameters"].keys() == set(training.parameters)
    for name in training.parameters:
        assert np.allclose(theirs["parameters"][name], values[name], rtol=1e-9, atol=1e-12)


def test_two_processes_under_torchrun_give_our_history(tmp_path):
    programs = [pytorch_training(*asked) for *asked, _ in cases()]
    for program, (*_, part) in zip(programs, cases(), strict=True):
        assert part in program
    file = tmp_path / "programs.json"
    file.write_text(json.dumps(programs))
    script = str(Path(run_programs.__file__).with_name("run_under_torchrun.py"))
    done = subprocess.run(
        [*TORCHRUN, script, str(file)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    for case, printed in zip(cases(), json.loads(done.stdout), strict=True):
        agree(case, printed)


def run(programs: list[str]) -> list[str]:
    done = subprocess.run(
        [sys.executable, run_programs.__file__],
        input=json.dumps(programs), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def classes() -> Case:
    """Return a classifier whose classes come from the table, and a parameter that takes its name.

    Its names are those that the programs use themselves.
    """
    graph = engine.Graph()
    x, label = graph.input("rows", np.ones((1, 2))), graph.input("value", 0.0)
    weights = graph.parameter("weights", np.array([[0.3, -0.2, 0.1], [0.2, 0.4, -0.6]]))
    bias = graph.parameter("history", np.array([0.1, 0.0, -0.1]))
    z = graph.op("add", graph.op("matmul", x, weights), bias, name="g")
    graph.op("mean", graph.op("cross_entropy", z, label), name="step")
    rows = ((0.0, 1.0, 2.0), (1.0, 0.5, 0.0), (-1.0, 0.3, 1.0))
    return graph, Choice("adam", 0.1, STEPS), Table(("rows[0]", "rows[1]", "value"), rows), ""


@pytest.mark.parametrize("writer", [pytorch_training, numpy_training, jax_training])
def test_one_process_gives_our_history(writer):
    chosen = [*cases(), classes()]
    programs = [writer(*asked) for *asked, _ in chosen]
    for case, printed in zip(chosen, run(programs), strict=True):
        agree(case, printed)


def test_plain_python_gives_our_history():
    numbers, _ = tables()
    shuffled = unit(), Choice("adam", 0.05, STEPS, Feed.ROWS, 3), numbers, ""
    chosen = [case for case in cases() if "W" not in case[0]] + [shuffled]
    programs = [micrograd_training(*asked) for *asked, _ in chosen]
    for program in programs:
        assert "numpy" not in program
    for case, printed in zip(chosen, run(programs), strict=True):
        agree(case, printed)


def test_plain_python_looks_at_the_rows_and_not_at_what_the_inputs_hold_meanwhile():
    graph = engine.Graph()
    log = graph.op("log", graph.input("x", 0.0))
    graph.op("squared_error", graph.op("multiply", graph.parameter("w", 1.0), log), log, name="J")
    rows = Table(("x",), ((2.0,), (3.0,)))
    case = (graph, Choice("gd", 0.1, 2, Feed.ROWS), rows, "")
    agree(case, run([micrograd_training(*case[:3])])[0])


def test_plain_python_refuses_arrays_and_long_shuffles():
    numbers, vectors = tables()
    with pytest.raises(engine.GraphError, match="choose numpy instead"):
        micrograd_training(batch("mean"), Choice(), vectors)
    with pytest.raises(engine.GraphError, match="10,000 steps at most; choose numpy instead"):
        micrograd_training(unit(), Choice("gd", 0.01, 20_000, Feed.ROWS, 1), numbers)
    assert "order = [step % 5" in micrograd_training(
        unit(), Choice("gd", 0.01, 20_000, Feed.ROWS), numbers
    )


def test_a_graph_that_holds_all_its_rows_is_not_divided():
    graph = batch("mean")
    graph.network.nodes["b"]["value"] = np.array([[0.1], [0.2], [0.3]])
    program = pytorch_training(graph, Choice(), tables()[1])
    assert "Every process computes all rows" in program


def test_a_single_row_is_a_mean_of_one():
    table = Table(("x[0]", "x[1]", "y"), ((0.0, 1.0, 0.5),))
    assert "world / 1" in pytorch_training(batch("mean"), Choice(), table)


def test_where_nothing_can_be_trained_a_sentence_says_so():
    graph = engine.Graph()
    logits = graph.input("z", [1.0, 2.0])
    graph.op("cross_entropy", logits, graph.parameter("class", 1.0), name="J")
    with pytest.raises(engine.GraphError, match="J changes with no parameter"):
        pytorch_training(graph, Choice())
