"""Whatever a script calls the command line with: done, or one line and exit code 2."""

import contextlib
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from random_files import files

from gui.app import main
from resources import resource

UNIT = str(resource("examples") / "linear-unit.chainrule")
FILES = [UNIT, UNIT, "g.chainrule", "g.chainrule", "no", "folder", "/dev/null", "empty", "loop", ""]
OUT = ["o.svg", "o.py", "o.tex", "o.mmd", "o", "o.xyz", "folder", "no/o.dot", "/dev/full", "~", ""]
NUMBERS = ["0", "-1", "3", "1e3", "nan", "∞", "1e400", "", "x", "0x3", "1_0", "٣", "½", "1,5", "-0"]
NAMES = ["w", "x", "J", "", "w,x", "∂J", "no", "a" * 5000, ";", "\udcff"]
TEXTS = ["J=(w*x+b-y)^2/2", "", "=", "J=J", "((", "J=" + "(" * 500, "a=b;b=a", "J=1/0", "J=\n"]
CHOICES = [
    "gd",
    "adam",
    "light",
    "numpy",
    "latex",
    "relu",
    "arrays",
    "rows",
    "16:9",
    "3x4",
    "2,3,1",
]
OPTIONS = {
    "evaluate": ["--set", "--output", "--json"],
    "check": ["--epsilon", "--json"],
    "train": ["--rate", "--data", "--feed", "--seed", "--optimizer", "-o", "--json"],
    "export": ["-o", "--as", "--size", "--scale", "--width", "--theme", "--selection", "--rate"],
    "new": ["-o", "--title", "--parameters", "--mlp", "--batch", "--form", "--expand", "--from"],
}


@st.composite
def lines(draw: st.DrawFn) -> list[str]:
    command = draw(st.sampled_from(sorted(OPTIONS)))
    line = [command, draw(st.sampled_from(TEXTS if command == "new" else FILES))]
    if command == "train":  # else a hundred
        line += ["--steps", draw(st.sampled_from(["0", "2", "-1", "x"]))]
    if command in ("export", "new"):
        line += ["-o", draw(st.sampled_from(OUT))]
    for option in draw(st.lists(st.sampled_from(OPTIONS[command]), max_size=3)):
        value = draw(st.sampled_from([*NUMBERS, *NAMES, *CHOICES, *FILES, *OUT]))
        line += [option] if option in ("--json", "--expand") else [option, value]
    pairs = st.tuples(st.sampled_from(NAMES), st.sampled_from(NUMBERS)).map("=".join)
    if command in ("new", "evaluate"):
        line += draw(st.lists(pairs, max_size=2))
    return line


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    (tmp_path / "loop").symlink_to("loop")
    return tmp_path


@settings(max_examples=30, suppress_health_check=list(HealthCheck))
@given(lines(), files())
@example(["check", "--", UNIT, "--json"], b"")
def test_a_line_is_done_or_refused_in_one(place, line, contents):
    (place / "g.chainrule").write_bytes(contents)
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(line)
    said = err.getvalue()
    assert code in (0, 1, 2)
    assert said.count("\n") == 1 if code == 2 else said.count("\n") <= 1
    assert all(part.startswith("chainrule: ") for part in said.splitlines())
