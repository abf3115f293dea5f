"""`chainrule new` of graphs from elsewhere."""

import json
from pathlib import Path

import networkx as nx
import pytest
import traced_models

import engine
from gui.command_line.main import run
from resources import resource

MODEL = "traced_models"


def test_a_pytorch_function_becomes_a_file(tmp_path):
    out = tmp_path / "unit.chainrule"
    assert Path(traced_models.__file__).stem == MODEL
    assert run(["new", "--from-torch", f"{MODEL}:unit", "w=2", "x=-2", "-o", str(out)]) == 0
    program = engine.compile(engine.load(out))
    program.forward()
    program.backward()
    assert (program.value("J"), program.derivative("w")) == (2.0, -4.0)


def test_node_link_json_becomes_a_file(tmp_path):
    theirs = tmp_path / "theirs.json"
    graph = nx.DiGraph([("a", "J"), ("b", "J")])
    theirs.write_text(json.dumps(nx.node_link_data(graph, edges="edges")))
    out = tmp_path / "graph.chainrule"
    assert run(["new", "--from", str(theirs), "--title", "Theirs", "-o", str(out)]) == 0
    assert engine.load(out).op_of("J") == "add"
    assert engine.load(out).title == "Theirs"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--from", "none.json"], "none.json: no such file"),
        (["--from", "model.txt"], "model.txt: --from reads .json"),
        (["--from", "bad.json"], "bad.json: expected an object with nodes"),
        (["--from", "bad.json", "w=2"], "bad.json has its values itself: 'w=2' has no place"),
        (["--from-torch", "model"], "model: 'model' is not MODULE:NAME"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path, monkeypatch, capsys, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad.json").write_text("[]")
    assert run(["new", *arguments, "-o", "out.chainrule"]) == 2
    assert sentence in capsys.readouterr().err


def test_an_onnx_model_goes_out_and_comes_in(tmp_path):
    unit = str(resource("examples/linear-unit.chainrule"))
    model, out = tmp_path / "unit.onnx", tmp_path / "unit.chainrule"
    assert run(["export", unit, "-o", str(model)]) == 0
    assert run(["new", "--from", str(model), "x=-2", "y=2", "-o", str(out)]) == 0
    program = engine.compile(engine.load(out))
    program.forward()
    program.backward()
    assert (program.value("J"), program.derivative("w")) == (2.0, -4.0)
