"""A lock beside a file: `.name.chainrule-lock` says which process edits `name.chainrule`."""

import contextlib
import json
import os
import secrets
import time
from dataclasses import dataclass
from pathlib import Path

from gui.safety.owner import Owner

__all__ = ["Holder", "Lock", "lock_file"]

_FOREIGN = 600  # seconds without a sign of life, after which a lock of another computer is stale
_YOUNG = 10  # seconds that a lock with nothing in it counts as one that is just being written


@dataclass(frozen=True)
class Holder:
    """Who has a file open, and since when (seconds since 1970)."""

    owner: Owner | None
    token: str
    since: float

    @property
    def elsewhere(self) -> str:
        """The name of the other computer where the file is open; nothing for this one."""
        host = self.owner.host if self.owner else ""
        return "" if host == Owner.me().host else host


class Lock:
    """A file of ours; `release` gives it back. Where no lock can be written, there is none."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self._file = lock_file(self.path)
        self._token = secrets.token_hex(8)

    def take(self) -> Holder | None:
        """Take the lock and return None, or return who has it; a stale one is taken over."""
        for _ in range(3):
            if self._create():
                return None
            holder = _holder(self._file)
            if holder is None:  # given back a moment ago
                continue
            if holder.token == self._token:
                return None
            if not _stale(holder, self._file):
                return holder
            self._clear(holder)
        holder = _holder(self._file)
        # A stale one that stays, in a folder that is not ours to write, is as good as none.
        return None if holder is None or _stale(holder, self._file) else holder

    def refresh(self) -> None:
        """Give a sign of life to other computers."""
        if self._mine():
            with contextlib.suppress(OSError):
                os.utime(self._file)

    def release(self) -> None:
        """Give the lock back; somebody else's stays."""
        if self._mine():
            with contextlib.suppress(OSError):
                self._file.unlink()

    def _mine(self) -> bool:
        holder = _holder(self._file)
        return holder is not None and holder.token == self._token

    def _create(self) -> bool:
        """Return whether the lock is ours now, or is none because the folder takes no file."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        try:
            descriptor = os.open(self._file, flags, 0o666)
        except FileExistsError:
            return False
        except (OSError, ValueError):
            return True
        stored = {"owner": Owner.me().as_json(), "token": self._token, "since": int(time.time())}
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(json.dumps(stored).encode())
        except OSError:  # a full disk: what names nobody would be given back by nobody
            with contextlib.suppress(OSError):
                self._file.unlink()
        return True

    def _clear(self, stale: Holder) -> None:
        """Remove a stale lock, but not one that somebody took meanwhile."""
        aside = self._file.with_name(f".{self._token}.chainrule-draft")
        with contextlib.suppress(OSError):
            self._file.replace(aside)
            if _holder(aside) == stale:
                aside.unlink()
            else:
                aside.replace(self._file)


def lock_file(path: Path) -> Path:
    """Return the place of the lock of the file `path`."""
    return path.with_name(f".{path.name}-lock")


def _holder(file: Path) -> Holder | None:
    """Return who has a lock, None when there is no lock; one that cannot be read has no owner."""
    try:
        data = file.read_bytes()
        since = file.stat().st_mtime
    except OSError:
        return None
    with contextlib.suppress(ValueError, TypeError, LookupError, OverflowError, RecursionError):
        stored = json.loads(data)
        owner = Owner.read(stored["owner"])
        return Holder(owner, str(stored["token"]), float(int(stored["since"])))
    return Holder(None, "", since)


def _stale(holder: Holder, file: Path) -> bool:
    try:
        quiet = time.time() - file.stat().st_mtime
    except OSError:
        return False
    if holder.owner is None:
        return quiet > _YOUNG
    if holder.elsewhere:
        return not holder.owner.lives and quiet > _FOREIGN
    return holder.owner.gone
