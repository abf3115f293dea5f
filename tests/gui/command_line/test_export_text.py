"""`chainrule export` of programs and other texts: by suffix, by --as, and what it refuses."""

import errno
import json
import os
import subprocess
import sys

import pytest
from printed import UNIT

import engine
from engine.formats.text import ONNX, TEXTS
from gui.command_line.main import run
from gui.exports.export import FORMATS
from resources import resource


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
        ("out.py", ["--scale", "3"], "out.py: --scale makes no difference to a .py file"),
        ("out.py", ["--no-legend"], "out.py: --no-legend makes no difference to a .py file"),
        ("out.txt", ["--as", "numpy"], "out.txt: --as numpy writes a file that ends in .py"),
        ("out.py", ["--as", "fortran"], "--as is "),
        ("out.png", ["--train", "3"], "out.png: --train is for a program: a file that ends in .py"),
        ("out.tex", ["--data", "t.csv"], "out.tex: --data is for a program: a file that ends"),
        ("out.dot", ["--train"], "out.dot: --train is for a program: a file that ends in .py"),
        ("out.onnx", ["--train"], "out.onnx: --train is for a program: a file that ends in .py"),
        ("numpy.py", ["--as", "numpy"], "numpy.py: the program needs numpy and would find"),
        ("torch.py", ["--train"], "torch.py: the program needs torch and would find itself"),
        ("no/out.py", [], "no/out.py: cannot be written: there is no such folder"),
    ],
)
def test_what_a_program_cannot_be_is_said(tmp_path, monkeypatch, capsys, out, options, sentence):
    monkeypatch.chdir(tmp_path)
    assert run(["export", UNIT, "-o", out, *options]) == 2
    assert sentence in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_an_onnx_model_is_chosen_by_suffix_or_by_name(tmp_path):
    for name, options in (("a.onnx", []), ("b.onnx", ["--as", "onnx"])):
        assert run(["export", UNIT, "-o", str(tmp_path / name), *options]) == 0
    assert (tmp_path / "a.onnx").read_bytes() == (tmp_path / "b.onnx").read_bytes()


FILES = [f"unit{suffix}" for suffix in FORMATS] + [
    f"unit{suffix} --as {text.name}" for text in (*TEXTS.values(), ONNX) for suffix in text.suffixes
]
STEPS = [f"unit{suffix} --steps" for suffix, kind in FORMATS.items() if "steps" in kind.uses]


@pytest.mark.parametrize("asked", [*FILES, *STEPS, "train.py --train 3"])
def test_on_a_full_disk_each_file_is_a_sentence_and_what_was_there_stays(
    asked, tmp_path, monkeypatch, capsys
):
    out, *options = asked.split()
    stem, _, suffix = out.rpartition(".")
    olds = [tmp_path / out, *(tmp_path / f"{stem}-{k:02}.{suffix}" for k in range(1, 14))]
    for old in olds:
        old.write_bytes(b"old")

    def full(*_: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    assert run(["export", UNIT, "-o", str(tmp_path / out), *options]) == 2
    monkeypatch.undo()
    said = capsys.readouterr().err
    assert said.startswith("chainrule: ")
    assert "the disk is full" in said
    assert said.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == sorted(olds)
    assert {old.read_bytes() for old in olds} == {b"old"}


def test_a_lesson_that_is_malformed_is_said_with_the_file_it_is_in(tmp_path, capsys):
    graph = engine.load(UNIT)
    graph.network.graph["lesson"] = {"texts": [{"pass": "sideways", "say": "?"}]}
    path = str(tmp_path / "lesson.chainrule")
    engine.save(graph, path)
    assert run(["export", path, "-o", str(tmp_path / "out.svg"), "--steps"]) == 2
    said = capsys.readouterr().err
    assert f"chainrule: {path}: graph.lesson.texts[0].pass: expected given" in said


def test_a_graph_that_is_no_program_is_said_with_its_file(tmp_path, capsys):
    graph = engine.Graph()
    graph.op("sum", graph.parameter("w", [1.0, 2.0]), name="J")
    path = str(tmp_path / "sum.chainrule")
    engine.save(graph, path)
    assert run(["export", path, "-o", str(tmp_path / "out.py"), "--as", "micrograd"]) == 2
    assert f"chainrule: {path}: w is an array" in capsys.readouterr().err


def test_a_program_that_trains_takes_what_train_takes(tmp_path):
    table = tmp_path / "data.csv"
    table.write_text("x,y\n1,2\n3,4\n")
    out = tmp_path / "unit.py"
    how = ["--train", "7", "--optimizer", "adam", "--rate", "0.5", "--data", str(table)]
    assert run(["export", UNIT, "-o", str(out), *how]) == 0
    program = out.read_text()
    assert "RATE, STEPS = 0.5, 7" in program
    assert "torch.optim.Adam" in program
    assert "x = torch.tensor([1.0, 3.0])[rank::world]" in program
    assert run(["export", UNIT, "-o", str(out), "--train"]) == 0
    assert "RATE, STEPS = 0.01, 100" in out.read_text()


def test_a_program_trains_as_its_file_says(tmp_path):
    out, xor = tmp_path / "xor.py", str(resource("lessons/xor.chainrule"))
    assert run(["export", xor, "-o", str(out), "--train"]) == 0
    assert "RATE, STEPS = 0.05, 300" in out.read_text()
    assert "torch.optim.Adam" in out.read_text()
    assert run(["export", xor, "-o", str(out), "--train", "9", "--optimizer", "gd"]) == 0
    assert "RATE, STEPS = 0.01, 9" in out.read_text()
    assert "torch.optim.SGD" in out.read_text()


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--rate", "1"], "--rate is for a program that trains: add --train"),
        (["--train", "-1"], "--train -1: the steps are 0 or more"),
        (["--train", "--rate", "0"], "the rate must be a positive number"),
        (["--train", "--data", "none.csv"], "none.csv: no such file"),
    ],
)
def test_what_training_cannot_be_is_said(tmp_path, monkeypatch, capsys, options, sentence):
    monkeypatch.chdir(tmp_path)
    assert run(["export", UNIT, "-o", "out.py", *options]) == 2
    assert sentence in capsys.readouterr().err
