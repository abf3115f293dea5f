"""The command line as a whole: how it fails, what it says of itself, where its output goes."""

import gc
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from printed import UNIT, answer

import engine
from engine.formats.elsewhere import EXPORTED
from gui.app import main
from gui.command_line import export
from resources import resource


@pytest.mark.parametrize("name", ["linear-unit", "two-layer-network"])
def test_export_draws_any_size_theme_and_page(chainrule, tmp_path, name):
    path = str(resource(f"examples/{name}.chainrule"))
    sizes = []
    for options in ([], ["--scale", "1"], ["--size", "1:1", "--theme", "dark", "--transparent"]):
        out = tmp_path / "out.png"
        assert chainrule("export", path, "-o", str(out), *options) == (0, "", "")
        with Image.open(out) as image:
            sizes.append(image.size)
            clear = image.convert("RGBA").getpixel((0, 0))[3] == 0
        assert clear is ("--transparent" in options)
    assert sizes[0][0] == pytest.approx(2 * sizes[1][0], abs=2)
    if name == "two-layer-network":
        assert sizes[2][0] < sizes[0][0]


FAILURES = [
    (["evaluate"], "FILE is missing; see 'chainrule evaluate --help'"),
    (["evaluate", UNIT, "--frobnicate"], "there is no option --frobnicate"),
    (["evaluate", UNIT, "--jsn"], "there is no option --jsn; did you mean '--json'?\n"),
    (["evaluate", UNIT, "--json=3"], "--json takes no value; see"),
    (["evaluate", UNIT, "w=3"], "'w=3' is one argument too many; did you mean --set w=3?"),
    (
        ["evaluate", UNIT, "--set", "w=1", "b=2"],
        "'b=2' is one argument too many; did you mean --set b=2?",
    ),
    (["check", UNIT, "w=3"], "'w=3' is one argument too many; see"),
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
    (["n" * 300], f"{'n' * 300} is no command and no file; see 'chainrule --help'"),
    (["evaluate", UNIT, "--set", "w"], "'w' is not NAME=VALUE"),
    (["evaluate", UNIT, "--set", "w=two"], "w: 'two' is not a number"),
    (["evaluate", UNIT, "--set", "w=2,5"], "w: '2,5' is not a number; write 2.5"),
    (["evaluate", UNIT, "--set", "w=[1, [2]]"], "w[1]: lists and numbers are mixed"),
    (["evaluate", UNIT, "--set", "w=[1,"], "w: '[1,' is not a list of numbers"),
    (["evaluate", UNIT, "--set", "w=[1, x]"], "w: 'x' is not a number"),
    (["evaluate", UNIT, "--set", "w=1e999"], "w: '1e999' is too large for a number"),
    (["evaluate", UNIT, "--set", "w=1e308/1e-9"], "w: '1e308/1e-9' is too large for a number"),
    (["evaluate", UNIT, "--set", "w=1/0"], "w: '1/0' is not a number"),
    (["evaluate", UNIT, "--set", "w=1", "--set", "w=2"], "w is given two values"),
    (["evaluate", UNIT, "--set", "W=1"], f"{UNIT}: there is no node named 'W'; did you mean 'w'?"),
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
    (
        ["export", UNIT, "-o", "out.png", "--selection", "W"],
        "out.png: there is no node named 'W'; did you mean 'w'?",
    ),
    (["export", UNIT, "-o", "out.png", "--scale", "0"], "out.png: the scale must lie between"),
    (["export", UNIT, "-o", "out.png", "--scale", "50"], "out.png: the picture would have"),
    (
        ["export", UNIT, "-o", "out.png", "--theme", "sepia"],
        "--theme is light or dark, not 'sepia'",
    ),
    (["export", UNIT, "-o", "out.png", "--size", "wide"], "out.png: --size 'wide' is not a shape"),
    (["export", UNIT, "-o", "out.png", "--size", "16:0"], "out.png: --size '16:0' is not a shape"),
    (["--nonsense"], "there is no option --nonsense"),
    (["check", UNIT, "--epsilon", "-1e-3"], f"{UNIT}: epsilon must be a positive number, not -0.0"),
    (["train", UNIT, "--rate", "-inf"], "--rate -inf: the rate must be a positive number, not -"),
    (["export", UNIT, "-o", "out.png", "--size", "-5x5"], "out.png: --size '-5x5' is not a shape"),
    (["check", "--", UNIT, "--json"], "'--json' is one argument too many"),
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


def test_the_help_of_export_names_every_suffix(capsys):
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    told = re.findall(r"\.[a-z]+\b", capsys.readouterr().out)
    assert set(told) >= EXPORTED


def test_an_unknown_suffix_is_told_all_that_are_known(chainrule, tmp_path):
    _, _, err = chainrule("export", UNIT, "-o", str(tmp_path / "out.bmp"))
    assert {suffix.rstrip(",") for suffix in err.partition("known: ")[2].split()} == EXPORTED


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
        ("export --help", "> /dev/full", "chainrule: the output cannot be written: no space left"),
        ("export --help", ">&-", ""),
    ],
)
def test_an_output_that_is_full_or_closed_is_no_crash(command, redirected, said):
    chainrule = f"{sys.executable} -m gui {command} {UNIT} {redirected}"
    done = subprocess.run(["bash", "-c", chainrule], capture_output=True, text=True)
    assert done.returncode == (2 if said else 0)
    assert done.stderr.startswith(said)
    assert done.stderr.count("\n") == (1 if said else 0)


