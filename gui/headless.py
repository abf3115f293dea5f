"""Drawing without a screen: what the command line needs to measure text and to paint."""

import os

from PySide6.QtGui import QGuiApplication

__all__ = ["ensure_application"]


def ensure_application() -> QGuiApplication:
    """Return the running application, or one that draws off screen and needs no display."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    # The platform is an argument, not a change of the environment that child processes see.
    platform = [] if "QT_QPA_PLATFORM" in os.environ else ["-platform", "offscreen"]
    return QGuiApplication(["chainrule", *platform])
