"""`chainrule export` of programs and other texts: by suffix, by --as, and what it refuses."""

import json
import subprocess
import sys

import pytest

import engine
from gui.command_line.main import run
from resources import resource

UNIT = str(resource("examples/linear-unit.chainrule"))


@pytest.mark.parametrize("options", [[], ["--as", "numpy"], ["--as", "micrograd"]])
def test_an_exported_program_prints_the_derivatives(tmp_path, options):
    out = tmp_path / "unit.py"
    assert run(["export", UNIT, "-o", str(out), *options]) == 0
    done = subprocess.run([sys.executable, out], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == {
        "output": "J",
        "value": 2.0,
        "derivatives": {"w": -4.0, "b": 2.0},
    }


@pytest.mark.parametrize(
    ("out", "options", "sentence"),
    [
        ("out.py", ["--scale", "3"], "out.py: a PyTorch program has no --scale"),
        ("out.py", ["--no-legend"], "out.py: a PyTorch program has no --no-legend"),
        ("out.txt", ["--as", "numpy"], "out.txt: --as numpy writes a file that ends in .py"),
        ("out.py", ["--as", "fortran"], "argument --as: invalid choice: 'fortran'"),
        ("no/out.py", [], "no/out.py: cannot be written: there is no such folder"),
    ],
)
def test_what_a_program_cannot_be_is_said(tmp_path, monkeypatch, capsys, out, options, sentence):
    monkeypatch.chdir(tmp_path)
    assert run(["export", UNIT, "-o", out, *options]) == 2
    assert sentence in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_graph_that_is_no_program_is_said_with_its_file(tmp_path, capsys):
    graph = engine.Graph()
    graph.op("sum", graph.parameter("w", [1.0, 2.0]), name="J")
    path = str(tmp_path / "sum.chainrule")
    engine.save(graph, path)
    assert run(["export", path, "-o", str(tmp_path / "out.py"), "--as", "micrograd"]) == 2
    assert f"chainrule: {path}: w is an array" in capsys.readouterr().err
