"""`chainrule train` as scripts use it."""

import json
import sys

import pytest
from printed import UNIT, answer

import engine
from engine.assignments import graph_from_text
from engine.network import Network
from engine.training import Table, Training
from resources import resource

XOR = "x[0],x[1],y[0]\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n"


@pytest.fixture
def xor(tmp_path):
    """Return a network's file and a table's."""
    network, table = tmp_path / "xor.chainrule", tmp_path / "xor.csv"
    engine.save(Network((2, 3, 1), activation="tanh", batch=4, seed=1).build(), network)
    table.write_text(XOR, encoding="utf-8")
    return str(network), str(table)


def test_one_step_is_the_lectures(chainrule):
    found = answer(chainrule, "train", UNIT, "--rate", "0.1", "--steps", "1")
    assert found["history"] == [2.0, pytest.approx(0.5)]
    assert found == {
        "optimizer": "gd",
        "rate": 0.1,
        "steps": 1,
        "history": found["history"],
        "parameters": {"w": pytest.approx(2.4), "b": pytest.approx(7.8)},
    }


@pytest.mark.parametrize("optimizer", ["gd", "momentum", "adam"])
def test_the_output_falls(chainrule, optimizer):
    found = answer(chainrule, "train", UNIT, "--optimizer", optimizer, "--steps", "300")
    assert len(found["history"]) == 301
    assert found["history"][-1] < 0.01


def test_it_prints_how_the_output_fell_and_what_became_of_the_parameters(chainrule):
    code, out, err = chainrule("train", UNIT, "--rate", "0.1", "--steps", "4")
    assert (code, err) == (0, "")
    assert [line.split() for line in out.splitlines()[:3]] == [
        ["step", "J"],
        ["0", "2"],
        ["1", "0.5"],
    ]
    assert "w               2   2.75\n" in out
    assert "J: 2 → 0.0078125 in 4 steps (gradient descent, rate 0.1)" in out
    assert "in 0 steps" in chainrule("train", UNIT, "--steps", "0")[1]


def test_xor_is_learned_from_a_table(chainrule, xor, tmp_path):
    network, table = xor
    out = str(tmp_path / "trained.chainrule")
    options = ("--optimizer", "adam", "--rate", "0.05", "--steps", "500")
    found = answer(chainrule, "train", network, "--data", table, *options, "-o", out)
    assert found["history"][-1] < 0.01
    assert answer(chainrule, "train", network, "--data", table, *options) == found
    trained = engine.load(out)
    for name, value in found["parameters"].items():
        assert trained.value(name).tolist() == value
    assert trained.value("x").tolist() == engine.load(network).value("x").tolist()


def test_the_graphs_own_table_is_taken(chainrule, xor):
    network, table = xor
    graph = engine.load(network)
    rows = tuple(tuple(map(float, line.split(","))) for line in XOR.splitlines()[1:])
    graph.network.graph["data"] = Table(("x[0]", "x[1]", "y[0]"), rows).tree()
    own = network.replace("xor.", "own.")
    engine.save(graph, own)
    expected = answer(chainrule, "train", network, "--data", table, "--steps", "5")
    assert answer(chainrule, "train", own, "--steps", "5") == expected
    assert answer(chainrule, "train", network, "--steps", "5") != expected


def test_rows_are_fed_one_by_one_in_the_order_of_a_seed(chainrule, tmp_path):
    table = tmp_path / "points.csv"
    table.write_text("x,y\n-2,2\n1,3\n3,1\n", encoding="utf-8")
    given = (UNIT, "--data", str(table), "--feed", "rows", "--steps", "7")
    histories = [
        answer(chainrule, "train", *given, "--seed", s)["history"] for s in ("1", "1", "2")
    ]
    assert histories[0] == histories[1] != histories[2]
    _, out, _ = chainrule("train", *given)
    assert "mean of J over the rows: " in out


def test_divergence_is_named_and_nothing_is_written(chainrule, tmp_path):
    out = tmp_path / "out.chainrule"
    code, printed, err = chainrule(
        *("train", UNIT, "--rate", "5", "--steps", "500", "-o", str(out), "--json")
    )
    assert code == 1
    assert json.loads(printed)["history"][-1] == "Infinity"
    assert err == (
        f"chainrule: {UNIT}: diverged at step 112: J is ∞; try a smaller --rate; "
        f"{out} is not written\n"
    )
    assert not out.exists()
    code, printed, err = chainrule("train", UNIT, "--rate", "5", "--steps", "500")
    assert code == 1
    assert "in 112 steps" in printed
    assert err.endswith("try a smaller --rate\n")


def test_by_a_derivative_that_is_not_finite_no_smaller_rate_is_advised(chainrule, tmp_path):
    path = str(tmp_path / "root.chainrule")
    engine.save(graph_from_text("J = sqrt(w)", {"w": 0.0}), path)
    code, _, err = chainrule("train", path)
    assert code == 1
    said = "diverged at step 1: w is −∞, as the derivative by it was ∞"
    assert err == f"chainrule: {path}: {said}\n"


def test_where_the_graph_cannot_be_written_nothing_is_trained(chainrule, tmp_path, monkeypatch):
    monkeypatch.setattr(Training, "step", None)  # a step would fail
    out = tmp_path / "none" / "out.chainrule"
    code, printed, err = chainrule("train", UNIT, "-o", str(out))
    assert (code, printed) == (2, "")
    assert err == f"chainrule: {out}: cannot be written: there is no such folder\n"
    code, _, err = chainrule("train", UNIT, "-o", str(tmp_path))
    assert (code, err) == (2, f"chainrule: {tmp_path}: cannot be written: it is a folder\n")
    assert not list(tmp_path.iterdir())


