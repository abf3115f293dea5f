"""What of other packages the frozen program does at its start in another way, or not at all.

A start took twice as long with what they do for developers: NetworkX loads its algorithms and looks
for other packages that bring some, NumPy writes the documentation of what is in C, Qt for Python
unpacks and compiles its own modules, makes ready to tell wrong arguments, and searches the source
text of every module that is imported. Python writes and compiles the methods of each dataclass.
"""

import builtins
import dataclasses
import marshal
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path

__all__ = ["changed", "dataclass_code", "shiboken_modules"]

_FIRST = "\nfrom networkx import generators\n"  # what follows is built on the graph, not beneath it
_THEN = """

def __getattr__(name):
    if name.startswith("__"):
        raise AttributeError(name)
    del globals()["__getattr__"]
    exec(_REST, globals())
    return getattr(__import__("networkx"), name)
"""
_ENTRY_POINTS = "from importlib.metadata import entry_points\n"
_NO_ENTRY_POINTS = "\n\ndef entry_points(*, group):\n    return ()\n\n"
_SIGNATURES = """from shibokensupport.signature import mapping
from shibokensupport.signature import errorhandler
from shibokensupport.signature import layout
from shibokensupport.signature import lib
from shibokensupport.signature import parser
from shibokensupport.signature import importhandler
from shibokensupport.signature.lib import enum_sig
from shibokensupport.signature.lib import pyi_generator
from shibokensupport.signature.lib import tool
"""
# libshiboken itself looks for `mapping` and `errorhandler` among the modules that are loaded.
_SIGNATURES_LATER = """from shibokensupport.signature import mapping
from shibokensupport.signature import errorhandler
from shibokensupport.signature import lib
from shibokensupport.signature import importhandler


class _Later:
    def __init__(self, name):
        self._name = f"shibokensupport.signature.{name}"

    def __getattr__(self, name):
        from importlib import import_module
        return getattr(import_module(self._name), name)


layout, parser = map(_Later, ("layout", "parser"))
"""
_PUBLISHED = """    put_into_package(PySide6.support.signature, layout)
    put_into_package(PySide6.support.signature, lib)
    put_into_package(PySide6.support.signature, parser)
    put_into_package(PySide6.support.signature, importhandler)
    put_into_package(PySide6.support.signature.lib, enum_sig)
    put_into_package(PySide6.support.signature.lib, pyi_generator)
    put_into_package(PySide6.support.signature.lib, tool)
"""
_PUBLISHED_NOW = """    put_into_package(PySide6.support.signature, lib)
    put_into_package(PySide6.support.signature, importhandler)
"""
# What a dataclass compiles is known: the same texts have been compiled for the bundle.
_COMPILED = """

def exec(text, globals, names):
    from dataclass_code import CODE
    builtins.exec(CODE.get(text, text), globals, names)
"""
_HOOK = "builtins.__import__ = builtins.__feature_import__\n"
_NO_HOOK = "pass\n"


def changed(name: str, file: Path) -> str | None:
    """Return the text of the module `name` as it is to be frozen, None to take `file` as it is.

    Raises SystemExit for a module whose text is not the one that is changed here.
    """
    change = _CHANGES.get(name)
    return change(file) if change else None


def shiboken_modules(folder: Path) -> list[tuple[str, str, str]]:
    """Write the modules that libshiboken holds as text into `folder`; return (name, file, kind).

    Raises SystemExit when they are not there.
    """
    import PySide6.QtCore  # noqa: F401 # it takes them out

    importer = sys.modules["shibokensupport.signature.loader"].__loader__
    archive = getattr(importer, "zfile", None)
    if archive is None:
        raise SystemExit("libshiboken holds its modules otherwise than packaging/frozen.py expects")
    found = [name for name in archive.namelist() if name.startswith("shibokensupport/")]
    files = [name for name in found if name.endswith(".py")]
    archive.extractall(folder, files)
    return [(_module(name), str(folder / name), "PYMODULE") for name in files]


def dataclass_code(modules: Sequence[str]) -> str:
    """Return the text of a module with the code that the dataclasses in `modules` compile."""
    found: dict[str, object] = {}

    def run(text: str, of_module: dict[str, object], names: Mapping[str, object]) -> None:
        found[text] = compile(text, "<string>", "exec")
        builtins.exec(text, of_module, names)  # noqa: S102 # as dataclasses itself does

    vars(dataclasses)["exec"] = run
    try:
        for name in modules:
            import_module(name)
    finally:
        del vars(dataclasses)["exec"]
    if not found:
        raise SystemExit("dataclasses are compiled otherwise than packaging/frozen.py expects")
    return f"import marshal\n\nCODE = marshal.loads({marshal.dumps(found)!r})\n"


def _module(file: str) -> str:
    return file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def _algorithms_later(file: Path) -> str:
    """Return `networkx/__init__.py` with its second half run when one of its names is needed."""
    graph, first, rest = _split(file, _FIRST)
    if "from networkx.algorithms import *" not in rest:
        raise _otherwise(file)
    return f"{graph}\n\n_REST = {first + rest!r}{_THEN}"


def _no_backends(file: Path) -> str:
    """Look for no package that brings algorithms of its own: there is none in the bundle."""
    return _NO_ENTRY_POINTS.join(_split(file, _ENTRY_POINTS)[::2])


def _signatures_later(file: Path) -> str:
    """Load what tells a wrong argument when there is one, and stand behind no import.

    Behind each the text of the module is searched for PySide6, for the sake of `__feature__`.
    """
    text = file.read_text(encoding="utf-8")
    for old, new in (
        (_SIGNATURES, _SIGNATURES_LATER),
        (_PUBLISHED, _PUBLISHED_NOW),
        (_HOOK, _NO_HOOK),
    ):
        if old not in text:
            raise _otherwise(file)
        text = text.replace(old, new)
    return text


def _compiled(file: Path) -> str:
    """Take the methods of dataclasses compiled, where they are known (`dataclass_code`)."""
    text = file.read_text(encoding="utf-8")
    if "exec(txt, " not in text or "import builtins\n" not in text:
        raise _otherwise(file)
    return text + _COMPILED


def _nothing(_: Path) -> str:
    return ""


def _split(file: Path, at: str) -> tuple[str, str, str]:
    before, found, after = file.read_text(encoding="utf-8").partition(at)
    if not found:
        raise _otherwise(file)
    return before, found, after


def _otherwise(file: Path) -> SystemExit:
    return SystemExit(f"{file} is not as packaging/frozen.py expects it")


_CHANGES: dict[str, Callable[[Path], str]] = {
    "dataclasses": _compiled,
    "networkx": _algorithms_later,
    "networkx.utils.backends": _no_backends,
    "numpy._core._add_newdocs": _nothing,  # the documentation of what is written in C
    "numpy._core._add_newdocs_scalars": _nothing,
    "shibokensupport.signature.loader": _signatures_later,
}
