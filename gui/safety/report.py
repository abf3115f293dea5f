"""What is told of a failure of the editor itself, and the log of a crash for the next start."""

import contextlib
import faulthandler
import json
import os
import platform
import secrets
import traceback
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from gui.safety.owner import Owner

__all__ = ["CrashLog", "place_of", "reports_left", "written_out"]

_KIND = ".crash"
_LONGEST = 100_000  # bytes of a log that are shown


def written_out(
    kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> str:
    """Return an error as a report: the versions it happened with, and where it happened."""
    lines = traceback.format_exception(kind, error, trace)
    return f"{_versions()}\n\n{''.join(lines)}"


def place_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what is the same for the same error at the same place."""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return kind.__name__
    return f"{kind.__name__} {trace.tb_frame.f_code.co_filename} {trace.tb_lineno}"


class CrashLog:
    """The file into which a dying process writes where it died; a clean end leaves none."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{os.getpid()}-{secrets.token_hex(6)}{_KIND}"
        self._file: BinaryIO | None = None
        # An editor that cannot write its log works all the same.
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self.path.open("wb", buffering=0)
            self._file.write(json.dumps(Owner.me().as_json()).encode() + b"\n")
            faulthandler.enable(self._file)

    def close(self) -> None:
        """End without a crash."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with contextlib.suppress(OSError):
                self.path.unlink()


def reports_left(folder: Path) -> list[str]:
    """Return what processes that crashed left to tell, and forget it."""
    reports = []
    for path in sorted(folder.glob(f"*{_KIND}")):
        with contextlib.suppress(OSError, ValueError, RecursionError):
            with path.open("rb") as file:
                head, _, told = file.read(_LONGEST).partition(b"\n")
            owner = Owner.read(json.loads(head)) if head else None
            if owner is not None and not owner.gone:
                continue
            path.unlink()
            if told.strip():
                reports.append(f"{_versions()}\n\n{told.decode(errors='replace')}")
    return reports


def _versions() -> str:
    from gui.release.version import (
        long_version,  # reads what is installed, which only a report needs
    )

    return f"Chainrule {long_version()}, {platform.platform()}"
