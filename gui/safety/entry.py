"""What a journal writes: an entry, one file with unsaved work, and what is found of such.

An entry is a line of JSON that says whose and what it is, then the document's bytes.
"""

import contextlib
import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from engine.formats.contents import Contents
from gui.document.fingerprint import file_fingerprint, fingerprint
from gui.language import tr
from gui.safety.owner import Owner

__all__ = ["KIND", "Entry", "entries", "head_of"]

KIND = ".journal"
"""How the name of an entry's file ends."""
_FOREIGN = 3600  # seconds after which work of another computer counts as left
_NAMED = 4  # nodes whose names an entry begins with
_BAD = (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError)


@dataclass(frozen=True)
class Entry:
    """Work that was never saved: what a window that is gone showed last."""

    file: Path
    title: str
    """What it is called; of work without a name as the language has it that is spoken now."""
    path: Path | None
    """The document's own file, None for one that had none."""
    time: float
    """When it was written, in seconds since 1970."""
    base: str
    """The fingerprint of the document's own file as it was known then."""
    contents: bytes
    nodes: int = 0
    """How many nodes the graph has, where that was written down."""
    names: tuple[str, ...] = ()
    """What the first few of them are called: work without a title is known by these."""

    @property
    def follows(self) -> bool:
        """Whether the document's own file is still the one that this work began with."""
        return self.path is not None and file_fingerprint(self.path) == self.base != ""

    def discard(self) -> None:
        """Forget the work for good."""
        with contextlib.suppress(OSError):
            self.file.unlink()


def head_of(owner: Owner, title: str, path: Path | None, base: str, contents: Contents) -> bytes:
    """Return the line with which an entry begins that is written now; `base` as in `Entry`."""
    head = {
        "owner": owner.as_json(),
        "title": title,
        "path": None if path is None else str(path.absolute()),
        "time": time.time(),
        "base": base,
        "nodes": len(contents.nodes),
        "names": [name for name, _ in contents.nodes[:_NAMED]],
    }
    return json.dumps(head).encode() + b"\n"


def entries(folder: Path) -> list[Entry]:
    """Return the work that processes which are gone left unsaved, newest first.

    What stands in its document's file already is removed, and so are drafts that were cut off.
    """
    found = []
    for owner, entry in _stored(folder):
        # A computer can get another name; its work is offered all the same, only later.
        if owner.lives or not (owner.gone or time.time() - entry.time > _FOREIGN):
            continue
        saved = fingerprint(entry.contents)
        if entry.path is not None and file_fingerprint(entry.path) == saved:
            entry.discard()
            continue
        found.append(entry)
    for draft in folder.glob(".*.chainrule-draft"):
        with contextlib.suppress(OSError):
            if time.time() - draft.stat().st_mtime > _FOREIGN:
                draft.unlink()
    return sorted(found, key=lambda entry: -entry.time)


def _stored(folder: Path) -> Iterator[tuple[Owner, Entry]]:
    """Yield what stands in the folder; what is no entry is left alone."""
    try:
        files = sorted(folder.glob(f"*{KIND}"))
    except OSError:
        return
    for file in files:
        with contextlib.suppress(*_BAD):
            line, _, contents = file.read_bytes().partition(b"\n")
            head = json.loads(line)
            owner, place = Owner.read(head["owner"]), head["path"]
            if owner is None:
                continue
            path = None if place is None else Path(place)
            title = str(head["title"]) or tr("Untitled")
            at, base = float(int(head["time"])), str(head["base"])
            nodes, names = int(head.get("nodes", 0)), map(str, head.get("names", ()))
            named = tuple(islice(names, _NAMED))
            yield owner, Entry(file, title, path, at, base, contents, nodes, named)
