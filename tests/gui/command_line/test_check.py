"""`chainrule check`: backpropagation beside bumping."""

import json

import pytest
from printed import UNIT, answer

import engine
from engine import ops


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
