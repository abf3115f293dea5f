"""No sentence that a window may show stands outside what is translated."""

import ast
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_WORDS = re.compile(r"[a-z]{2,} [a-z]{2,}")

_COMMAND_LINE = (  # which speaks English
    "engine/bumping/slopes.py",
    "engine/formats/from_onnx.py",
    "engine/formats/from_torch.py",
    "engine/formats/onnx_file.py",
    "engine/formats/torch_ops.py",
    "engine/bumping/gradient_check.py",
    "gui/command_line",
    "gui/exports/export.py",
    "gui/exports/options.py",
)
_NOT_FOR_READERS = (
    "engine/expression/single.py",  # caught, and told by who asked
    "engine/formats/dot.py",
    "engine/formats/latex.py",
    "engine/formats/latex_math.py",
    "engine/formats/latex_text.py",
    "engine/stretch",
    "engine/words/greek.py",
)
_PROGRAMS = "engine/formats/code"  # whose comments are English; what it refuses with is not
# what only scripts are told, an element, an op's sign
_NO_SENTENCE = re.compile(r"call (forward|backward)\(\) first|^<metadata>|^log softmax$")
_INTERNAL = {"RuntimeError", "TypeError", "UsageError", "ValueError"}


@cache
def _translated() -> frozenset[str]:
    return frozenset(runpy.run_path(str(ROOT / "packaging/translations.py"))["texts"]())


def _modules(folder: str) -> list[Path]:
    left = (*_COMMAND_LINE, *_NOT_FOR_READERS)
    found = (ROOT / folder).rglob("*.py")
    return sorted(path for path in found if not path.relative_to(ROOT).as_posix().startswith(left))


def _texts(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield what is written in a part of a module, but what explains it and what it looks up."""
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):
            passed.add(id(node.value))
        elif isinstance(node, ast.Dict):
            passed.update(map(id, node.keys))
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed
        ):
            yield node.lineno, node.value


def _refusals(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield what errors fit to show are given to tell."""
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and call.args:
            name = ast.unparse(call.func).rpartition(".")[2]
            if name.endswith("Error") and name not in _INTERNAL:
                yield call.args[0]


def _untranslated(path: Path, parts: Iterator[ast.AST]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{line}: {text}"
        for part in parts
        for line, text in _texts(part)
        if _WORDS.search(text) and text not in _translated() and not _NO_SENTENCE.search(text)
    ]


def _said_as_stored(tree: ast.Module) -> list[str]:
    """Return what is looked up in a table of marked texts and told as it stands there: English."""
    tables = {
        target.id
        for part in tree.body
        if isinstance(part, ast.Assign | ast.AnnAssign | ast.AugAssign) and part.value
        if any(_calls(call, "noop") for call in ast.walk(part.value))
        for target in (part.targets if isinstance(part, ast.Assign) else [part.target])
        if isinstance(target, ast.Name)
    }
    told = {part for call in ast.walk(tree) if _calls(call, "sentence") for part in ast.walk(call)}
    return [
        f"{part.lineno}: {ast.unparse(part)}"
        for part in ast.walk(tree)
        if isinstance(part, ast.Subscript) and part not in told
        if isinstance(part.value, ast.Name) and part.value.id in tables
    ]


def _calls(part: ast.AST, name: str) -> bool:
    return isinstance(part, ast.Call) and ast.unparse(part.func).rpartition(".")[2] == name


def test_every_sentence_of_the_engine_can_be_translated() -> None:
    found: list[str] = []
    for path in _modules("engine"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        program = path.relative_to(ROOT).as_posix().startswith(_PROGRAMS)
        found += _untranslated(path, _refusals(tree) if program else iter((tree,)))
    assert found == []


def test_every_refusal_of_the_editor_can_be_translated() -> None:
    found: list[str] = []
    for path in _modules("gui"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found += _untranslated(path, _refusals(tree))
    assert found == []


def test_what_stands_in_a_table_is_told_in_the_windows_language() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): said
        for path in _modules("engine")
        if (said := _said_as_stored(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert found == {}


def test_an_english_sentence_from_a_table_is_found() -> None:
    table = '_MEANT = {"where": noop("relu(x) or max(a, b)")}\n'
    assert _said_as_stored(ast.parse(table + 'write(_MEANT["where"].replace("…", after))'))
    assert not _said_as_stored(ast.parse(table + 'write(sentence(_MEANT["where"]))'))


@pytest.mark.parametrize(
    "written",
    [
        'raise GraphError("no such thing here")',
        'raise engine.FileError(f"{place}: no such thing here")',
        'raise GraphError(sentence("a node cannot feed itself") + " and no more")',
    ],
)
def test_an_english_sentence_in_an_error_is_found(written: str) -> None:
    assert _untranslated(ROOT / "engine/new.py", _refusals(ast.parse(written)))


def test_a_sentence_that_is_translated_is_none() -> None:
    written = "raise GraphError(f'{place}: {sentence(\"a node cannot feed itself\")}')"
    assert not _untranslated(ROOT / "engine/new.py", _refusals(ast.parse(written)))
