"""The command line as scripts use it: what it prints, what it writes, how it fails."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

import engine
from engine import ops
from gui.app import main
from resources import resource

UNIT = str(resource("examples/linear-unit.chainrule"))
NETWORK = str(resource("examples/two-layer-network.chainrule"))


def answer(chainrule, *arguments):
    code, out, err = chainrule(*arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


# --- evaluate


def test_evaluate_gives_the_lectures_numbers_exactly(chainrule):
    found = answer(chainrule, "evaluate", UNIT)
    values = {name: node["value"] for name, node in found["nodes"].items()}
    derivatives = {name: node["derivative"] for name, node in found["nodes"].items()}
    assert values == {"w": 2, "x": -2, "c": -4, "b": 8, "a": 4, "y": 2, "d": 2, "J": 2}
    assert derivatives == {"w": -4, "x": 4, "c": 2, "b": 2, "a": 2, "y": -2, "d": 2, "J": 1}
    assert found["output"] == "J"
    assert found["counts"] == {"nodes": 4, "parameters": 2, "backprop_steps": 6, "bump_steps": 8}
    assert found["edges"][0] == {
        "source": "w",
        "target": "c",
        "key": 0,
        "value": 2.0,
        "derivative": -4.0,
    }


def test_evaluate_gives_the_two_layer_networks_numbers(chainrule):
    found = answer(chainrule, "evaluate", NETWORK)
    derivatives = {n: found["nodes"][n]["derivative"] for n in ("w1", "b1", "w2", "b2")}
    assert found["nodes"]["J"]["value"] == 2
    assert derivatives == {"w1": 6, "b1": 6, "w2": 4, "b2": 2}
    assert found["counts"] == {"nodes": 7, "parameters": 4, "backprop_steps": 11, "bump_steps": 28}


def test_evaluate_takes_other_values_and_another_output(chainrule):
    found = answer(chainrule, "evaluate", UNIT, "--set", "w=2.001")
    assert found["nodes"]["J"]["value"] == pytest.approx(1.996002, abs=1e-12)
    found = answer(chainrule, "evaluate", UNIT, "--set", "w=1", "--set", "x=3", "--output", "c")
    assert found["nodes"]["c"] == {"value": 3.0, "derivative": 1.0}
    assert found["nodes"]["w"]["derivative"] == 3.0
    assert found["nodes"]["J"]["derivative"] == 0.0


@pytest.mark.parametrize(("typed", "value"), [("½", 0.5), ("-½", -0.5), ("−¼", -0.25), ("−2", -2)])
def test_evaluate_takes_numbers_as_they_are_written_on_paper(chainrule, typed, value):
    found = answer(chainrule, "evaluate", UNIT, "--set", f"w={typed}")
    assert found["nodes"]["w"]["value"] == value


def test_evaluate_prints_tables_and_the_counts(chainrule):
    code, out, err = chainrule("evaluate", UNIT, "--set", "w=2.001")
    assert (code, err) == (0, "")
    assert out.splitlines()[0].split() == ["edge", "input", "value", "dJ/d(this)"]
    assert "w → c      0   2.001" in out
    assert "1.996002" in out
    assert "4 op nodes + 2 parameters = 6 steps" in out
    assert "4 × 2 = 8 steps" in out


def test_evaluate_writes_non_finite_numbers_as_words(chainrule):
    found = answer(chainrule, "evaluate", UNIT, "--set", "b=inf", "--set", "w=nan")
    assert found["nodes"]["b"]["value"] == "Infinity"
    assert found["nodes"]["c"]["value"] == "NaN"
    code, out, _ = chainrule("evaluate", UNIT, "--set", "b=-inf")
    assert code == 0
    assert "-Infinity" in out
    assert "NaN or infinity starts at b" in out


def test_evaluate_takes_arrays(chainrule, tmp_path):
    graph = engine.Graph()
    w, x = graph.parameter("w", 2.0), graph.input("x", 1.0)
    graph.op("mean", graph.op("multiply", w, x), name="J")
    engine.save(graph, tmp_path / "g.chainrule")
    found = answer(chainrule, "evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1, 2, 6]")
    assert found["nodes"]["w"]["derivative"] == 3.0
    assert found["nodes"]["x"]["value"] == [1.0, 2.0, 6.0]
    _, out, _ = chainrule("evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1,2,3,4,5,6,7,8]")
    assert "8 array" in out
    assert "[1, 2]" in chainrule("evaluate", str(tmp_path / "g.chainrule"), "--set", "x=[1, 2]")[1]


# --- check


def test_check_puts_both_derivatives_side_by_side(chainrule):
    code, out, err = chainrule("check", UNIT)
    assert (code, err) == (0, "")
    row = next(line for line in out.splitlines() if line.startswith("w "))
    assert row.split() == ["w", "-4", "-4", "2", "1.996002", "-3.998", "agree"]
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


def test_check_of_a_graph_without_parameters_says_so(chainrule, tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.input("x", 3.0), name="J")
    engine.save(graph, tmp_path / "g.chainrule")
    code, out, _ = chainrule("check", str(tmp_path / "g.chainrule"))
    assert code == 0
    assert "depends on no parameter" in out


# --- new and export


def test_new_writes_a_graph_that_is_laid_out(chainrule, tmp_path):
    out = tmp_path / "unit.chainrule"
    done = chainrule(
        *("new", "J = 1/2*(w*x+b-y)^2", "w=2", "x=-2", "b=8", "y=2", "-o", str(out)),
        *("--title", "A unit"),
    )
    assert done == (0, "", "")
    graph = engine.load(out)
    assert graph.title == "A unit"
    assert all("position" in graph.attributes(name) for name in graph.nodes())
    assert answer(chainrule, "evaluate", str(out))["nodes"]["w"]["derivative"] == -4.0


def test_new_of_several_assignments_with_chosen_parameters(chainrule, tmp_path):
    out = str(tmp_path / "g.chainrule")
    code, _, err = chainrule(
        *("new", "c = w*x; J = c^2/2", "w=2", "x=[1, 2]", "--parameters", "x", "-o", out)
    )
    assert (code, err) == (0, "")
    graph = engine.load(out)
    assert graph.op_of("x") == "parameter"
    assert graph.op_of("w") == "input"
    assert graph.nodes() == ["w", "x", "c", "J"]


@pytest.mark.parametrize("name", ["linear-unit", "two-layer-network"])
def test_export_draws_any_size_theme_and_page(chainrule, tmp_path, name):
    path = str(resource(f"examples/{name}.chainrule"))
    sizes = []
    for options in ([], ["--scale", "1"], ["--size", "4:3", "--theme", "dark", "--transparent"]):
        out = tmp_path / "out.png"
        assert chainrule("export", path, "-o", str(out), *options) == (0, "", "")
        with Image.open(out) as image:
            sizes.append(image.size)
            clear = image.convert("RGBA").getpixel((0, 0))[3] == 0
        assert clear is ("--transparent" in options)
    assert sizes[0][0] == pytest.approx(2 * sizes[1][0], abs=2)
    if name == "two-layer-network":
        assert sizes[2][0] < sizes[0][0]


# --- failing


FAILURES = [
    (["evaluate"], "FILE is missing; see 'chainrule evaluate --help'"),
    (["evaluate", UNIT, "--frobnicate"], "there is no option --frobnicate"),
    (["evaluate", UNIT, "--jsn"], "there is no option --jsn; did you mean '--json'?\n"),
    (["evaluate", UNIT, "--json=3"], "--json takes no value; see"),
    (["evaluate", UNIT, "w=3"], "'w=3' is one argument too many; see"),
    (["train", UNIT, "--s", "3"], "--s may be --steps or --seed; see 'chainrule train --help'"),
    (["train", UNIT, "--rate"], "nothing follows --rate; see"),
    (["export"], "FILE and -o are missing; see 'chainrule export --help'"),
    (["new", "J=w", "-o", "out", "--expand", "--no-expand"], "--no-expand and --expand exclude"),
    (["new", "J : = w", "w=1", "-o", "out"], "'J :' cannot be a name: a letter, then letters,"),
    (["new", "= w", "w=1", "-o", "out"], "a name is missing before '='"),
    (["evaluate", UNIT, "--set", "w", "=", "3"], "write w=3 without blanks; see"),
    (["evaluate", f"{UNIT}e"], f"{UNIT}e: no such file or directory; did you mean 'linear-unit."),
    (
        ["new", "J", "=", "w*x", "w=1", "-o", "out"],
        "write TEXT in quotes, such as 'J = (w*x+b-y)^2/2'",
    ),
    (["export", UNIT, "-o", "out"], "out: no suffix tells the format; known: .png"),
    (["help"], "help is no command and no file; see 'chainrule --help'"),
    (["evaluate", UNIT, "--set", "w"], "'w' is not NAME=VALUE"),
    (["evaluate", UNIT, "--set", "w=two"], "w: 'two' is not a number"),
    (["evaluate", UNIT, "--set", "w=2,5"], "w: '2,5' is not a number; write 2.5"),
    (["evaluate", UNIT, "--set", "w=[1, [2]]"], "w[1]: lists and numbers are mixed"),
    (["evaluate", UNIT, "--set", "w=[1,"], "w: '[1,' is not a list of numbers"),
    (["evaluate", UNIT, "--set", "w=1", "--set", "w=2"], "w is given two values"),
    (["evaluate", UNIT, "--set", "W=1"], f"{UNIT}: there is no node named 'W'"),
    (["evaluate", UNIT, "--set", "c=1"], f"{UNIT}: c computes its value"),
    (["evaluate", UNIT, "--output", "q"], f"{UNIT}: there is no node named 'q'"),
    (["evaluate", "no.chainrule"], "no.chainrule: no such file or directory"),
    (["evaluate", "."], ".: it is a folder, not a file"),
    (["check", UNIT, "--epsilon", "0"], f"{UNIT}: epsilon must be a positive number, not 0"),
    (["check", UNIT, "--epsilon", "nan"], f"{UNIT}: epsilon must be a positive number"),
    (["check", UNIT, "--epsilon", "x"], "--epsilon: 'x' is not a number"),
    (["train", UNIT, "--rate", "0,1"], "--rate: '0,1' is not a number; write 0.1"),
    (["new", "J = w*", "w=1", "-o", "out"], "expected a number, a name or '('"),
    (["new", "J = w*x", "w=1", "-o", "out"], "x has no value: add x=NUMBER"),
    (["new", "J = w", "w=1"], "-o is missing"),
    (["new", "J = w*w", "w=1", "-o", "no/such/folder"], "no/such/folder: "),
    (
        ["new", "J = w", "w=1", "-o", "out.png"],
        "out.png: a graph is saved as .chainrule; to have it",
    ),
    (
        ["train", UNIT, "-o", "out.py"],
        "out.py: a graph is saved as .chainrule; to have it as .py",
    ),
    (["export", UNIT, "-o", "out.bmp"], "out.bmp: no format has the suffix '.bmp'; known: .png"),
    (["export", UNIT, "-o", "no/out.png"], "no/out.png: "),
    (["export", UNIT, "-o", "out.png", "--scale", "0"], "out.png: the scale must lie between"),
    (["export", UNIT, "-o", "out.png", "--scale", "50"], "out.png: the picture would have"),
    (
        ["export", UNIT, "-o", "out.png", "--theme", "sepia"],
        "--theme is light or dark, not 'sepia'",
    ),
    (["export", UNIT, "-o", "out.png", "--size", "wide"], "out.png: --size 'wide' is not a shape"),
    (["export", UNIT, "-o", "out.png", "--size", "16:0"], "out.png: --size '16:0' is not a shape"),
    (["--nonsense"], "there is no option --nonsense"),
]


@pytest.mark.parametrize(("arguments", "sentence"), FAILURES, ids=[s[-40:] for _, s in FAILURES])
def test_a_failure_is_one_line_and_exit_code_2(
    chainrule, tmp_path, monkeypatch, arguments, sentence
):
    monkeypatch.chdir(tmp_path)
    code, out, err = chainrule(*arguments)
    assert code == 2
    assert out == ""
    assert err.startswith(f"chainrule: {sentence}")
    assert err.count("\n") == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["evaluate", "check"])
def test_an_unusable_file_is_named_with_its_place(chainrule, tmp_path, command):
    path = tmp_path / "g.chainrule"
    text = Path(UNIT).read_text(encoding="utf-8")
    for broken, sentence in (
        (text.replace('"multiply"', '"mutliply"'), "nodes[2]: unknown op 'mutliply'; did you"),
        (text.replace('"source": "w"', '"source": "J"'), "edges["),
        (
            text.replace('{"source": "w", "target": "c", "key": 0},', ""),
            "c (multiply): its first input has",
        ),
        (text[:200], "damaged or cut off at line"),
    ):
        path.write_text(broken, encoding="utf-8")
        code, out, err = chainrule(command, str(path))
        assert (code, out) == (2, "")
        assert err.startswith(f"chainrule: {path}: {sentence}")
        assert err.count("\n") == 1


def test_several_ends_and_none_named_are_listed(chainrule, tmp_path):
    graph = engine.Graph()
    graph.op("square", graph.input("x", 3.0), name="a")
    graph.op("exp", "x", name="b")
    engine.save(graph, tmp_path / "g.chainrule")
    code, _, err = chainrule("evaluate", str(tmp_path / "g.chainrule"))
    assert code == 2
    assert "2 nodes lead nowhere: a, b" in err
    assert answer(chainrule, "evaluate", str(tmp_path / "g.chainrule"), "--output", "b")


def test_without_a_display_the_editor_says_so(chainrule, monkeypatch):
    for key in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(key, raising=False)
    code, _, err = chainrule(UNIT)
    assert code == 2
    assert "there is no display" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("command", [[], ["evaluate"], ["check"], ["new"], ["export"], ["train"]])
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([*command, "--help"])
    assert stopped.value.code == 0
    assert "usage: chainrule" in capsys.readouterr().out


def test_the_program_itself_runs_and_a_reader_may_leave_early():
    chainrule = [sys.executable, "-m", "gui"]
    version = subprocess.run([*chainrule, "--version"], capture_output=True, text=True, check=True)
    assert version.stdout.startswith("chainrule ")
    script = " ".join([*chainrule, "evaluate", UNIT, "| true; echo ${PIPESTATUS[0]}"])
    piped = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    assert piped.stdout.strip() in ("0", "141")
    failed = subprocess.run([*chainrule, "check", "no"], capture_output=True, text=True)
    assert failed.returncode == 2
    assert failed.stderr == "chainrule: no: no such file or directory\n"


@pytest.mark.parametrize(
    ("command", "redirected", "said"),
    [
        ("evaluate", "> /dev/full", "chainrule: the output cannot be written: no space left"),
        ("check", ">&-", ""),
        ("train --steps 1", "> /dev/null 2>&-", ""),
    ],
)
def test_an_output_that_is_full_or_closed_is_no_crash(command, redirected, said):
    chainrule = f"{sys.executable} -m gui {command} {UNIT} {redirected}"
    done = subprocess.run(["bash", "-c", chainrule], capture_output=True, text=True)
    assert done.returncode == (2 if said else 0)
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == (1 if said else 0)


def test_threads_that_multiply_are_told_to_sleep_before_there_are_any():
    code = f"""
