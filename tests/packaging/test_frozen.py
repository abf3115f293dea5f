"""What the bundle holds of other packages is the whole of them, and does less at its start."""

import dataclasses
import os
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import shiboken6
from PySide6 import QtCore

ROOT = Path(__file__).parents[2]
FILE = str(ROOT / "packaging/frozen.py")
FROZEN = runpy.run_path(FILE)
SITE = Path(shiboken6.__file__).parents[1]
FILES = {
    "networkx": "networkx/__init__.py",
    "networkx.utils.backends": "networkx/utils/backends.py",
    "numpy._core._add_newdocs": "numpy/_core/_add_newdocs.py",
    "numpy._core._add_newdocs_scalars": "numpy/_core/_add_newdocs_scalars.py",
}
AS_FROZEN = """
import sys
from importlib.util import spec_from_file_location
files = {files!r}
class Finder:
    def find_spec(name, path=None, target=None):
        if name in files:
            file, folders = files[name]
            return spec_from_file_location(name, file, submodule_search_locations=folders)
sys.meta_path.insert(0, Finder)
"""


@pytest.fixture
def as_frozen(tmp_path: Path) -> str:
    """Code that makes NetworkX and NumPy what they are in the bundle."""
    files = {}
    for name, path in FILES.items():
        own, file = SITE / path, tmp_path / f"{name}.py"
        file.write_text(FROZEN["changed"](name, own), encoding="utf-8")
        files[name] = str(file), [str(own.parent)] if own.stem == "__init__" else None
    return AS_FROZEN.format(files=files)


@pytest.fixture
def frozen_shiboken(tmp_path: Path) -> dict[str, str]:
    """The environment in which Qt for Python is what it is in the bundle."""
    shutil.copytree(Path(shiboken6.__file__).parent, tmp_path / "shiboken6")
    for name, file, _ in FROZEN["shiboken_modules"](tmp_path / "shiboken6/files.dir"):
        text = FROZEN["changed"](name, Path(file))
        if text is not None:
            Path(file).write_text(text, encoding="utf-8")
    return {"PYTHONPATH": str(tmp_path)}


def said(code: str, **environment: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **environment},
    )
    return done.stdout.splitlines()


def test_a_graph_is_built_evaluated_and_copied_without_the_algorithms(as_frozen: str) -> None:
    code = f"""{as_frozen}
import engine
graph = engine.Graph()
w = graph.parameter("w", 2.0)
graph.op("square", w, name="J")
graph.rename_node("w", "v")
program = engine.compile(graph)
program.forward(); program.backward()
print(program.derivative("v"), graph.network.copy().number_of_edges())
print("networkx.algorithms" in sys.modules, "importlib.metadata" in sys.modules)
"""
    assert said(code) == ["4.0 1", "False False"]


def test_an_algorithm_that_is_asked_for_is_there(as_frozen: str) -> None:
    code = f"{as_frozen}\nimport networkx\ngraph = networkx.DiGraph([(1, 2)])"
    assert said(f"{code}\nprint(*networkx.topological_sort(graph))") == ["1 2"]


def test_dataclasses_are_as_ever_and_nothing_is_compiled_for_them(tmp_path: Path) -> None:
    code = """
import builtins
run, texts = builtins.exec, []
builtins.exec = lambda code, *more: (isinstance(code, str) and texts.append(code), run(code, *more))
from engine.expression.tree import Number
from engine.training.table import Table
for make in (
    lambda: Number(2.0), lambda: Number(2.0) == Number(2.0), lambda: hash(Number(2.0)),
    lambda: setattr(Number(2.0), "value", 3.0), lambda: Number(), lambda: Table.__match_args__,
):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)
print("compiled:", len([text for text in texts if text.startswith("def __create_fn__")]) > 0)
"""
    of = f"import runpy\nmake = runpy.run_path({FILE!r})['dataclass_code']\n"
    known = said(f"{of}print(make(['engine.expression.tree', 'engine.training.table']))")
    (tmp_path / "dataclass_code.py").write_text("\n".join(known), encoding="utf-8")
    text = FROZEN["changed"]("dataclasses", Path(dataclasses.__file__))
    (tmp_path / "dataclasses.py").write_text(text, encoding="utf-8")
    told, plain = said(code, PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}"), said(code)
    assert told[:-1] == plain[:-1]
    assert (told[-1], plain[-1]) == ("compiled: False", "compiled: True")


@pytest.mark.parametrize("package", ["networkx", "numpy"])
def test_nothing_of_a_package_is_left_out(as_frozen: str, package: str) -> None:
    names = (
        f"\nimport {package}\n{package}.linalg if {package!r} == 'numpy' else {package}.algorithms"
    )
    names += f"\nprint(*dir({package}), sep='\\n')"
    assert set(said(names)) <= set(said(as_frozen + names))


def test_qt_takes_the_modules_of_the_bundle(frozen_shiboken: dict[str, str]) -> None:
    code = """
import PySide6.QtCore, sys
loader = sys.modules["shibokensupport.signature.loader"]
print(loader.__file__.replace("\\\\", "/").partition("shiboken6/")[2])
"""
    expected = ["files.dir/shibokensupport/signature/loader.py"]
    assert said(code, **frozen_shiboken) == expected


def test_a_wrong_argument_is_told_as_ever(frozen_shiboken: dict[str, str]) -> None:
    code = """
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
for wrong in (
    lambda: QPoint("a", []),
    lambda: QObject(nonsense=1),
    lambda: QTimer().setInterval("long"),
    lambda: QTimer().timeout.connect(5),
    lambda: QObject().setObjectName(),
    lambda: Qt.Key(-5),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from shibokensupport.signature import get_signature
print(get_signature(QPoint.__init__), get_signature(QObject.parent), QObject.__doc__)
"""
    told = said(code, **frozen_shiboken)
    assert told == said(code)
    assert "(xpos: int, ypos: int, /)" in "\n".join(told)


def test_no_source_text_is_looked_for(frozen_shiboken: dict[str, str]) -> None:
    code = """
import PySide6.QtCore, inspect
inspect.getsource = lambda module: print("looked into", module.__name__) or ""
import csv
"""
    assert said(code, **frozen_shiboken) == []
    assert "looked into csv" in said(code)


@pytest.mark.parametrize(
    "name",
    ["dataclasses", "networkx", "networkx.utils.backends", "shibokensupport.signature.loader"],
)
def test_a_text_that_is_another_one_stops_the_build(name: str, tmp_path: Path) -> None:
    file = tmp_path / "other.py"
    file.write_text("nothing = 0\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"other\.py is not as packaging/frozen\.py expects it"):
        FROZEN["changed"](name, file)


def test_every_other_module_is_frozen_as_it_is() -> None:
    assert FROZEN["changed"]("PySide6", Path(QtCore.__file__)) is None
