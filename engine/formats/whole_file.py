"""The one writer of files: what is on disk afterwards is the old file or the new one, whole."""

import contextlib
import errno
import os
import secrets
import stat
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from engine.errors import WriteError
from engine.language import noop, sentence

__all__ = ["check_writable", "write_all_whole", "write_whole"]

_REASONS = {
    errno.ENOSPC: noop("the disk is full"),
    errno.EDQUOT: noop("the disk quota is used up"),
    errno.EFBIG: noop("the file is larger than this disk or user may have"),
    errno.EACCES: noop("no permission to write there"),
    errno.EPERM: noop("no permission to write there"),
    errno.EROFS: noop("the disk is read-only"),
    errno.ENOENT: noop("there is no such folder"),
    errno.ENOTDIR: noop("there is no such folder"),
    errno.ELOOP: noop("its symbolic links go in a circle"),
    errno.ENAMETOOLONG: noop("the name is too long"),
}
# Two seconds of trying: on Windows a virus scanner or an indexer may hold the old file.
_WAITS = 40 if sys.platform == "win32" else 0
_LESS = noop("less arrived on the disk than was written")


class _UnfitError(Exception):
    """Why a file may not be replaced, or why what was written does not count."""


def write_whole(path: str | os.PathLike[str], data: bytes) -> None:
    """Replace the file at `path` by `data`, or raise WriteError and leave it as it was.

    A symbolic link is followed and kept, and so is the old file's mode. When this returns,
    all of `data` is on the disk.
    """
    write_all_whole({Path(path): data})


def write_all_whole(files: Mapping[os.PathLike[str], bytes]) -> None:
    """Write several files as `write_whole` does, the first only when there is room for all.

    Each is whole or as it was; a disk that fails while they are renamed can leave some new and
    some old.
    """
    drafts: list[tuple[Path, Path]] = []
    with _reasons_told():
        try:
            for path, data in files.items():
                target, draft, mode = _begun(path)
                drafts.append((draft, target))
                _write(draft, data, mode)
            for draft, target in drafts:
                _replace(draft, target)
        except BaseException:
            for draft, _ in drafts:
                with contextlib.suppress(OSError):
                    draft.unlink()
            raise
    for folder in {target.parent for _, target in drafts}:
        _flush_folder(folder)


def check_writable(path: str | os.PathLike[str]) -> None:
    """Raise WriteError where no file can be written at `path` as things are now; none is left."""
    with _reasons_told():
        _, draft, mode = _begun(path)
        try:
            _write(draft, b"", mode)
        finally:
            with contextlib.suppress(OSError):
                draft.unlink()


@contextlib.contextmanager
def _reasons_told() -> Iterator[None]:
    """Turn what the system says into a WriteError with its reason."""
    try:
        yield
    except _UnfitError as error:
        raise _refused(str(error)) from error
    except OSError as error:
        known = _REASONS.get(error.errno or 0)
        reason = sentence(known) if known else error.strerror or str(error)
        raise _refused(reason) from error
    except ValueError as error:  # a NUL or a lone surrogate in the name
        raise _refused(sentence("the name is not one a file can have")) from error


def _refused(reason: str) -> WriteError:
    return WriteError(sentence("cannot be written: {reason}", reason=reason), reason=reason)


def _begun(path: str | os.PathLike[str]) -> tuple[Path, Path, int | None]:
    """Return the file that is meant, a draft's name beside it, and the mode to keep."""
    target = Path(os.path.realpath(path))
    draft = target.with_name(f".{secrets.token_hex(8)}.chainrule-draft")
    return target, draft, _mode_of(target)


def _mode_of(target: Path) -> int | None:
    """Return the mode to keep, None for a new file; raise unless `target` may be replaced."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise _UnfitError(sentence("it is a folder"))
    if not stat.S_ISREG(mode):
        raise _UnfitError(sentence("it is not an ordinary file"))
    effective = os.access in os.supports_effective_ids
    if not os.access(target, os.W_OK, effective_ids=effective):
        # The folder would let the file be replaced; its own mode says that nobody should.
        raise _UnfitError(sentence("the file is read-only"))
    return stat.S_IMODE(mode)


def _write(draft: Path, data: bytes, mode: int | None) -> None:
    """Write all of `data` to the new file `draft`, down to the disk."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, 0o666)
    try:
        rest = memoryview(data)
        while rest:
            written = os.write(descriptor, rest)
            if written == 0:
                raise _UnfitError(sentence(_LESS))
            rest = rest[written:]
        if mode is not None and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
        if os.fstat(descriptor).st_size != len(data):
            raise _UnfitError(sentence(_LESS))
    finally:
        os.close(descriptor)


def _replace(draft: Path, target: Path) -> None:
    for _ in range(_WAITS):
        with contextlib.suppress(PermissionError):
            draft.replace(target)
            return
        time.sleep(0.05)
    draft.replace(target)


def _flush_folder(folder: Path) -> None:
    """Make the new name durable; where the system cannot, the file itself already is."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
