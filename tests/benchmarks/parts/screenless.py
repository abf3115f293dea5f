"""The application that the tables of windows are measured in, which no screen shows."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from gui import fonts

__all__ = ["application"]

_NO_SCREEN = "This plugin does not support"


def application() -> QApplication:
    """Return the one application, with the program's fonts.

    The offscreen platform says of every window that it cannot do what only a screen can: these
    lines are left out of the tables. What else Qt has to say is written as ever.
    """
    qInstallMessageHandler(_say)
    made = QApplication(sys.argv[:1])
    fonts.load()
    return made


def _say(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    if not text.startswith(_NO_SCREEN):
        print(qFormatLogMessage(kind, context, text), file=sys.stderr, flush=True)
