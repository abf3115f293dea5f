"""Drawing without a screen: what the command line needs to measure text and to paint."""

import contextlib
import os
from collections.abc import Iterator

from PySide6.QtGui import QGuiApplication

__all__ = ["ensure_application"]


def ensure_application() -> QGuiApplication:
    """Return the running application, or one that draws off screen and needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # The platform is an argument, not a change of the environment that child processes see. One
    # that QT_QPA_PLATFORM names is for windows: without its display Qt would end the program.
    with _in_utf8():
        return QGuiApplication(["chainrule", "-platform", "offscreen"])


@contextlib.contextmanager
def _in_utf8() -> Iterator[None]:
    """Ask by LC_ALL=C for what Qt takes instead, which it else says in four lines on stderr."""
    asked = os.environ.get("LC_ALL")
    if asked not in ("C", "POSIX"):
        yield
        return
    os.environ["LC_ALL"] = "C.UTF-8"
    try:
        yield
    finally:
        os.environ["LC_ALL"] = asked