@pytest.mark.parametrize("redirected", ["2> /dev/full", "2>&-"])
def test_a_failure_that_nobody_can_read_has_its_exit_code_all_the_same(redirected):
    chainrule = f"{sys.executable} -m gui evaluate no {redirected}"
    done = subprocess.run(["bash", "-c", chainrule], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")


def test_the_locale_of_bare_machines_is_no_word_on_stderr(tmp_path):
    drawn = [sys.executable, "-m", "gui", "export", UNIT, "-o", str(tmp_path / "out.svg")]
    environment = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(drawn, capture_output=True, text=True, check=True, env=environment)
    assert done.stderr == ""


def test_pictures_need_no_display_whatever_platform_windows_have(tmp_path):
    drawn = [sys.executable, "-m", "gui", "export", UNIT, "-o", str(tmp_path / "out.svg")]
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment["QT_QPA_PLATFORM"] = "xcb"
    done = subprocess.run(drawn, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")


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


def test_a_collector_that_is_off_stays_off_and_nothing_is_kept_from_it(chainrule):
    """On, it would take Qt's objects away in whichever thread makes the next one."""
    assert not gc.isenabled()  # the tests collect by themselves
    kept = gc.get_freeze_count()
    assert chainrule("evaluate", UNIT)[0] == 0
    assert (gc.isenabled(), gc.get_freeze_count()) == (False, kept)


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


def test_a_system_without_a_library_that_qt_needs_is_told_in_one_line(chainrule, monkeypatch):
    """Such as a bare Debian, where there is no libEGL; what else cannot be imported is an error."""

    def lack(file: str | None) -> Callable[[object], int]:
        def run(_: object) -> int:
            text = "libEGL.so.1: cannot open shared object file: No such file or directory"
            raise ImportError(text, path=file)

        return run

    monkeypatch.setattr(export, "run", lack("/lib/python3/PySide6/QtGui.abi3.so"))
    code, out, said = chainrule("export", "unit.chainrule", "-o", "unit.png")
    assert (code, out) == (2, "")
    assert said.startswith("chainrule: Qt cannot be loaded: libEGL.so.1: cannot open")
    assert "'make run'" in said
    assert said.count("\n") == 1
    monkeypatch.setattr(export, "run", lack(None))
    with pytest.raises(ImportError):
        chainrule("export", "unit.chainrule", "-o", "unit.png")
