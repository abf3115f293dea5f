"""What to do with a file that is no graph of ours, to be read or written, by its suffix."""

import os
import re
import sys
from pathlib import Path

from engine.errors import WriteError
from engine.language import noop, sentence

__all__ = ["EXPORTED", "PICTURES", "check_graph_name", "check_program_name", "elsewhere"]

_MODEL = noop("; 'chainrule new --from FILE -o OUT' makes a graph of a model or of node-link JSON")
_ON_NUMPY = (b"jax", b"torch")  # import it themselves
_CODE = noop("; 'chainrule new --from-torch MODULE:NAME -o OUT' makes a graph of a model's code")
_TABLE = noop("; a table is data to train with: open it in the panel Train, or by --data")
PICTURES = (".png", ".svg", ".pdf", ".pptx", ".tex", ".html", ".gif", ".apng")
EXPORTED = frozenset((*PICTURES, ".py", ".dot", ".gv", ".mmd", ".mermaid", ".onnx"))
"""The suffixes of what a graph is exported to; none of them is the graph's own."""

_SAID = {
    ".onnx": _MODEL,
    ".json": _MODEL,
    ".py": _CODE,
    ".pt": _CODE,
    ".pth": _CODE,
    ".csv": _TABLE,
    ".tsv": _TABLE,
}


def elsewhere(path: Path) -> str:
    """Return where a file of this suffix belongs, to follow what is wrong with it, or nothing."""
    said = _SAID.get(path.suffix.lower())
    return sentence(said) if said else ""


def check_graph_name(path: str | os.PathLike[str]) -> None:
    """Raise WriteError where a graph saved at `path` would bear the name of a picture or program.

    Whoever writes `unit.png` wants the picture, and would find the graph's text in it.
    """
    suffix = Path(path).suffix.lower()
    if suffix in EXPORTED:
        said = noop("a graph is saved as .chainrule; to have it as {suffix}, export it")
        raise WriteError(sentence(said, suffix=suffix))


def check_program_name(path: str | os.PathLike[str], program: bytes) -> None:
    """Raise WriteError where a Python program at `path` would import itself, as `numpy.py` does.

    So does `random.py`: it stands in the way of Python's own, which what it imports needs.
    """
    name = Path(path)
    if name.suffix.lower() != ".py":
        return
    if name.stem in sys.stdlib_module_names:
        said = noop("Python has a {name} of its own, and needs it: name it otherwise")
        raise WriteError(sentence(said, name=name.stem))
    by = [os.fsencode(name.stem), *(_ON_NUMPY if name.stem == "numpy" else ())]
    needs = re.search(rb"^(?:import|from) (?:%b)\b" % b"|".join(map(re.escape, by)), program, re.M)
    if needs:
        said = noop("the program needs {name} and would find itself: name it otherwise")
        raise WriteError(sentence(said, name=name.stem))
