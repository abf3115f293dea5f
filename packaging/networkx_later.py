"""NetworkX for the bundle: its algorithms are loaded when one is first asked for.

The editor uses NetworkX's graph, and none of its algorithms unless a rename needs their order; to
load all of them takes a fifth of the editor's start. Nothing is left out.
"""

from pathlib import Path

__all__ = ["later"]

_FIRST = "\nfrom networkx import generators\n"  # what follows is built on the graph, not beneath it
_THEN = """

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    del globals()["__getattr__"]
    exec(_REST, globals())
    return getattr(__import__("networkx"), name)
"""


def later(file: Path) -> str:
    """Return the text of `networkx/__init__.py` so that its second half is run when it is needed.

    Raises SystemExit for a NetworkX whose text is another one.
    """
    graph, first, rest = file.read_text(encoding="utf-8").partition(_FIRST)
    if not first or "from networkx.algorithms import *" not in rest:
        raise SystemExit(f"{file} is not as packaging/networkx_later.py expects it")
    return f"{graph}\n\n_REST = {first + rest!r}{_THEN}"
