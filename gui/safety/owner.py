"""Which process something belongs to, and whether that process still lives."""

import os
import platform
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

__all__ = ["Owner"]


@dataclass(frozen=True)
class Owner:
    """A process: its number alone would be another program's one day, its start never is."""

    pid: int
    started: str
    host: str

    @classmethod
    def me(cls) -> "Owner":
        """Return this process."""
        return cls(os.getpid(), _started(os.getpid()), platform.node())

    @classmethod
    def read(cls, stored: object) -> "Owner | None":
        """Return the owner that `as_json` stored; None where it is anything else."""
        match stored:
            case {"pid": int(pid), "started": str(started), "host": str(host)} if pid > 0:
                return cls(pid, started, host)
        return None

    def as_json(self) -> dict[str, Any]:
        """Return what `read` takes."""
        return {"pid": self.pid, "started": self.started, "host": self.host}

    @property
    def lives(self) -> bool:
        """Whether the process runs on this computer."""
        return _started(self.pid) == self.started != ""

    @property
    def gone(self) -> bool:
        """Whether the process was one of this computer and has ended.

        Of a process on another computer nobody here can tell.
        """
        return self.host == platform.node() and not self.lives


if sys.platform == "linux":

    def _started(pid: int) -> str:
        """Return when a process began, in the system's words; nothing once it is gone."""
        try:
            # The name in brackets may hold anything, brackets too.
            state, *fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            boot = Path("/proc/sys/kernel/random/boot_id").read_text().strip()
        except (OSError, ValueError):
            return ""
        return "" if state in "ZX" else f"{boot} {fields[18]}"

elif sys.platform == "win32":

    def _started(pid: int) -> str:
        """Return when a process began, in the system's words; nothing once it is gone."""
        import ctypes

        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = ctypes.c_void_p
        process = ctypes.c_void_p(kernel.OpenProcess(0x1000, False, pid))
        if not process:
            return ""
        times = [ctypes.c_uint64() for _ in range(4)]
        code = ctypes.c_uint32()
        known = kernel.GetProcessTimes(process, *map(ctypes.byref, times))
        kernel.GetExitCodeProcess(process, ctypes.byref(code))
        kernel.CloseHandle(process)
        return str(times[0].value) if known and code.value == 259 else ""  # 259: still active

else:

    def _started(pid: int) -> str:
        """Return when a process began, in the system's words; nothing once it is gone."""
        import subprocess  # the other systems need none

        command = ["/bin/ps", "-o", "state=,lstart=", "-p", str(pid)]
        try:
            run = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  a number
        except OSError:
            return ""
        state, _, began = run.stdout.strip().partition(" ")
        return "" if state.startswith("Z") else began.strip()
