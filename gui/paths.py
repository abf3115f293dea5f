"""Whether something is at a path, asked also where nobody may look.

`pathlib` raises there up to Python 3.13: for a folder of somebody else's, a disk that is gone, a
name too long.
"""

from pathlib import Path

__all__ = ["is_folder", "is_there"]


def is_there(path: Path) -> bool:
    """Return whether there is a file or a folder; none where nobody may look."""
    try:
        return path.exists()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Return whether there is a folder; none where nobody may look."""
    try:
        return path.is_dir()
    except OSError:
        return False
