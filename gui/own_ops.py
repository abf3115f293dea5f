"""The user's own ops: kept in one file of the user's data, the same for all windows.

A damaged file costs nothing but what is damaged in it: what can be read is used, and the file is
put aside before it is written anew.
"""

import contextlib
import json
import shutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from weakref import WeakValueDictionary

from PySide6.QtCore import QObject, Signal

import engine
from engine.expression import parse, spelled_out, written
from engine.formats.json_text import MAX_BYTES, read_json
from engine.formats.whole_file import write_whole
from engine.graph.own_ops import checked, read_one
from engine.words.wording import reason_of
from gui.language import tr

__all__ = [
    "OwnOps",
    "name_taken",
    "own_key",
    "own_name",
    "own_ops_in",
    "without_calls",
]

_PREFIX = "own:"  # of an own op's key, where an op is named by a text


def own_key(name: str) -> str:
    """Return what stands for an own op where an op is named: in the palette, in a drag."""
    return _PREFIX + name


def own_name(key: str) -> str:
    """Return the own op that a key stands for, empty where it stands for another op."""
    return key.removeprefix(_PREFIX) if key.startswith(_PREFIX) else ""


def without_calls(formula: str, own: Sequence[engine.OwnOp]) -> str:
    """Return a formula with its calls of own ops written out, for every reader to know it.

    One without such calls stays as it was typed. Raises ExpressionError where one cannot be called.
    """
    plain = spelled_out(formula, {op.name: op.formula for op in own})
    return formula if plain == formula else written(parse(plain))


def name_taken(name: str) -> engine.DuplicateNameError:
    """Return the error that another own op has the name."""
    said = tr("there is already an own op named {name}")
    return engine.DuplicateNameError(said.format(name=name))


class OwnOps(QObject):
    """The own ops in a folder; every change is written at once and told by `changed`."""

    changed = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.file = folder / "own-ops.json"
        self.trouble = ""
        """What was wrong with the file, empty where nothing was."""
        self.ops: tuple[engine.OwnOp, ...] = ()
        self.load()

    def named(self, name: str) -> engine.OwnOp | None:
        """Return the op of that name."""
        return next((op for op in self.ops if op.name == name), None)

    def load(self) -> None:
        """Read the file again, as far as it can be read."""
        self.trouble = ""
        found: list[engine.OwnOp] = []
        try:
            for place, entry in enumerate(self._entries()):
                with self._mending():
                    op = read_one(entry, f"ops[{place}]")
                    checked([*found, op])
                    found.append(op)
        except (OSError, engine.GraphError) as error:
            self.trouble = str(error)
        self.ops = tuple(found)

    def put(self, op: engine.OwnOp, old: str = "") -> None:
        """Keep an op, in the place of the one called `old` or of its own name.

        Raises GraphError for what is no op, for a name that another has, and where it cannot be
        written; the ops are then as they were.
        """
        op.check()
        self.load()
        names = [other.name for other in self.ops]
        if old != op.name and op.name in names:
            raise name_taken(op.name)
        if old in names:
            self._write(op if other.name == old else other for other in self.ops)
        else:
            self._write((*self.ops, op))

    def remove(self, name: str) -> None:
        """Forget an op; graphs that use it keep it."""
        self.load()
        self._write(op for op in self.ops if op.name != name)

    def _write(self, own: Iterable[engine.OwnOp]) -> None:
        kept = checked(tuple(own))
        tree = {"format": "chainrule-ops", "version": 1, "ops": [op.plain() for op in kept]}
        if self.trouble:  # what could not be read may still be mended by hand
            with contextlib.suppress(OSError):
                shutil.copyfile(self.file, self.file.with_name("own-ops.damaged.json"))
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise engine.WriteError(reason_of(error)) from error
        write_whole(self.file, json.dumps(tree, ensure_ascii=False, indent=2).encode() + b"\n")
        self.ops, self.trouble = kept, ""
        self.changed.emit()

    def _entries(self) -> list[object]:
        if not self.file.exists():
            return []
        with self.file.open("rb") as file:
            tree = read_json(file.read(MAX_BYTES + 1))
        entries = tree.get("ops") if isinstance(tree, dict) else None
        if not isinstance(entries, list):
            raise engine.FileError(tr("expected an object with a list of ops"))
        return entries

    @contextlib.contextmanager
    def _mending(self) -> Iterator[None]:
        """Leave out an entry that is no op, and note what is wrong with it."""
        try:
            yield
        except engine.GraphError as error:
            self.trouble = self.trouble or str(error)


# They go with the last window: a QObject must not outlive the application.
_OPENED: WeakValueDictionary[Path, OwnOps] = WeakValueDictionary()


def own_ops_in(folder: Path) -> OwnOps:
    """Return the own ops in a folder, the same object for every window."""
    found = _OPENED.get(folder)
    if found is None:
        found = _OPENED[folder] = OwnOps(folder)
    return found