def test_what_is_nan_before_the_first_step_is_no_matter_of_the_rate(chainrule, tmp_path):
    graph = engine.Graph()
    graph.op("log", graph.parameter("w", -1.0), name="J")
    path = str(tmp_path / "g.chainrule")
    engine.save(graph, path)
    code, _, err = chainrule("train", path, "-o", str(tmp_path / "out"))
    assert code == 1
    sentence = f"J is NaN before the first step; {tmp_path / 'out'} is not written"
    assert err == f"chainrule: {path}: {sentence}\n"
    assert not (tmp_path / "out").exists()


def test_a_bar_is_shown_where_somebody_watches(chainrule, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, _, err = chainrule("train", UNIT, "--steps", "3")
    assert "steps/s" in err or "3/3" in err or "0/3" in err


FAILURES = [
    (["--steps", "-1"], "--steps -1: must lie between 0 and 10,000,000"),
    (["--steps", "x"], "--steps is a whole number, not 'x'"),
    (["--rate", "0"], "--rate 0: the rate must be a positive number, not 0"),
    (["--rate", "nan"], "--rate nan: the rate must be a positive number, not nan"),
    (
        ["--optimizer", "sgd"],
        "--optimizer is gd, momentum or adam, not 'sgd'; see 'chainrule train --help'",
    ),
    (["--seed", "-1"], "--seed -1: a seed is 0 or more"),
    (["--seed", "1"], "--seed is for a table: add --data CSV"),
    (["--seed", "1", "--data", "points.csv"], "--seed shuffles the rows that steps take in turn"),
    (["--feed", "rows"], "--feed is for a table: add --data CSV"),
    (["--data", "no.csv"], "no.csv: no such file or directory"),
    (["--data", "."], ".: it is a folder, not a file"),
    (["--data", "bad.csv"], "bad.csv: row 2, column y: 'two' is not a finite number"),
    (["--data", "q.csv"], "q.csv: column q: there is no input named 'q'"),
    (["--steps", "1", "-o", "no/out"], "no/out: cannot be written: there is no such folder"),
]


@pytest.mark.parametrize(("arguments", "sentence"), FAILURES, ids=[s for _, s in FAILURES])
def test_a_failure_is_one_line_and_exit_code_2(
    chainrule, tmp_path, monkeypatch, arguments, sentence
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.csv").write_text("x,y\n1,two", encoding="utf-8")
    (tmp_path / "q.csv").write_text("q\n1", encoding="utf-8")
    (tmp_path / "points.csv").write_text("x,y\n1,2", encoding="utf-8")
    code, out, err = chainrule("train", UNIT, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"chainrule: {sentence}")
    assert err.count("\n") == 1


def test_a_malformed_table_in_the_file_is_named_with_its_place(chainrule, tmp_path):
    graph = engine.load(UNIT)
    graph.network.graph["data"] = {"columns": ["x"], "rows": [["one"]]}
    path = str(tmp_path / "g.chainrule")
    engine.save(graph, path)
    code, _, err = chainrule("train", path)
    assert code == 2
    assert err == f"chainrule: {path}: graph.data.rows[0][0]: expected a number\n"


def test_a_graph_without_parameters_has_nothing_to_train(chainrule, tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.input("x", 3.0), name="J")
    path = str(tmp_path / "g.chainrule")
    engine.save(graph, path)
    assert chainrule("train", path)[2].endswith(
        "J depends on no parameter, and only parameters are trained\n"
    )


def test_a_seed_with_no_table_shuffles_nothing_also_where_the_file_feeds_rows(chainrule, tmp_path):
    path, table = tmp_path / "g.chainrule", tmp_path / "points.csv"
    graph = engine.load(UNIT)
    graph.network.graph["training"] = {"feed": "rows"}
    engine.save(graph, path)
    assert chainrule("train", str(path), "--seed", "1") == (
        2,
        "",
        "chainrule: --seed is for a table: add --data CSV\n",
    )
    table.write_text("x,y\n-2,2\n1,3\n", encoding="utf-8")
    assert chainrule("train", str(path), "--seed", "1", "--data", str(table))[0] == 0


def test_a_file_says_how_it_is_trained_and_options_say_otherwise(chainrule):
    lesson = str(resource("lessons/xor.chainrule"))
    kept = answer(chainrule, "train", lesson)
    assert (kept["optimizer"], kept["rate"], kept["steps"]) == ("adam", 0.05, 300)
    assert kept["history"][-1] < 0.01
    other = answer(chainrule, "train", lesson, "--optimizer", "gd", "--steps", "2")
    assert (other["optimizer"], other["rate"], other["steps"]) == ("gd", 0.01, 2)
    slower = answer(chainrule, "train", lesson, "--rate", "0.01", "--steps", "3")
    assert (slower["optimizer"], slower["rate"]) == ("adam", 0.01)


def test_a_malformed_choice_in_the_file_is_named_with_its_place(chainrule, tmp_path):
    graph = engine.load(UNIT)
    graph.network.graph["training"] = {"optimizer": "magic"}
    path = tmp_path / "odd.chainrule"
    engine.save(graph, path)
    code, out, err = chainrule("train", str(path))
    assert (code, out) == (2, "")
    assert err.startswith(f"chainrule: {path}: graph.training.optimizer: expected one of gd")
