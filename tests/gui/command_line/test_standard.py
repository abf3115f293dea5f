"""`-` in place of a file's name: standard output for OUT, standard input for FILE."""

import io
import json
import sys

import pytest
from printed import UNIT

import engine
from engine.formats.chainrule_file import dumps, loads
from gui.app import main
from gui.command_line.main import run


@pytest.fixture
def printed(tmp_path, monkeypatch, capsysbinary):
    """Run a command in an empty folder; return its exit code, stdout's bytes and stderr's text."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, given: bytes = b"") -> tuple[int, bytes, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given)))
        code = main(list(arguments))
        said = capsysbinary.readouterr()
        assert not list(tmp_path.iterdir())
        return code, said.out, said.err.decode()

    return run


def test_a_new_graph_is_written_to_standard_output(printed):
    code, out, err = printed("new", "J = w*x", "w=2", "x=3", "-o", "-")
    assert (code, err) == (0, "")
    assert dumps(loads(out)) == out


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("dot", b"digraph"),
        ("numpy", b'"""'),
        ("svg", b"<?xml"),
        ("png", b"\x89PNG"),
        ("pdf", b"%PDF"),
        ("tikz", b"%"),
        ("html", b"<!DOCTYPE html>"),
    ],
)
def test_an_export_is_written_to_standard_output(printed, name, begins):
    code, out, err = printed("export", UNIT, "-o", "-", "--as", name)
    assert (code, err) == (0, "")
    assert out.startswith(begins)


def test_what_is_said_of_an_export_stands_on_stderr(printed):
    graph = printed("new", "--mlp", "9,9,9", "--form", "operations", "-o", "-")[1]
    code, out, err = printed("export", "-", "-o", "-", "--as", "pptx", given=graph)
    assert (code, out[:2]) == (0, b"PK")
    assert err.startswith("chainrule: -: ")


def test_a_trained_graph_goes_to_standard_output_and_the_tables_to_stderr(printed):
    code, out, err = printed("train", UNIT, "--steps", "3", "-o", "-")
    assert code == 0
    assert loads(out).value("w") != engine.load(UNIT).value("w")
    assert "parameter" in err
    assert "in 3 steps" in err


def test_a_graph_comes_from_standard_input(printed):
    graph = printed("new", "J = w*x", "w=2", "x=3", "-o", "-")[1]
    picture = printed("export", "-", "-o", "-", "--as", "png", given=graph)[1]
    for given in (graph, picture):
        code, out, _ = printed("evaluate", "-", "--json", given=given)
        assert (code, json.loads(out)["nodes"]["J"]["value"]) == (0, 6.0)


def test_a_table_comes_from_standard_input(printed):
    out = printed("train", UNIT, "--steps", "2", "--data", "-", "--json", given=b"x,y\n1,2\n2,3\n")[
        1
    ]
    assert len(json.loads(out)["history"]) == 3
    code, _, err = printed("train", UNIT, "--data", "-", given=b"q\n1\n")
    assert (code, err[:40]) == (2, "chainrule: -: column q: there is no inpu")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["train", "-", "--data", "-"], "-: only one of FILE and --data can be standard input"),
        (["train", UNIT, "--data", "-"], "-: the table is empty"),
        (["export", UNIT, "-o", "-"], "-: no suffix tells the format: add --as, such as --as png"),
        (["export", UNIT, "-o", "-", "--as", "png", "--steps"], "-: --steps writes several files"),
        (["export", UNIT, "-o", "-", "--as", "dot", "--scale", "3"], "-: --scale makes no diff"),
        (["export", UNIT, "-o", "-", "--as", "tikz", "--dpi", "3"], "-: --dpi makes no difference"),
        (["export", UNIT, "-o", "-", "--as", "png", "--train"], "-: --train is for a program"),
        (["export", UNIT, "-o", "x.svg", "--as", "png"], "x.svg: --as png writes a file that ends"),
        (["train", UNIT, "--json", "-o", "-"], "--json and -o - both write to standard output"),
        (["evaluate", "-"], "-: "),
    ],
)
def test_what_cannot_be_standard_is_said(printed, arguments, sentence):
    code, out, err = printed(*arguments)
    assert (code, out) == (2, b"")
    assert err.startswith(f"chainrule: {sentence}")


def test_the_name_of_a_picture_s_kind_may_stand_beside_its_suffix(tmp_path):
    for name, options in (("a.svg", []), ("b.svg", ["--as", "svg"])):
        assert run(["export", UNIT, "-o", str(tmp_path / name), *options]) == 0
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_closed_streams_are_said(monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["evaluate", "-"]) == 2
    assert "-: standard input is closed" in capsys.readouterr().err
    monkeypatch.setattr(sys, "stdout", None)
    assert run(["new", "J = w*x", "w=2", "x=3", "-o", "-"]) == 2
    assert "-: standard output is closed" in capsys.readouterr().err


def test_a_file_called_so_is_named_with_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert run(["new", "J = w*x", "w=2", "x=3", "-o", "./-"]) == 0
    assert run(["evaluate", "./-"]) == 0