import os, sys
class Told:
    def find_spec(name, path=None, target=None):
        if name == "numpy":
            print("cycles:", os.environ.get("OPENBLAS_THREAD_TIMEOUT"))
sys.meta_path.insert(0, Told)
from gui.app import main
main(["evaluate", {UNIT!r}])
"""
    unset = {k: v for k, v in os.environ.items() if k != "OPENBLAS_THREAD_TIMEOUT"}
    for environment, cycles in ((unset, "16"), ({**unset, "OPENBLAS_THREAD_TIMEOUT": "20"}, "20")):
        command = [sys.executable, "-c", code]
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.startswith(f"cycles: {cycles}\n")


def test_an_encoding_without_arrows_shows_numbers_all_the_same(tmp_path):
    graph = engine.Graph()
    graph.op("exp", graph.parameter("wé", 0.0), name="J")
    engine.save(graph, tmp_path / "graph.chainrule")
    tables = [sys.executable, "-m", "gui", "evaluate", str(tmp_path / "graph.chainrule")]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(tables, capture_output=True, check=True, env=environment)
    assert "wé \\u2192 J" in done.stdout.decode("cp1252")
    done = subprocess.run([*tables, "--json"], capture_output=True, check=True, env=environment)
    assert json.loads(done.stdout)["nodes"]["wé"]["value"] == 0.0


# --- new --mlp


@pytest.mark.parametrize("form", ["arrays", "neurons", "operations"])
def test_new_writes_a_network(chainrule, tmp_path, form):
    path = tmp_path / "network.chainrule"
    options = ["--mlp", "3,4,1", "--activation", "tanh", "--form", form, "--seed", "3"]
    assert chainrule("new", *options, "-o", str(path)) == (0, "", "")
    graph = engine.load(path)
    assert graph.title == "Network 3–4–1, 21 parameters"
    assert all("position" in graph.attributes(name) for name in graph.nodes())
    code, _, _ = chainrule("check", str(path))
    assert code == 0
    again = tmp_path / "again.chainrule"
    chainrule("new", *options, "-o", str(again))
    assert again.read_bytes() == path.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mlp", "3,x"], "'x' is no size of a layer"),
        (["--mlp", "3,1", "--seed", "-1"], "--seed -1: a seed is 0 or more"),
        (["--mlp", "3,1", "--batch", "0"], "a batch has at least one example"),
        (["J = w", "--mlp", "3,1"], "--mlp makes the whole graph: 'J = w' has no place in it"),
        ([], "write TEXT, such as 'J = (w*x+b-y)^2/2', or --mlp SIZES"),
    ],
)
def test_new_says_what_is_wrong_with_a_network(chainrule, tmp_path, arguments, said):
    path = tmp_path / "network.chainrule"
    code, out, err = chainrule("new", *arguments, "-o", str(path))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert not path.exists()
