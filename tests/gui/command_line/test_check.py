"""`chainrule check`: backpropagation beside bumping."""

import json
import sys

import numpy as np
import pytest
from printed import UNIT, answer

import engine
from engine import ops
from engine.assignments import graph_from_text
from gui.command_line import check


def test_check_puts_both_derivatives_side_by_side(chainrule):
    code, out, err = chainrule("check", UNIT)
    assert (code, err) == (0, "")
    row = next(line for line in out.splitlines() if line.startswith("w "))
    *figures, error, verdict = row.split()
    assert (figures, verdict) == (["w", "-4", "-4", "2", "1.996002", "-3.998"], "agree")
    assert "relative error" in out
    assert float(error) < 1e-9
    assert "all 2 agree" in out
    found = answer(chainrule, "check", UNIT)
    assert found["agree"] is True
    assert found["output"] == "J"
    assert found["parameters"][0]["name"] == "w"
    assert found["parameters"][0]["index"] is None
    assert found["parameters"][0]["backprop"] == -4.0
    assert found["parameters"][0]["bump"] == pytest.approx(-4.0)


def test_check_fails_with_1_where_they_disagree(chainrule, monkeypatch):
    monkeypatch.setattr(
        ops.OPS["multiply"], "vjp", lambda _self, _m, g, _v, a, b: (2 * g * b, g * a)
    )
    code, out, _ = chainrule("check", UNIT)
    assert code == 1
    assert "1 of 2 disagree: w" in out
    code, out, _ = chainrule("check", UNIT, "--json")
    assert code == 1
    assert json.loads(out)["agree"] is False


def test_the_entries_that_disagree_are_named_below_the_table(chainrule, tmp_path, monkeypatch):
    monkeypatch.setattr(ops.OPS["square"], "vjp", lambda _self, _m, g, _v, x: (g * x,))
    graph = engine.Graph()
    square = graph.op("square", graph.parameter("W", [[1.0] * 9, [0.0] * 9]))
    graph.op("sum", square, name="J")
    engine.save(graph, tmp_path / "g.chainrule")
    code, out, _ = chainrule("check", str(tmp_path / "g.chainrule"))
    assert code == 1
    named = ", ".join(f"W[0, {k}]" for k in range(8))
    assert out.splitlines()[-1] == f"9 of 18 disagree: {named}, …"


def test_check_of_a_graph_without_parameters_says_so(chainrule, tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.input("x", 3.0), name="J")
    engine.save(graph, tmp_path / "g.chainrule")
    code, out, _ = chainrule("check", str(tmp_path / "g.chainrule"))
    assert code == 0
    assert "depends on no parameter" in out


@pytest.mark.parametrize(
    ("text", "said"),
    [("J = sum(w)", "w has no entries"), ("J = sum(v) + sum(w)", "v, w have no entries")],
)
def test_a_parameter_without_entries_is_no_missing_parameter(chainrule, tmp_path, text, said):
    path = str(tmp_path / "g.chainrule")
    empty = {name: np.zeros(0) for name in "vw" if f"({name})" in text}
    graph = graph_from_text(text, empty, parameters=tuple(empty))
    engine.save(graph, path)
    code, out, _ = chainrule("check", path)
    assert (code, out.splitlines()[-1]) == (0, f"{said}: there is nothing to check")


def test_the_last_line_counts_of_what_no_bump_tells(chainrule, tmp_path):
    path = str(tmp_path / "g.chainrule")
    leaves = {"w1": 0.0, "w2": 1.0, "w3": 0.0, "w4": 0.0, "w5": 0.0}
    text = "J = relu(w1) + w2^2 + abs(w3) + sqrt(w4) + sqrt(-w5^2)"
    engine.save(graph_from_text(text, leaves), path)
    code, out, _ = chainrule("check", path)
    counted = "2 at a kink, 1 at a border, 1 without a value on either side"
    assert (code, out.splitlines()[-1]) == (0, f"1 of 5 agree, {counted} (ε = 0.001)")
    engine.save(graph_from_text("J = log(w)", {"w": -1.0}), path)
    assert (
        chainrule("check", path)[1].splitlines()[-1]
        == "0 of 1 agree, 1 without a slope (ε = 0.001)"
    )
    engine.save(graph_from_text("J = 0^abs(b)", {"b": 0.0}), path)
    assert chainrule("check", path)[1].splitlines()[-1] == "0 of 1 agree, 1 at a jump (ε = 0.001)"
    engine.save(graph_from_text("J = w + b", {"w": 1.0, "b": 1e12}), path)
    assert "lost in rounding" in chainrule("check", path)[1].splitlines()[-1]


def test_a_bar_is_shown_where_somebody_watches(chainrule, monkeypatch):
    assert chainrule("check", UNIT)[2] == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    _, out, err = chainrule("check", UNIT)
    assert "0%|" in err
    assert "all 2 agree" in out


def test_what_is_interrupted_ends_in_one_line(chainrule, monkeypatch):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(check, "check", interrupt)
    assert chainrule("check", UNIT) == (130, "", "chainrule: interrupted\n")


def test_check_names_where_derivatives_cease_to_be_finite(chainrule, tmp_path):
    path = str(tmp_path / "root.chainrule")
    engine.save(graph_from_text("s = sqrt(w); J = s*x", {"w": 0.0, "x": 0.0}), path)
    code, out, _ = chainrule("check", path)
    assert code == 1  # J does not move, and its derivative is NaN
    said = ["", "derivatives become NaN or infinite at s", "", "1 of 1 disagree: w"]
    assert out.splitlines()[-4:] == said
    assert "DISAGREE: backprop is NaN, a bump finds a slope on one side" in out
    assert "infinite" not in chainrule("check", UNIT)[1]
