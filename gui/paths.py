"""Whether something is at a path, and what, asked also where nobody may look.

`pathlib` raises there up to Python 3.13: for a folder of somebody else's, a disk that is gone, a
name too long.
"""

import stat
from pathlib import Path

import engine

__all__ = ["check_ends", "is_folder", "is_there"]


def check_ends(path: Path) -> None:
    """Raise FileError where a pipe or a device is at `path`: a window would wait for its end.

    The command line reads those, `evaluate <(...)`.
    """
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):  # who opens it says what is wrong
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise engine.FileError("it is a pipe or a device, not a file")


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
