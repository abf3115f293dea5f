"""Collects the editor's texts into .ts files, and compiles those for the program.

`python packaging/translations.py collect` brings every `resources/translations/LANGUAGE.ts` up to
date with the code; `compile` makes the .qm files beside them; `missing` fails where a text has no
translation. Translators open a .ts file in Qt Linguist.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

import engine
from engine.formats.text import ONNX, TEXTS
from engine.lesson.lesson_text import LessonText
from engine.ops import OPS
from engine.training import OPTIMIZERS

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "chainrule"  # gui.language looks everything up in this one
MARKS, COUNTED = ("tr", "noop", "sentence"), "counted"


def texts() -> list[str]:
    """Return every text that the editor translates, in the order of the code."""
    found: dict[str, None] = {}
    for path in sorted((ROOT / "gui").rglob("*.py")):
        found.update(dict.fromkeys(_marked(ast.parse(path.read_text(encoding="utf-8")))))
    for op in OPS.values():
        found.update(dict.fromkeys((op.title, op.family.replace("_", " ").capitalize())))
    for path in sorted((ROOT / "engine").rglob("*.py")):
        found.update(dict.fromkeys(_marked(ast.parse(path.read_text(encoding="utf-8")))))
    titles = [kind.title for kind in OPTIMIZERS.values()]
    titles += [text.title for text in (*TEXTS.values(), ONNX)]
    found.update(dict.fromkeys(titles))
    for folder in ("lessons", "examples"):
        for path in sorted((ROOT / "resources" / folder).glob("*.chainrule")):
            found.update(dict.fromkeys(_told(engine.load(path))))
    return list(found)


def _told(graph: engine.Graph) -> Iterator[str]:
    """Yield the title of a shipped graph, and what is said in its lesson."""
    yield graph.title
    said = LessonText.of(graph)
    if said is not None:
        yield from (said.about, *(one.text for one in said.said))


def _marked(tree: ast.AST) -> Iterator[str]:
    """Yield the literals that are handed to `tr`, `noop`, `sentence` or `counted`."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call) or not call.args:
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
        texts = call.args[:1] if name in MARKS else call.args[1:] if name == COUNTED else []
        for text in texts:
            yield from (
                part.value
                for part in ast.walk(text)
                if isinstance(part, ast.Constant) and isinstance(part.value, str) and part.value
            )


def read(path: Path) -> dict[str, str]:
    """Return the translations that a .ts file holds, "" for what is not translated yet."""
    if not path.stat().st_size:  # a new language
        return {}
    tree = ElementTree.parse(path)  # noqa: S314  our own file
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in tree.iter("message")
    }


def write(path: Path, translated: dict[str, str]) -> None:
    """Write a .ts file that Qt's tools read."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{path.stem}" sourcelanguage="en">',
        f"<context>\n    <name>{CONTEXT}</name>",
    ]
    for source, text in translated.items():
        kind = "" if text else ' type="unfinished"'
        lines.append(
            f"    <message>\n        <source>{escape(source)}</source>\n"
            f"        <translation{kind}>{escape(text)}</translation>\n    </message>"
        )
    path.write_text("\n".join([*lines, "</context>", "</TS>\n"]), encoding="utf-8")


def collect() -> None:
    """Bring every .ts file up to date: new texts are added, those that are gone are taken out."""
    wanted = texts()
    for path in sorted(FOLDER.glob("*.ts")):
        known = read(path)
        write(path, {text: known.get(text, "") for text in wanted})
        print(
            f"{path.name}: {sum(not known.get(text) for text in wanted)} of {len(wanted)} missing"
        )


def compile_all() -> None:
    """Make the .qm file of every language."""
    for path in sorted(FOLDER.glob("*.ts")):
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        target = path.with_suffix(".qm")
        subprocess.run([str(tool), "-silent", str(path), "-qm", str(target)], check=True)  # noqa: S603


def missing() -> dict[str, list[str]]:
    """Return per language what has no translation."""
    wanted = texts()
    return {
        path.stem: [text for text in wanted if not known.get(text)]
        for path in sorted(FOLDER.glob("*.ts"))
        for known in [read(path)]
    }


if __name__ == "__main__":
    word = sys.argv[1] if len(sys.argv) > 1 else ""
    if word == "missing":
        lacking = missing()
        print("\n".join(f"{code}: {text}" for code, found in lacking.items() for text in found))
        raise SystemExit(any(lacking.values()))
    task = {"collect": collect, "compile": compile_all}.get(word)
    if task is None:
        raise SystemExit("say what to do: collect, compile or missing")
    task()
