"""Whether the editor's window can be shown: where it cannot, Qt would end the process at once."""

import os
import re
import socket
import sys

from gui.command_line.usage import UsageError

__all__ = ["check_display"]

# what else X knows is left to it
_X = re.compile(r"(?P<host>[^:/]*):(?P<number>\d{1,5})(?:\.\d+)?")
_SHOWN_ON = {"xcb": "DISPLAY", "wayland": "WAYLAND_DISPLAY"}  # all else of Qt's needs neither
_FIRST_PORT = 6000
_PATIENCE = 3.0  # seconds for a display on another machine
_INSTEAD = "'chainrule evaluate FILE' and 'chainrule export FILE -o OUT' need none"


def check_display() -> None:
    """Raise UsageError where there is no display, or the one that is named does not answer."""
    if not sys.platform.startswith("linux"):
        return
    named = os.environ.get("QT_QPA_PLATFORM", "")  # such as xcb, or wayland;xcb
    kinds = [kind.partition(":")[0] for kind in named.split(";")] if named else list(_SHOWN_ON)
    asked = {_SHOWN_ON.get(kind.partition("-")[0]) for kind in kinds}
    if None in asked or ("WAYLAND_DISPLAY" in asked and os.environ.get("WAYLAND_DISPLAY")):
        return
    display = os.environ.get("DISPLAY") if "DISPLAY" in asked else None
    if not display:
        told = " and ".join(sorted(key for key in asked if key))
        raise UsageError(
            f"there is no display ({told} {'is' if len(asked) == 1 else 'are'} not set); {_INSTEAD}"
        )
    found = _X.fullmatch(display)
    if found and not _answers(found["host"], int(found["number"])):
        raise UsageError(f"the display {display}, which DISPLAY names, does not answer; {_INSTEAD}")


def _answers(host: str, number: int) -> bool:
    try:
        if host and host != "unix":
            socket.create_connection((host, _FIRST_PORT + number), _PATIENCE).close()
            return True
        path = f"/tmp/.X11-unix/X{number}"  # noqa: S108  where X has it
        return _listens(f"\0{path}") or _listens(path)
    except (OSError, ValueError, OverflowError):
        return False


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as asking:
        return asking.connect_ex(path) == 0
