"""What tells contents from all others: those of a document, and those of a file as it is now."""

import hashlib
import os
from pathlib import Path

import engine
from engine.formats import chainrule_file
from engine.formats.json_text import MAX_BYTES

__all__ = ["file_fingerprint", "fingerprint", "graph_fingerprint"]

_COMPARED = 5000  # nodes; a larger graph counts as modified until it is undone or saved


def fingerprint(contents: bytes) -> str:
    """Return what tells `contents` from all others."""
    return hashlib.sha256(contents).hexdigest()


def graph_fingerprint(graph: engine.Graph) -> str:
    """Return what tells the graph's file from others, "" for a graph too large to ask often."""
    if len(graph) > _COMPARED:
        return ""
    return fingerprint(chainrule_file.dumps(graph))


def file_fingerprint(path: Path) -> str:
    """Return the fingerprint of what the file `path` holds; "" where there is none to be read.

    No graph's file is larger than MAX_BYTES: what is there is not a document's.
    """
    try:
        if not path.is_file():  # a device or a pipe might never end
            return ""
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                return ""
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
