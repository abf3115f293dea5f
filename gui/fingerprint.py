"""What tells contents from all others: those of a document, and those of a file as it is now."""

import hashlib
from pathlib import Path

__all__ = ["file_fingerprint", "fingerprint"]


def fingerprint(contents: bytes) -> str:
    """Return what tells `contents` from all others."""
    return hashlib.sha256(contents).hexdigest()


def file_fingerprint(path: Path) -> str:
    """Return the fingerprint of what the file `path` holds; nothing without a file."""
    try:
        if not path.is_file():  # a device or a pipe might never end
            return ""
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""
