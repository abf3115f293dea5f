"""The bundle's NetworkX is the whole of it, and loads its algorithms when they are asked for."""

import runpy
import subprocess
import sys
from pathlib import Path

import networkx
import pytest

LATER = Path(__file__).parents[2] / "packaging/networkx_later.py"
AS_FROZEN = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location(
    "networkx", {file!r}, submodule_search_locations=[{folder!r}]
)
networkx = sys.modules["networkx"] = importlib.util.module_from_spec(spec)
spec.loader.exec_module(networkx)
"""


@pytest.fixture
def as_frozen(tmp_path: Path) -> str:
    """Code that makes `networkx` what it is in the bundle."""
    file, own = tmp_path / "networkx.py", Path(networkx.__file__)
    file.write_text(runpy.run_path(str(LATER))["later"](own), encoding="utf-8")
    return AS_FROZEN.format(file=str(file), folder=str(own.parent))


def said(code: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.split()


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
print("networkx.algorithms" in sys.modules)
"""
    assert said(code) == ["4.0", "1", "False"]


def test_an_algorithm_that_is_asked_for_is_there(as_frozen: str) -> None:
    code = f"{as_frozen}\nprint(*networkx.topological_sort(networkx.DiGraph([(1, 2)])))"
    assert said(code) == ["1", "2"]


def test_nothing_of_networkx_is_left_out(as_frozen: str) -> None:
    names = "\nnetworkx.algorithms\nprint(*dir(networkx))"
    assert set(said(f"import networkx{names}")) <= set(said(as_frozen + names))
